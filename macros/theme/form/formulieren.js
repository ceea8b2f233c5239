// Asking for the forms that go with an advice: what shows them is loaded when the reader asks, and not before.

import { one } from "./boomtekst.js";

const WITHOUT = "De formulieren kunnen hier nu niet worden geladen. Heb je internet? Probeer het dan opnieuw, of gebruik een leeg formulier.";

export class AskedForms {
  /** @param {HTMLElement} element the tree's @param {import("./boom.js").Walker} walker */
  constructor(element, walker) {
    this.walker = walker;
    this.section = /** @type {HTMLElement} */ (one(element, ".boom-formulieren"));
    /** @type {import("./formulier.js").Forms | null} */
    this.forms = null;
    for (const button of element.querySelectorAll(".boom-formulieren-knop, .huishouden-formulieren button")) {
      button.addEventListener("click", () => void this.make());
    }
  }

  async make() {
    try {
      const { Forms } = await import("./formulier.js");
      this.forms ??= new Forms(this.section, this.walker);
      await this.forms.show();
    } catch {
      this.section.hidden = false;
      one(this.section, ".formulieren-stand").textContent = WITHOUT;
      /** @type {HTMLElement} */ (one(this.section, "h2")).focus();
    }
  }

  /** Python starts again: what could not be made can be asked again. */
  again() {
    if (/ kunnen hier nu niet /.test(one(this.section, ".formulieren-stand").textContent ?? "")) this.forget();
  }

  /** Another step was made, or all was wiped: nothing of the forms is left. */
  forget() {
    this.section.hidden = true;
    this.forms?.clear();
  }
}
