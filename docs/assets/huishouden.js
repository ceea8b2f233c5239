// Adding persons to an overview of a household. Python makes the overview; this shows it and opens a person's questions.

/** @typedef {{antwoorden: Record<string, string>, andermans: boolean}} Person a category and answers, never a name */

const SHARED = { "acuut-gevaar": "nee", waarvoor: "geheim" };

export class Household {
  /** @param {HTMLElement} element @param {import("./boom.js").Walker} walker */
  constructor(element, walker) {
    this.element = element;
    this.walker = walker;
    this.list = /** @type {HTMLElement} */ (element.querySelector(".huishouden-personen"));
    this.joint = /** @type {HTMLElement} */ (element.querySelector(".huishouden-samen"));
    element.addEventListener("click", (event) => this.click(/** @type {Element} */ (event.target)));
    element.addEventListener("change", (event) => this.change(/** @type {HTMLInputElement} */ (event.target)));
  }

  /** @param {Element} target */
  click(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("button"));
    if (!button) return;
    const { state } = this.walker;
    const { leeftijd, open, weg } = button.dataset;
    if (leeftijd && state.personen.length < 20) {
      const person = { antwoorden: { ...SHARED, leeftijd }, andermans: false };
      this.walker.go({ ...state, personen: [...state.personen, person] });
      this.list.lastElementChild?.querySelector("button")?.focus();
    } else if (open) {
      const index = Number(open);
      this.walker.go({ ...state, actief: index, bij: null, antwoorden: { ...SHARED, ...state.personen[index].antwoorden } });
    } else if (weg) {
      const rest = state.personen.filter((_, index) => index !== Number(weg));
      this.walker.go({ ...state, personen: rest, actief: null });
    }
  }

  /** @param {HTMLInputElement} target */
  change(target) {
    const index = Number(target.dataset.andermans);
    const { state } = this.walker;
    const people = state.personen.map((person, i) => (i === index ? { ...person, andermans: target.checked } : person));
    this.walker.go({ ...state, personen: people });
  }

  async render() {
    const { state, python, element } = this.walker;
    const asked = state.personen;
    if (!asked.length) {
      this.list.replaceChildren();
      this.joint.replaceChildren();
      return;
    }
    if (element.dataset.python === "unavailable") {
      this.joint.textContent = "Zonder rekenhulp is er geen overzicht. Loop de vragen per persoon door; de strengste uitkomst geldt voor het geheel.";
    } else if (element.dataset.python === "loading") {
      this.joint.textContent = "Het overzicht komt zodra de rekenhulp klaar is.";
    }
    const overview = await python.ask({ doe: "huishouden", personen: asked }).catch(() => null);
    if (this.walker.state.personen !== asked) return;
    this.list.replaceChildren(...asked.map((person, index) => this.row(person, index, overview?.personen[index])));
    if (!overview) return;
    const advice = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = `Samen: ${overview.samen}.`;
    advice.append(strong, " Het strengste advies geldt voor het geheel.");
    const further = document.createElement("ul");
    further.append(...overview.verder.map((/** @type {string} */ text) => Object.assign(document.createElement("li"), { textContent: text })));
    this.joint.replaceChildren(advice, further);
  }

  /** @param {Person} person @param {number} index @param {any} row */
  row(person, index, row) {
    const item = document.createElement("li");
    const words = document.createElement("p");
    const name = document.createElement("strong");
    name.textContent = row?.wie ?? `Persoon ${index + 1}`;
    words.append(name);
    if (row) words.append(document.createElement("br"), `Beslist: ${row.beslist}`, document.createElement("br"), `${row.oordeel}: ${row.stand}`);
    const open = document.createElement("button");
    open.type = "button";
    open.dataset.open = String(index);
    open.textContent = row?.klaar ? "Bekijk of wijzig" : "Beantwoord de vragen";
    open.setAttribute("aria-label", `${open.textContent}: persoon ${index + 1}`);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.dataset.weg = String(index);
    remove.textContent = "Verwijder";
    remove.setAttribute("aria-label", `Verwijder persoon ${index + 1}`);
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = person.andermans;
    box.dataset.andermans = String(index);
    label.append(box, " staat in een stuk over een ander");
    item.append(words, label, open, remove);
    return item;
  }
}
