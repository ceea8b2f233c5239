// The terms of an advice: the reader gives a day and an hour, Python computes until when. Nothing is kept, here or elsewhere.

import { saveFile } from "./bestand.js";
import { one } from "./boomtekst.js";
import { textOr } from "./invoer.js";

/** @typedef {{wat: string, wanneer: string, nog: string, voorbij: boolean, uitleg: string}} Term */

const LATER = "De uitkomst komt zodra de rekenhulp klaar is.";
const WITHOUT =
  "Zonder rekenhulp wordt hier niets uitgerekend. Tel zelf: uren vanaf de ontdekking, ook ’s nachts en in het weekend; een maand tot en met dezelfde dag.";

export class Terms {
  /** @param {HTMLElement} section @param {import("./boom.js").Walker} walker */
  constructor(section, walker) {
    this.section = section;
    this.home = section.parentElement;
    this.walker = walker;
    this.label = one(section, "label");
    this.field = /** @type {HTMLInputElement} */ (one(section, "input"));
    this.answer = one(section, ".termijn-antwoord");
    this.calendar = /** @type {HTMLButtonElement} */ (one(section, ".termijn-agenda"));
    this.file = "";
    one(section, ".termijn-reken").addEventListener("click", () => void this.compute());
    this.calendar.addEventListener("click", () => this.save());
    this.field.addEventListener("input", () => {
      this.clear();
      walker.forms.forget(); // they can name days that followed from another moment
    });
  }

  /** Another node is shown: where it has terms, the place stands below what must be done and told. @param {HTMLElement} node */
  show(node) {
    const { termijnVraag } = node.dataset;
    if (termijnVraag) one(node, ".vertellen").after(this.section);
    else this.home?.append(this.section);
    this.section.hidden = !termijnVraag;
    this.label.textContent = termijnVraag ?? "";
    this.forget();
  }

  /** Nothing of what was filled in or computed is left. */
  forget() {
    this.field.value = "";
    this.clear();
  }

  /** Python starts again: what it could not compute can be asked again. */
  again() {
    if (this.answer.textContent === WITHOUT) this.clear();
  }

  clear() {
    this.file = "";
    this.calendar.hidden = true;
    this.section.removeAttribute("data-berekend");
    this.answer.replaceChildren();
  }

  async compute() {
    const { walker, field } = this;
    const { state } = walker;
    const since = field.value;
    const python = walker.element.dataset.python;
    this.clear();
    this.answer.textContent = python === "loading" ? LATER : "";
    const asked = { doe: "termijnen", boom: walker.tree, antwoorden: state.antwoorden, sinds: since, nu: Date.now() };
    const found = await walker.checks.ask(asked).catch((/** @type {Error} */ error) => error);
    if (state !== walker.state || since !== field.value) return; // another step was made, or another moment was given
    if (found instanceof Error) this.answer.textContent = walker.element.dataset.python === "ready" ? found.message : WITHOUT;
    else this.fill(found.termijnen, textOr(found.agenda, ""));
  }

  /** @param {Term[]} terms @param {string} file */
  fill(terms, file) {
    const list = document.createElement("ul");
    list.append(...terms.map((term) => this.item(term)));
    this.answer.replaceChildren(list);
    this.section.setAttribute("data-berekend", "");
    this.file = file;
    this.calendar.hidden = !file;
  }

  /** @param {Term} term */
  item({ wat, wanneer, nog, voorbij, uitleg }) {
    const item = document.createElement("li");
    const left = document.createElement("strong");
    left.textContent = `, ${nog}`;
    left.className = voorbij ? "termijn-voorbij" : "";
    const why = document.createElement("small");
    why.textContent = uitleg;
    const when = document.createElement("span");
    when.textContent = `${wat}: ${wanneer}`;
    item.append(when, left, ". ", why);
    return item;
  }

  save() {
    saveFile(`termijnen-${this.walker.tree}.ics`, this.file, "text/calendar;charset=utf-8");
  }
}
