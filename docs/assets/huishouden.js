// Adding persons to an overview of a household. Python makes the overview; this shows it and opens a person's questions.

/** @typedef {{antwoorden: Record<string, string>, andermans: boolean}} Person a category and answers, never a name */

const SHARED = { "acuut-gevaar": "nee", waarvoor: "geheim" };

/** @typedef {{personen: Person[], actief: number | null}} Kept what stays in the tab's history */

export class Household {
  /** @param {unknown} value what the browser kept @returns {Kept | null} what of it can be used */
  static clean(value) {
    const { personen, actief } = /** @type {any} */ (value) ?? {};
    if (!Array.isArray(personen) || !personen.length) return null;
    const persons = personen.slice(0, 20).map((person) => ({
      antwoorden: Object.fromEntries(Object.entries(person?.antwoorden ?? {}).filter(([, answer]) => typeof answer === "string")),
      andermans: person?.andermans === true,
    }));
    return { personen: persons, actief: Number.isInteger(actief) && actief in persons ? actief : null };
  }

  /** @returns {Kept} */
  get kept() {
    return /** @type {Kept | null} */ (this.walker.state.huishouden) ?? { personen: [], actief: null };
  }

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
    const { personen } = this.kept;
    const { leeftijd, open, weg } = button.dataset;
    if (leeftijd && personen.length < 20) {
      const person = { antwoorden: { ...SHARED, leeftijd }, andermans: false };
      this.walker.go({ ...state, huishouden: { ...this.kept, personen: [...personen, person] } });
      this.list.lastElementChild?.querySelector("button")?.focus();
    } else if (open) {
      const index = Number(open);
      const answers = { ...SHARED, ...personen[index].antwoorden };
      this.walker.go({ ...state, huishouden: { personen, actief: index }, bij: null, antwoorden: answers });
    } else if (weg) {
      const rest = personen.filter((_, index) => index !== Number(weg));
      this.walker.go({ ...state, huishouden: rest.length ? { personen: rest, actief: null } : null });
    }
  }

  /** @param {HTMLInputElement} target */
  change(target) {
    const index = Number(target.dataset.andermans);
    const { personen, actief } = this.kept;
    const people = personen.map((person, i) => (i === index ? { ...person, andermans: target.checked } : person));
    this.walker.go({ ...this.walker.state, huishouden: { personen: people, actief } });
  }

  /** The answers of the walk belong to the person whose questions are open. */
  take() {
    const { personen, actief } = this.kept;
    const { state } = this.walker;
    if (actief === null) return;
    const people = personen.map((person, index) => (index === actief ? { ...person, antwoorden: state.antwoorden } : person));
    this.walker.state = { ...state, huishouden: { personen: people, actief } };
    history.replaceState({ boom: { [this.walker.tree]: this.walker.state } }, "", location.pathname + location.search);
  }

  async render() {
    this.take();
    const { python, element } = this.walker;
    const asked = this.kept.personen;
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
    if (this.kept.personen !== asked) return;
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
