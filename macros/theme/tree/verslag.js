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
    const buttons = {
      ".boom-verslag-knop": () => void this.make(),
      ".boom-link-knop": () => void this.copyLink(),
      ".verslag-kopieer": () => void this.copy(this.text.textContent ?? "", "Het verslag is gekopieerd."),
      ".verslag-print": () => this.print(),
      ".verslag-bewaar": () => this.save(),
    };
    for (const [button, does] of Object.entries(buttons)) one(element, button).addEventListener("click", does);
  }

  hide() {
    this.section.hidden = true;
  }

  /** Nothing of what was written is left. */
  forget() {
    this.text.textContent = "";
  }

  async make() {
    const { walker } = this;
    const { state } = walker;
    walker.say(walker.element.dataset.python === "loading" ? "Het verslag komt zodra de rekenhulp klaar is." : "");
    try {
      const date = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());
      const asked = { doe: "verslag", boom: walker.tree, antwoorden: state.antwoorden, datum: date };
      const { tekst } = await walker.checks.ask(asked);
      if (state !== walker.state) return; // another step was made, or all was wiped
      this.text.textContent = tekst;
      this.section.hidden = false;
      walker.say("");
      /** @type {HTMLElement} */ (one(this.section, "h2")).focus();
    } catch {
      walker.say(WITHOUT);
    }
  }

  print() {
    document.documentElement.classList.add("print-verslag");
    window.print();
    document.documentElement.classList.remove("print-verslag");
  }

  save() {
    saveFile(`afwegingsverslag-${this.walker.tree}.txt`, this.text.textContent ?? "", "text/plain;charset=utf-8");
  }

  async copyLink() {
    const pairs = this.walker.follow().route.map((step) => `${step.vraag}~${step.antwoord}`);
    const url = `${location.origin}${location.pathname}${LINK}${pairs.join("_")}`;
    await this.copy(url, "Link gekopieerd. Wie hem opent, ziet je antwoorden.");
  }

  /** @param {string} text @param {string} said */
  async copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      this.walker.say(said);
    } catch {
      this.walker.say(`Kopiëren lukt hier niet. Kopieer dit zelf: ${text}`);
    }
  }
}
