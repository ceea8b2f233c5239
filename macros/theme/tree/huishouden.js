// The overview of a household. Python says who decides, what to ask and what the advice is; this shows it and keeps what was
// filled in, as facts in the order in which they were said (decision_trees/household_facts.py). Roles, never names.

import { words } from "./boominvoer.js";
import { one } from "./boomtekst.js";

/** @typedef {Record<string, string>} Facts */
/** @typedef {{id: string, tekst: string}} Choice */
/** @typedef {{soort: string, kop: string, uitleg: string, sleutels: string[], keuzes: Choice[], meer: Choice[], gegeven: string,
 *   antwoord: string, stand: string, delen: Card[]}} Card */
/** @typedef {{id: string, wie: string, leeftijd: string, beslist: string, gezegd: string[], stand: string, oordeel: string,
 *   klaar: boolean, stappen: string[]}} Row */
/** @typedef {{id: string, wie: string, leeftijd: string, inStuk: boolean}} Person */
/** @typedef {{personen: Row[], iedereen: Person[], samen: string, verder: string[], vragen: Card[], alleJa: string[],
 *   alleJaTekst: string, bevestig: string[], bevestigTekst: string, zonder: string[], zonderTekst: string,
 *   leeftijden: Choice[], feiten: Facts}} Overview */

const MOST_PERSONS = 20; // as decision_trees/household_facts.py has it

/** @param {string} tag @param {string} text @param {(Node | string)[]} inside @returns {HTMLElement} */
function make(tag, text = "", ...inside) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...inside);
  return element;
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export class Household {
  /** @param {unknown} value what the browser kept @returns {Facts | null} what of it can be used */
  static clean(value) {
    const facts = words(value);
    return Object.keys(facts).length ? facts : null;
  }

  /** @param {HTMLElement} element @param {import("./boom.js").Walker} walker */
  constructor(element, walker) {
    this.element = element;
    this.walker = walker;
    this.status = this.part(".huishouden-stand");
    this.list = this.part(".huishouden-personen");
    this.questions = this.part(".huishouden-vragen");
    this.advice = this.part(".huishouden-advies");
    /** @type {Overview | null} what Python last said of what is shown */
    this.overview = null;
    /** @type {import("./boom.js").State | null} the state that it is of */
    this.of = null;
    /** @type {(() => unknown) | null} what to do with the focus once the next overview stands there */
    this.after = null;
    element.addEventListener("click", (event) => this.click(event));
    element.addEventListener("change", (event) => this.change(/** @type {HTMLElement} */ (event.target)));
    walker.element.addEventListener("click", (event) => this.arrive(event));
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return one(this.element, selector);
  }

  /** @returns {Facts} what was filled in, with what Python added of the walk */
  get facts() {
    return this.overview?.feiten ?? this.kept;
  }

  /** @returns {Facts} */
  get kept() {
    return /** @type {Facts | null} */ (this.walker.state.huishouden) ?? {};
  }

  /** A way to this overview leads here, without a step in the tab's history. @param {Event} event */
  arrive(event) {
    const link = /** @type {Element} */ (event.target).closest(".naar-huishouden a");
    if (link?.getAttribute("href") !== "#huishouden") return;
    event.preventDefault();
    this.element.scrollIntoView();
    this.part("h2").focus({ preventScroll: true });
  }

  /** Facts said, or said again: they become the latest. @param {Facts} said @param {Facts} [before] */
  say(said, before = this.facts) {
    const others = Object.fromEntries(Object.entries(before).filter(([key]) => !(key in said)));
    this.keep({ ...others, ...said });
  }

  /** One step deeper in the tab's history, without a jump to the walk. @param {Facts} facts @param {Record<string, string>} [answers] */
  keep(facts, answers = this.walker.state.antwoorden) {
    const { walker } = this;
    const some = Object.keys(facts).some((key) => key.endsWith(".leeftijd"));
    walker.deeper({ ...walker.state, antwoorden: answers, huishouden: some ? facts : null });
    this.overview = null;
    walker.render(false);
  }

  /** @param {MouseEvent} event */
  click(event) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    if (!button) return;
    const { rol, kind, weg, sleutels, waarde, bevestig, zonder } = button.dataset;
    if (rol) this.addAdults(button, rol.split(" "));
    else if (kind) this.add(["kind"], kind);
    else if (weg) this.remove(weg);
    else if (sleutels !== undefined && waarde) this.give(sleutels.split(" "), waarde);
    else if (bevestig !== undefined && this.overview) {
      this.after = () => this.focusNext();
      this.say(Object.fromEntries(this.overview.bevestig.map((key) => [key, this.facts[key]])));
    } else if (zonder !== undefined && this.overview) {
      this.after = () => this.focusNext();
      this.say(Object.fromEntries(this.overview.zonder.map((person) => [`${person}.in-stuk`, "nee"])));
    }
  }

  /** @param {string[]} keys @param {string} value */
  give(keys, value) {
    this.after = () => this.focusNext();
    if (keys[0] !== this.walker.start) return this.say(Object.fromEntries(keys.map((key) => [key, value])));
    this.keep(this.facts, { ...this.walker.state.antwoorden, [this.walker.start]: value }); // the walk's own question
  }

  /** A role that is there once takes its button away: the focus goes to what stands above it. @param {HTMLElement} button @param {string[]} roles */
  addAdults(button, roles) {
    this.after = () => button.hidden && this.part(".huishouden-wie").focus({ preventScroll: true });
    this.add(roles, "18");
  }

  /** @param {string[]} roles @param {string} age */
  add(roles, age) {
    const facts = { ...this.facts };
    for (const role of roles) {
      const numbered = role === "kind" || role === "volwassene";
      let id = role;
      for (let number = 1; numbered && (id === role || `${id}.leeftijd` in facts); number += 1) id = `${role}-${number}`;
      const persons = Object.keys(facts).filter((key) => key.endsWith(".leeftijd"));
      if (persons.length >= MOST_PERSONS) {
        this.status.textContent = "Het overzicht kan hoogstens twintig personen aan. Haal er een weg.";
        return;
      }
      facts[`${id}.leeftijd`] ??= age;
    }
    this.keep(facts);
  }

  /** @param {string} person */
  remove(person) {
    const about = (/** @type {string} */ key) => key.split(/[.>]/).includes(person);
    this.after = () => this.part(".huishouden-wie").focus({ preventScroll: true });
    this.keep(Object.fromEntries(Object.entries(this.facts).filter(([key]) => !about(key))));
  }

  /** @param {HTMLElement} target */
  change(target) {
    const { leeftijd, stuk } = target.dataset;
    const again = (/** @type {string} */ selector) => () => /** @type {HTMLElement | null} */ (this.list.querySelector(selector))?.focus();
    if (leeftijd) {
      this.after = again(`[data-leeftijd="${leeftijd}"]`);
      this.say({ [`${leeftijd}.leeftijd`]: /** @type {HTMLSelectElement} */ (target).value });
    } else if (stuk) {
      this.after = again(`[data-stuk="${stuk}"]`);
      const { [`${stuk}.in-stuk`]: _, ...others } = this.facts;
      if (/** @type {HTMLInputElement} */ (target).checked) this.say({ [`${stuk}.in-stuk`]: "nee" });
      else this.keep(others);
    }
  }

  /** The next question that is open, or the advice. */
  focusNext() {
    const open = this.questions.querySelector("fieldset[data-stand='open'] > legend, fieldset[data-stand='eerder'] > legend");
    /** @type {HTMLElement | null} */ (open ?? this.advice.querySelector("h3"))?.focus({ preventScroll: true });
  }

  /** Nothing of what Python last said is left. */
  forget() {
    this.overview = null;
    this.after = null;
  }

  /** @returns {Promise<void>} */
  async render() {
    const { walker } = this;
    const { python } = walker.element.dataset;
    const { state } = walker;
    const asked = this.kept;
    if (this.of !== state || python !== "ready") this.overview = null; // who is added now does not join those of another case
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-rol]"))) {
      button.hidden = (button.dataset.rol ?? "").split(" ").some((role) => `${role}.leeftijd` in asked);
    }
    if (!Object.keys(asked).length) {
      this.overview = null;
      this.status.textContent = "";
      for (const part of [this.list, this.questions, this.advice]) part.replaceChildren();
      return this.settle();
    }
    if (python !== "ready") {
      this.status.textContent = (python === "loading" ? this.element.dataset.laadt : this.element.dataset.zonder) ?? "";
      this.list.replaceChildren(...Object.keys(asked).filter((key) => key.endsWith(".leeftijd")).map((key) => this.plain(key)));
      for (const part of [this.questions, this.advice]) part.replaceChildren();
      return this.settle();
    }
    this.status.textContent = "Samen: …"; // until Python has answered, nothing is advised
    this.advice.replaceChildren();
    const request = { doe: "huishouden", boom: walker.tree, antwoorden: state.antwoorden, feiten: asked };
    /** @type {Overview | Error} */
    const found = await walker.checks.ask(request).catch((/** @type {Error} */ error) => error);
    if (state !== walker.state) return;
    if (found instanceof Error && walker.element.dataset.python !== "ready") return this.render();
    if (found instanceof Error) {
      this.status.textContent = found.message;
      for (const part of [this.questions, this.advice]) part.replaceChildren();
      return;
    }
    this.overview = found;
    this.of = state;
    this.show(found);
    this.settle();
  }

  settle() {
    this.after?.();
    this.after = null;
  }

  /** @param {Overview} overview */
  show(overview) {
    const open = new Set([...this.element.querySelectorAll("details[open][data-naam]")].map((d) => /** @type {HTMLElement} */ (d).dataset.naam));
    this.status.textContent = `Samen: ${overview.samen}.`;
    this.list.replaceChildren(...overview.iedereen.map((person) => this.person(person, overview.leeftijden)));
    this.questions.replaceChildren(...this.asked(overview));
    this.advice.replaceChildren(...this.advised(overview));
    for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.element.querySelectorAll("details[data-naam]"))) {
      if (open.has(details.dataset.naam) && !details.classList.contains("huishouden-klaar")) details.open = true;
    }
  }

  /** Someone who was added before Python was there. @param {string} key */
  plain(key) {
    const id = key.replace(".leeftijd", "");
    return make("li", "", make("span", capital(id.replace("volwassene", "andere volwassene").replace("-", " "))), this.removal(id, id));
  }

  /** @param {string} id @param {string} who */
  removal(id, who) {
    const button = make("button", "Verwijder");
    button.setAttribute("type", "button");
    button.dataset.weg = id;
    button.setAttribute("aria-label", `Verwijder ${who.replace("-", " ")}`);
    return button;
  }

  /** @param {Person} person @param {Choice[]} ages */
  person(person, ages) {
    const select = /** @type {HTMLSelectElement} */ (make("select", "", ...ages.map(({ id, tekst }) => new Option(tekst, id))));
    select.value = person.leeftijd;
    select.autocomplete = "off"; // or the browser keeps what was chosen, beside the tab's history
    select.dataset.leeftijd = person.id;
    select.setAttribute("aria-label", `Leeftijd van ${person.wie}`);
    const box = /** @type {HTMLInputElement} */ (make("input"));
    box.type = "checkbox";
    box.autocomplete = "off";
    box.checked = !person.inStuk;
    box.dataset.stuk = person.id;
    const words = person.id.startsWith("kind-") ? "Laat weg uit het stuk" : "Staat niet in het stuk";
    box.setAttribute("aria-label", `${words}: ${person.wie}`);
    const label = make("label", "", box, words);
    const inside = make("div", "", select, label, this.removal(person.id, person.wie));
    inside.className = "huishouden-regel";
    const age = ages.find(({ id }) => id === person.leeftijd)?.tekst ?? "";
    const summary = `${capital(person.wie)}, ${age}${person.inStuk ? "" : ". Staat niet in het stuk"}`;
    return make("li", "", this.folded(summary, `wie-${person.id}`, inside));
  }

  /** @param {Overview} overview @returns {HTMLElement[]} */
  asked(overview) {
    const found = [];
    if (overview.bevestig.length) {
      const notice = make("div", "", make("p", `Er is iets veranderd. Klopt dit nog: ${overview.bevestigTekst}?`));
      notice.className = "boom-eerder";
      notice.append(this.button("Ja, dit klopt nog allemaal", { bevestig: "" }));
      found.push(notice);
    }
    let bulk = overview.alleJa.length > 0;
    for (const card of overview.vragen) {
      if (bulk && card.soort === "besluit") {
        bulk = false;
        found.push(this.button(overview.alleJaTekst, { sleutels: overview.alleJa.join(" "), waarde: "gegeven" }));
      }
      found.push(this.card(card));
    }
    return found;
  }

  /** A question: open as it is, folded once it was answered or need not be. @param {Card} card @returns {HTMLElement} */
  card(card) {
    const legend = make("legend", card.kop);
    legend.tabIndex = -1;
    const set = make("fieldset", "", legend);
    set.className = "huishouden-vraag";
    set.dataset.stand = card.stand;
    if (card.stand === "eerder") set.append(make("p", `Klopt dit nog? Eerder: ${card.antwoord}.`));
    if (card.uitleg && card.soort === "geldig") set.append(make("p", card.uitleg));
    set.append(this.choices(card, card.keuzes));
    const parts = card.delen.map((part) => this.card({ ...part, stand: card.stand === "open" ? part.stand : "deel" }));
    if (card.soort === "gezag" && parts.length && parts.length <= 3) set.append(make("p", "Of per kind:"), ...parts);
    else if (parts.length) set.append(this.folded("Verschilt het? Kies per onderdeel", `${card.kop}-delen`, ...parts));
    if (card.meer.length) set.append(this.folded("Meer antwoorden", `${card.kop}-meer`, this.choices(card, card.meer)));
    if (card.uitleg && card.soort !== "geldig") set.append(this.folded("Waarom deze vraag", `${card.kop}-waarom`, make("p", card.uitleg)));
    if (card.stand !== "klaar" && card.stand !== "mag") return set;
    const folded = this.folded(`${card.kop} ${card.antwoord ? capital(card.antwoord) : "Hoeft niet"}`, card.kop, set);
    folded.classList.add("huishouden-klaar");
    return folded;
  }

  /** @param {string} summary @param {string} name @param {HTMLElement[]} inside */
  folded(summary, name, ...inside) {
    const details = make("details", "", make("summary", summary), ...inside);
    details.dataset.naam = name;
    return details;
  }

  /** @param {Card} card @param {Choice[]} choices */
  choices(card, choices) {
    const list = make("div", "", ...choices.map(({ id, tekst }) => {
      const button = this.button(capital(tekst), { sleutels: card.sleutels.join(" "), waarde: id });
      button.setAttribute("aria-pressed", String(card.gegeven === id));
      return button;
    }));
    list.className = "huishouden-keuzes";
    return list;
  }

  /** @param {string} text @param {Record<string, string>} data */
  button(text, data) {
    const button = make("button", text);
    button.setAttribute("type", "button");
    Object.assign(button.dataset, data);
    return button;
  }

  /** @param {Overview} overview @returns {HTMLElement[]} */
  advised(overview) {
    const heading = make("h3", "", make("span", `Samen: ${overview.samen}`));
    heading.tabIndex = -1;
    heading.className = kind(overview.samen);
    const steps = make("ol", "", ...overview.verder.map((text) => make("li", text)));
    steps.className = "huishouden-stappen";
    const found = [heading, make("p", "Het strengste advies geldt voor het hele stuk."), make("h4", "Wat je nu doet"), steps];
    if (overview.zonder.length) found.push(this.button(overview.zonderTekst, { zonder: "" }));
    const rows = make("ul", "", ...overview.personen.map((row) => this.row(row)));
    rows.className = "huishouden-rijen";
    rows.setAttribute("role", "list");
    if (overview.personen.length) found.push(make("h4", "Per persoon"), rows);
    return found;
  }

  /** @param {Row} row */
  row(row) {
    const verdict = make("span", capital(row.oordeel));
    verdict.className = "oordeel";
    const item = make("li", "",
      make("p", "", make("strong", capital(row.wie)), `, ${row.leeftijd}`),
      make("p", "", verdict, ` ${row.stand}`),
      make("p", `Beslist: ${row.beslist}.${row.gezegd.length ? ` ${capital(row.gezegd.join("; "))}.` : ""}`),
    );
    item.className = kind(row.oordeel);
    if (row.stappen.length) {
      item.append(this.folded(`Wat je doet voor ${row.wie}`, `rij-${row.id}`, make("ul", "", ...row.stappen.map((text) => make("li", text)))));
    }
    return item;
  }
}

/** @param {string} advice @returns {string} the class that colours an advice, as macros/trees/page.py names it */
const kind = (advice) => `uitkomst oordeel-${advice.replace(", ", "-").replaceAll(" ", "-")}`;
