// The walker of a tree's page: shows one node of the tree's text at a time, and lets Python check what is shown.
// It follows the links that Python put in the page; it decides nothing. Answers live in this tab's history only.

import { Household } from "./huishouden.js";
import { PythonClient, python } from "./python.js";

/** @typedef {Record<string, string>} Answers answer ids by question id */
/** @typedef {import("./huishouden.js").Person} Person */
/** @typedef {{antwoorden: Answers, bij: string | null, diepte: number, personen: Person[], actief: number | null}} State */
/** @typedef {{vraag: string, antwoord: string}} Step */

/** @template {Element} T @param {ParentNode} parent @param {string} selector @returns {T} */
function one(parent, selector) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`missing ${selector}`);
  return /** @type {T} */ (found);
}

const LINK = "#a=";
const LONGEST_LINK = 2000; // as decision_trees/link.py has it

/** @returns {State} */
const fresh = () => ({ antwoorden: {}, bij: null, diepte: 0, personen: [], actief: null });

export class Walker {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.tree = element.dataset.boom ?? "";
    this.start = element.dataset.start ?? "";
    this.title = document.title;
    this.loop = /** @type {HTMLElement} */ (one(element, ".boom-loop"));
    this.text = /** @type {HTMLDetailsElement} */ (one(element, ".boom-tekst"));
    this.message = one(element, ".boom-melding");
    /** @type {Map<string, HTMLElement>} */
    this.nodes = new Map();
    for (const node of this.text.querySelectorAll("[data-knoop]")) {
      this.nodes.set(/** @type {HTMLElement} */ (node).dataset.knoop ?? "", /** @type {HTMLElement} */ (node));
    }
    /** @type {State} */
    this.state = this.readState(history.state);
    this.notice = "";
    this.openLink();
    this.python = python ?? new PythonClient(element.dataset.runtime ?? "");
    this.python.progress = (step) => this.progress(step);
    const place = /** @type {HTMLElement | null} */ (element.querySelector(".huishouden"));
    this.household = place && new Household(place, this);
  }

  begin() {
    this.loop.addEventListener("click", (event) => this.click(event));
    one(this.element, ".boom-terug").addEventListener("click", () => this.back());
    one(this.element, ".boom-opnieuw").addEventListener("click", () => this.restart());
    one(this.element, ".boom-verslag-knop").addEventListener("click", () => void this.makeRecord());
    one(this.element, ".boom-link-knop").addEventListener("click", () => void this.copyLink());
    one(this.element, ".verslag-kopieer").addEventListener("click", () => void this.copy(this.recordText(), "Het verslag is gekopieerd."));
    one(this.element, ".verslag-print").addEventListener("click", () => this.printRecord());
    one(this.element, ".verslag-bewaar").addEventListener("click", () => this.saveRecord());
    addEventListener("popstate", (event) => {
      if (location.hash && !event.state?.boom) return; // a link into the text
      this.state = this.readState(event.state);
      this.render(true);
    });
    addEventListener("hashchange", () => this.openText());
    this.openText();
    this.render(false);
    this.progress(this.python.step);
    this.python.ready.then(() => this.pythonReady(), (error) => this.pythonUnavailable(error));
  }

  /** A link to a question or an outcome opens the text it stands in. */
  openText() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && this.text.contains(target)) {
      this.text.open = true;
      target.scrollIntoView();
    }
  }

  /** @param {unknown} value what the browser kept for this tab; anything odd is a fresh start @returns {State} */
  readState(value) {
    const kept = /** @type {any} */ (value)?.boom?.[this.tree];
    if (!kept || typeof kept !== "object") return fresh();
    const at = typeof kept.bij === "string" && this.nodes.has(kept.bij) ? kept.bij : null;
    const people = Array.isArray(kept.personen) ? kept.personen.slice(0, 20) : [];
    const persons = people.map((/** @type {any} */ person) => ({
      antwoorden: this.fitting(person?.antwoorden),
      andermans: person?.andermans === true,
    }));
    const active = Number.isInteger(kept.actief) && kept.actief >= 0 && kept.actief < persons.length ? kept.actief : null;
    const depth = Number.isInteger(kept.diepte) && kept.diepte >= 0 ? kept.diepte : 0;
    return { antwoorden: this.fitting(kept.antwoorden), bij: at, diepte: depth, personen: persons, actief: active };
  }

  /** @param {unknown} value @returns {Answers} those answers that the page has */
  fitting(value) {
    /** @type {Answers} */
    const answers = {};
    for (const [question, answer] of Object.entries(value && typeof value === "object" ? value : {})) {
      if (typeof answer === "string" && this.answerOf(question, answer)) answers[question] = answer;
    }
    return answers;
  }

  /** Answers in the address, put there by who sent the link: taken over, named where they no longer fit, and removed. */
  openLink() {
    if (!location.hash.startsWith(LINK)) return;
    const fragment = decodeURIComponent(location.hash);
    const pairs = fragment.slice(LINK.length).split("_").filter(Boolean).map((pair) => /^([a-z0-9.-]{1,60})~([a-z0-9-]{1,60})$/.exec(pair));
    this.state = fresh();
    if (fragment.length > LONGEST_LINK || pairs.some((pair) => !pair)) {
      this.notice = "Deze link is beschadigd of te lang. De boom begint opnieuw.";
    } else {
      /** @type {Answers} */
      const said = Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]]));
      this.state.antwoorden = this.fitting(said);
      const lost = Object.keys(said).filter((question) => !(question in this.state.antwoorden));
      this.notice = lost.length
        ? `Deze link is van een eerdere versie. Niet meer passend en weggelaten: ${lost.join(", ")}. De rest is bewaard.`
        : "Geopend vanuit een link. De antwoorden staan niet meer in het adres.";
    }
    history.replaceState({ boom: { [this.tree]: this.state } }, "", location.pathname + location.search);
  }

  /** @param {State} state the next state; one step deeper in the tab's history */
  go(state) {
    this.state = { ...state, diepte: this.state.diepte + 1 };
    history.pushState({ boom: { [this.tree]: this.state } }, "", location.pathname + location.search);
    this.render(true);
  }

  /** @param {string} question @param {string} answer @returns {HTMLAnchorElement | null} */
  answerOf(question, answer) {
    const node = this.nodes.get(question);
    return node?.querySelector(`.antwoord[data-antwoord="${CSS.escape(answer)}"]`) ?? null;
  }

  /** The route that the answers make, along the links of the text, and the node where it ends. */
  follow() {
    /** @type {Step[]} */
    const route = [];
    let id = this.start;
    while (id !== this.state.bij && id in this.state.antwoorden) {
      const answer = this.answerOf(id, this.state.antwoorden[id]);
      if (!answer) break;
      route.push({ vraag: id, antwoord: this.state.antwoorden[id] });
      id = answer.dataset.naar ?? "";
    }
    return { route, id };
  }

  /** @param {Event} event */
  click(event) {
    const target = /** @type {Element} */ (event.target);
    const answer = /** @type {HTMLElement | null} */ (target.closest("button.antwoord"));
    const change = /** @type {HTMLElement | null} */ (target.closest("button.wijzig"));
    const { route, id } = this.follow();
    if (answer) {
      const answers = { ...this.state.antwoorden, [id]: answer.dataset.antwoord ?? "" };
      const { actief, personen } = this.state;
      const people = personen.map((person, index) => (index === actief ? { ...person, antwoorden: answers } : person));
      this.go({ ...this.state, antwoorden: answers, personen: people, bij: null });
    } else if (change) {
      this.go({ ...this.state, bij: route[Number(change.dataset.stap)]?.vraag ?? null });
    }
  }

  back() {
    if (this.state.diepte > 0) return history.back();
    const last = this.follow().route.at(-1);
    if (!last) return;
    const { [last.vraag]: _, ...rest } = this.state.antwoorden;
    this.state = { ...this.state, antwoorden: rest, bij: null, diepte: 0 };
    history.replaceState({ boom: { [this.tree]: this.state } }, "", location.pathname + location.search);
    this.render(true);
  }

  restart() {
    const steps = this.state.diepte;
    const forget = () => {
      this.state = fresh();
      history.replaceState(null, "", location.pathname + location.search);
      if (steps) history.pushState(null, "", location.pathname + location.search); // drops what "forward" would bring back
      this.render(true);
      this.message.textContent = "Alles is gewist. Je begint opnieuw.";
    };
    if (!steps) return forget();
    addEventListener("popstate", forget, { once: true });
    history.go(-steps);
  }

  /** @param {boolean} focus whether the reader made this step, so that focus follows */
  render(focus) {
    const { route, id } = this.follow();
    const source = this.nodes.get(id);
    if (!source) return;
    const node = /** @type {HTMLElement} */ (source.cloneNode(true));
    node.removeAttribute("id");
    const done = node.classList.contains("uitkomst");
    if (done) this.addNotes(node, route);
    for (const link of node.querySelectorAll("a.antwoord")) link.replaceWith(this.button(/** @type {any} */ (link), id));
    node.querySelectorAll(".aanvulling").forEach((list) => list.remove());
    one(this.element, ".boom-knoop").replaceChildren(node);
    const place = one(this.element, ".boom-plaats");
    const about = this.state.actief === null ? "" : `Persoon ${this.state.actief + 1} · `;
    const step = `Vraag ${route.length + 1}`;
    const most = route.length + Number(node.dataset.nog);
    place.textContent =
      about + (done ? `Advies na ${route.length} ${route.length === 1 ? "antwoord" : "antwoorden"}` : `${step} van hoogstens ${most}`);
    // The browser keeps titles in its history: so no words of a question or an advice.
    document.title = `${done ? "Advies" : step} – ${this.title}`;
    this.message.textContent = this.notice;
    this.notice = "";
    /** @type {HTMLElement} */ (one(this.element, ".boom-uitvoer")).hidden = !done;
    /** @type {HTMLElement} */ (one(this.element, ".boom-verslag")).hidden = true;
    void this.household?.render();
    this.renderRoute(route, done, node);
    /** @type {HTMLElement} */ (one(this.element, ".boom-terug")).hidden = !route.length && !this.state.diepte;
    /** @type {HTMLElement} */ (one(this.element, ".boom-opnieuw")).hidden = !route.length && !this.state.personen.length;
    if (focus) {
      const heading = /** @type {HTMLElement} */ (one(node, "h3"));
      heading.focus({ preventScroll: true });
      this.loop.scrollIntoView({ block: "start" });
    }
    if (!this.state.bij) void this.verify(id, route, node);
  }

  /** @param {HTMLAnchorElement} link @param {string} question */
  button(link, question) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "antwoord";
    button.dataset.antwoord = link.dataset.antwoord;
    button.textContent = link.textContent;
    if (this.state.antwoorden[question] === link.dataset.antwoord) {
      button.setAttribute("aria-pressed", "true");
      button.classList.add("gekozen");
    }
    return button;
  }

  /** @param {HTMLElement} outcome @param {Step[]} route */
  addNotes(outcome, route) {
    if (!("aanvullen" in outcome.dataset)) return;
    for (const step of route) {
      const answer = this.answerOf(step.vraag, step.antwoord)?.closest("li");
      for (const note of answer?.querySelectorAll(".aanvulling > li") ?? []) {
        const item = document.createElement("li");
        item.textContent = note.textContent;
        one(outcome, `.${/** @type {HTMLElement} */ (note).dataset.deel}`).append(item);
      }
    }
  }

  /** @param {Step[]} route @param {boolean} done @param {HTMLElement} node */
  renderRoute(route, done, node) {
    const section = /** @type {HTMLElement} */ (one(this.element, ".boom-route"));
    const list = document.createElement("ol");
    route.forEach((step, index) => {
      const item = document.createElement("li");
      const question = this.nodes.get(step.vraag)?.querySelector("h3")?.textContent ?? "";
      const answer = this.answerOf(step.vraag, step.antwoord)?.textContent ?? "";
      const change = document.createElement("button");
      change.type = "button";
      change.className = "wijzig";
      change.dataset.stap = String(index);
      change.textContent = "Wijzig";
      change.setAttribute("aria-label", `Wijzig je antwoord op: ${question}`);
      const words = document.createElement("span");
      const strong = document.createElement("strong");
      strong.textContent = answer;
      words.append(question, " ", strong);
      item.append(words, " ", change);
      list.append(item);
    });
    section.hidden = done || !route.length;
    one(section, "ol").replaceWith(list);
    if (done) {
      const heading = document.createElement("h4");
      heading.textContent = "Waarom: je antwoorden";
      list.className = "boom-redenlijst";
      one(node, ".boom-redenen").replaceChildren(heading, list);
      one(section, "h2").after(document.createElement("ol"));
    }
  }

  recordText() {
    return one(this.element, ".boom-verslag pre").textContent ?? "";
  }

  async makeRecord() {
    const section = /** @type {HTMLElement} */ (one(this.element, ".boom-verslag"));
    this.message.textContent = this.element.dataset.python === "loading" ? "Het verslag komt zodra de rekenhulp klaar is." : "";
    try {
      const date = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());
      const asked = { doe: "verslag", boom: this.tree, antwoorden: this.state.antwoorden, datum: date };
      const { tekst } = await this.python.ask(asked);
      one(section, "pre").textContent = tekst;
      section.hidden = false;
      this.message.textContent = "";
      /** @type {HTMLElement} */ (one(section, "h2")).focus();
    } catch {
      this.message.textContent = "Zonder rekenhulp kan het verslag hier niet worden gemaakt. Print deze bladzijde, of kopieer de tekst zelf.";
    }
  }

  printRecord() {
    document.documentElement.classList.add("print-verslag");
    window.print();
    document.documentElement.classList.remove("print-verslag");
  }

  saveRecord() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.recordText()], { type: "text/plain;charset=utf-8" }));
    link.download = `afwegingsverslag-${this.tree}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async copyLink() {
    const pairs = this.follow().route.map((step) => `${step.vraag}~${step.antwoord}`);
    const url = `${location.origin}${location.pathname}${LINK}${pairs.join("_")}`;
    await this.copy(url, "Link gekopieerd. Wie hem opent, ziet je antwoorden.");
  }

  /** @param {string} text @param {string} said */
  async copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      this.message.textContent = said;
    } catch {
      this.message.textContent = `Kopiëren lukt hier niet. Kopieer dit zelf: ${text}`;
    }
  }

  /** @param {number} step */
  progress(step) {
    /** @type {HTMLProgressElement} */ (one(this.element, ".boom-voortgang")).value = step;
    const words = ["De rekenhulp start…", "De rekenhulp laadt…", "De rekenhulp is geladen…", "De regels laden…", "Bijna klaar…"];
    one(this.element, ".boom-stand").textContent = `${words[step] ?? ""} Je kunt al antwoorden.`;
  }

  pythonReady() {
    this.element.dataset.python = "ready";
    this.python.stopped = (error) => this.pythonUnavailable(error);
    /** @type {HTMLElement} */ (one(this.element, ".boom-voortgang")).hidden = true;
    one(this.element, ".boom-stand").textContent = "De rekenhulp controleert elke stap.";
    void this.household?.render();
    const { route, id } = this.follow();
    const node = one(this.element, ".boom-knoop > *");
    if (!this.state.bij) void this.verify(id, route, /** @type {HTMLElement} */ (node));
  }

  /** @param {unknown} error */
  pythonUnavailable(error) {
    this.element.dataset.python = "unavailable";
    /** @type {HTMLElement} */ (one(this.element, ".boom-voortgang")).hidden = true;
    const reason = error instanceof Error ? error.message : String(error);
    one(this.element, ".boom-stand").textContent =
      `De rekenhulp kan hier niet starten (${reason}). De vragen en antwoorden werken gewoon. ` +
      "De hele boom staat hieronder ook als tekst.";
    void this.household?.render();
  }

  /** Ask Python for its view; if it differs from the one shown, Python's is followed and the reader told.
   * @param {string} id @param {Step[]} route @param {HTMLElement} node */
  async verify(id, route, node) {
    if (this.element.dataset.python !== "ready") return;
    const asked = this.state;
    const view = await this.python.ask({ doe: "beeld", boom: this.tree, antwoorden: asked.antwoorden }).catch(() => null);
    if (!view || asked !== this.state) return;
    const there = view[view.soort];
    if (there.id === id && JSON.stringify(view.route) === JSON.stringify(route) && sameText(view, node)) {
      this.element.dataset.gecontroleerd = id;
      return;
    }
    this.state = { ...asked, antwoorden: Object.fromEntries(view.route.map((/** @type {Step} */ s) => [s.vraag, s.antwoord])) };
    this.element.dataset.verschil = id;
    this.render(false);
    this.message.textContent = "De getoonde stap klopte niet met de regels. Hij is hersteld; lees hem opnieuw.";
  }
}

/** Whether the words shown are Python's.
 * @param {any} view @param {HTMLElement} node */
function sameText(view, node) {
  const words = (/** @type {string} */ selector) =>
    [...node.querySelectorAll(selector)].map((element) => (element.textContent ?? "").trim());
  const sentence = (/** @type {string} */ text) =>
    text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");
  if (view.soort === "vraag") {
    const answers = view.vraag.antwoorden.map((/** @type {any} */ answer) => answer.tekst);
    return words("h3")[0] === view.vraag.tekst && JSON.stringify(words(".antwoord")) === JSON.stringify(answers);
  }
  return ["stappen", "vastleggen", "vertellen"].every((part) => {
    const expected = [...view.uitkomst[part].map(sentence), ...view.aanvulling[part].map(sentence)];
    return JSON.stringify(words(`.${part} > li`).map(sentence)) === JSON.stringify(expected);
  });
}

for (const element of document.querySelectorAll(".boom")) new Walker(/** @type {HTMLElement} */ (element)).begin();
