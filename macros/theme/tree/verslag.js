// What can be made of a walk that came to an advice: a record, written by Python, and a link with the answers.

import { saveFile } from "./bestand.js";
import { LINK } from "./boominvoer.js";
import { one } from "./boomtekst.js";

const WITHOUT = "Zonder rekenhulp kan het verslag hier niet worden gemaakt. Print deze bladzijde, of kopieer de tekst zelf.";

export class WrittenRecord {
  /** @param {HTMLElement} element the tree's @param {import("./boom.js").Walker} walker */
  constructor(element, walker) {
    this.walker = walker;
    this.section = /** @type {HTMLElement} */ (one(element, ".boom-verslag"));
    this.text = one(this.section, "pre");
    this.asked = /** @type {HTMLElement} */ (one(element, ".boom-uitvoer .boom-gedaan"));
    this.done = /** @type {HTMLElement} */ (one(this.section, ".boom-gedaan"));
    const buttons = {
      ".boom-verslag-knop": () => void this.make(),
      ".boom-link-knop": () => void this.copyLink(),
      ".verslag-kopieer": () => void this.copy(this.text.textContent ?? "", "Het verslag is gekopieerd.", this.done),
      ".verslag-print": () => this.print(),
      ".verslag-bewaar": () => this.save(),
    };
    for (const [button, does] of Object.entries(buttons)) one(element, button).addEventListener("click", does);
  }

  hide() {
    this.section.hidden = true;
    for (const told of [this.asked, this.done]) told.textContent = "";
  }

  /** Python starts again: what it could not make can be asked again. */
  again() {
    if (this.asked.textContent === WITHOUT) this.asked.textContent = "";
  }

  /** Nothing of what was written is left. */
  forget() {
    this.text.textContent = "";
  }

  async make() {
    const { walker } = this;
    const { state } = walker;
    this.asked.textContent = walker.element.dataset.python === "loading" ? "Het verslag komt zodra de rekenhulp klaar is." : "";
    try {
      const date = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());
      const asked = { doe: "verslag", boom: walker.tree, antwoorden: state.antwoorden, datum: date };
      const { tekst } = await walker.checks.ask(asked);
      if (state !== walker.state) return; // another step was made, or all was wiped
      this.text.textContent = tekst;
      this.section.hidden = false;
      this.asked.textContent = "";
      /** @type {HTMLElement} */ (one(this.section, "h2")).focus();
    } catch {
      this.asked.textContent = WITHOUT;
    }
  }

  print() {
    document.documentElement.classList.add("print-verslag");
    window.print();
    document.documentElement.classList.remove("print-verslag");
  }

  save() {
    const name = `afwegingsverslag-${this.walker.tree}.txt`;
    saveFile(name, this.text.textContent ?? "", "text/plain;charset=utf-8");
    this.done.textContent = `${name} is gemaakt. Het staat alleen op dit apparaat.`;
  }

  async copyLink() {
    const pairs = this.walker.follow().route.map((step) => `${step.vraag}~${step.antwoord}`);
    const url = `${location.origin}${location.pathname}${LINK}${pairs.join("_")}`;
    await this.copy(url, "Link gekopieerd. Wie hem opent, ziet je antwoorden.", this.asked);
  }

  /** @param {string} text @param {string} said @param {HTMLElement} place where it is told */
  async copy(text, said, place) {
    try {
      await navigator.clipboard.writeText(text);
      place.textContent = said;
    } catch {
      place.textContent = `Kopiëren lukt hier niet. Kopieer dit zelf: ${text}`;
    }
  }
}
