// The walker of a tree's page: shows one node of the tree's text at a time, and lets Python check what is shown.
// It follows the links that Python put in the page; it decides nothing. Answers live in this tab's history only.

import { decoded, TreeText } from "./boomtekst.js";
import { Household } from "./huishouden.js";
import { PythonClient, python } from "./python.js";

/** @typedef {import("./boomtekst.js").Answers} Answers */
/** @typedef {import("./boomtekst.js").Step} Step */
/** @typedef {import("./boomtekst.js").Place} Place */
/** @typedef {{antwoorden: Answers, bij: string | null, diepte: number, huishouden: unknown}} State `bij`: the question that is
 * looked at again; `diepte`: steps in the tab's history; `huishouden`: what huishouden.js keeps */

/** @template {Element} T @param {ParentNode} parent @param {string} selector @returns {T} */
function one(parent, selector) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`missing ${selector}`);
  return /** @type {T} */ (found);
}

const LINK = "#a=";
const LONGEST_LINK = 2000; // as decision_trees/link.py has it
const SAME_TAP = 350; // milliseconds within which a finger's second tap on one place belongs to the first
const SAME_PLACE = 24; // pixels

/** The address without what stands behind the `#`; the whole of it, for a path that begins with two slashes names a host. */
const withoutFragment = () => location.href.split("#")[0];

/** @returns {State} */
const fresh = () => ({ antwoorden: {}, bij: null, diepte: 0, huishouden: null });

export class Walker {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.tree = element.dataset.boom ?? "";
    this.start = element.dataset.start ?? "";
    this.title = document.title;
    this.loop = /** @type {HTMLElement} */ (one(element, ".boom-loop"));
    this.text = /** @type {HTMLDetailsElement} */ (one(element, ".boom-tekst"));
    this.whole = new TreeText(this.text, this.tree, this.start);
    this.message = one(element, ".boom-melding");
    /** When and where the last tap gave an answer. @type {{moment: number, x: number, y: number}} */
    this.tap = { moment: -Infinity, x: 0, y: 0 };
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
    this.element.addEventListener("click", (event) => this.once(event), { capture: true });
    this.loop.addEventListener("click", (event) => this.click(event));
    one(this.element, ".boom-herlaad").addEventListener("click", () => location.reload());
    one(this.element, ".boom-terug").addEventListener("click", () => this.back());
    one(this.element, ".boom-opnieuw").addEventListener("click", () => this.restart());
    one(this.element, ".boom-verslag-knop").addEventListener("click", () => void this.makeRecord());
    one(this.element, ".boom-link-knop").addEventListener("click", () => void this.copyLink());
    one(this.element, ".verslag-kopieer").addEventListener("click", () => void this.copy(this.recordText(), "Het verslag is gekopieerd."));
    one(this.element, ".verslag-print").addEventListener("click", () => this.printRecord());
    one(this.element, ".verslag-bewaar").addEventListener("click", () => this.saveRecord());
    addEventListener("popstate", (event) => {
      if (location.hash && !event.state?.boom) return; // a link into the text
      const { antwoorden, bij } = this.state;
      this.state = this.readState(event.state);
      // A step back in the overview of a household is no step in the walk: the focus stays where it is.
      this.render(JSON.stringify([antwoorden, bij]) !== JSON.stringify([this.state.antwoorden, this.state.bij]));
    });
    addEventListener("hashchange", () => this.openText());
    this.openText();
    this.render(false);
    this.progress(this.python.step);
    this.python.ready.then(
      (digests) => this.compare(digests),
      (error) => this.pythonUnavailable(error),
    );
  }

  /** A link to a question or an outcome opens the text it stands in. */
  openText() {
    const target = location.hash && document.getElementById(decoded(location.hash.slice(1)));
    if (target && this.text.contains(target)) {
      this.text.open = true;
      target.scrollIntoView();
    }
  }

  /** @param {unknown} value what the browser kept for this tab; anything odd is a fresh start @returns {State} */
  readState(value) {
    const kept = /** @type {any} */ (value)?.boom?.[this.tree];
    if (!kept || typeof kept !== "object") return fresh();
    const at = typeof kept.bij === "string" && this.whole.nodes.has(kept.bij) ? kept.bij : null;
    const depth = Number.isInteger(kept.diepte) && kept.diepte >= 0 && kept.diepte < history.length ? kept.diepte : 0;
    return { antwoorden: this.whole.fitting(kept.antwoorden), bij: at, diepte: depth, huishouden: Household.clean(kept.huishouden) };
  }

  /** Answers in the address, put there by who sent the link: taken over, named where they no longer fit, and removed. */
  openLink() {
    if (!location.hash.startsWith(LINK)) return;
    const fragment = decoded(location.hash);
    const pairs = fragment.slice(LINK.length).split("_").filter(Boolean).map((pair) => /^([a-z0-9.-]{1,60})~([a-z0-9-]{1,60})$/.exec(pair));
    this.state = fresh();
    if (fragment.length > LONGEST_LINK || pairs.some((pair) => !pair)) {
      this.notice = "Deze link is beschadigd of te lang. De boom begint opnieuw.";
    } else {
      /** @type {Answers} */
      const said = Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]]));
      this.state.antwoorden = this.whole.fitting(said);
      const lost = Object.keys(said).filter((question) => !(question in this.state.antwoorden));
      this.notice = lost.length
        ? `Deze link is van een eerdere versie. Niet meer passend en weggelaten: ${lost.join(", ")}. De rest is bewaard.`
        : "Geopend vanuit een link. De antwoorden staan niet meer in het adres.";
    }
    history.replaceState({ boom: { [this.tree]: this.state } }, "", withoutFragment());
  }

  /** @param {State} state the next state; one step deeper in the tab's history */
  go(state) {
    this.state = { ...state, diepte: this.state.diepte + 1 };
    history.pushState({ boom: { [this.tree]: this.state } }, "", withoutFragment());
    this.render(true);
  }

  /** @returns {Place} where the answers lead */
  follow() {
    return this.whole.follow(this.state.antwoorden, this.state.bij);
  }

  /** The second click of a double tap does nothing: it was meant for the question that is gone. A mouse counts its clicks; a
   * finger is known by time and place. @param {MouseEvent} event */
  once(event) {
    const since = event.timeStamp - this.tap.moment;
    const near = Math.hypot(event.clientX - this.tap.x, event.clientY - this.tap.y) < SAME_PLACE;
    const finger = /** @type {PointerEvent} */ (event).pointerType !== "mouse" && event.detail > 0;
    if ((event.detail > 1 && since < 2 * SAME_TAP) || (finger && near && since < SAME_TAP)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = /** @type {Element} */ (event.target);
    const answer = /** @type {HTMLElement | null} */ (target.closest("button.antwoord"));
    const change = /** @type {HTMLElement | null} */ (target.closest("button.wijzig"));
    if (answer) {
      this.tap = { moment: event.timeStamp, x: event.clientX, y: event.clientY };
      this.give(answer.dataset.antwoord ?? "");
    } else if (change) {
      this.go({ ...this.state, bij: this.follow().route[Number(change.dataset.stap)]?.vraag ?? null });
    } else if (target.closest("button.boom-verder")) {
      this.go({ ...this.state, bij: this.follow().route.at(-1)?.vraag ?? null });
    }
  }

  /** The answer becomes the latest, so that what rests on it is asked again; an answer that stays as it was changes nothing.
   * @param {string} answer */
  give(answer) {
    const { id, eerder } = this.follow();
    const { [id]: before, ...others } = this.state.antwoorden;
    const same = before === answer && !eerder;
    this.go({ ...this.state, antwoorden: same ? this.state.antwoorden : { ...others, [id]: answer }, bij: null });
  }

  back() {
    if (this.state.diepte > 0) return history.back();
    const last = this.follow().route.at(-1);
    if (!last) return;
    const { [last.vraag]: _, ...rest } = this.state.antwoorden;
    this.state = { ...this.state, antwoorden: rest, bij: null, diepte: 0 };
    history.replaceState({ boom: { [this.tree]: this.state } }, "", withoutFragment());
    this.render(true);
  }

  restart() {
    const steps = this.state.diepte;
    let done = false;
    const forget = () => {
      if (done) return;
      done = true;
      this.state = fresh();
      history.replaceState(null, "", withoutFragment());
      if (steps) history.pushState(null, "", withoutFragment()); // drops what "forward" would bring back
      this.render(true);
      this.message.textContent = "Alles is gewist. Je begint opnieuw.";
    };
    if (!steps) return forget();
    addEventListener("popstate", forget, { once: true });
    setTimeout(forget, 1000); // the browser may have fewer steps to go back than the tab's state says
    history.go(-steps);
  }

  /** @param {boolean} focus whether the reader made this step, so that focus follows */
  render(focus) {
    const place = this.follow();
    const source = this.whole.nodes.get(place.id);
    if (!source) return this.stop();
    if (this.element.dataset.python === "different") return;
    const { route, id } = place;
    const node = /** @type {HTMLElement} */ (source.cloneNode(true));
    node.removeAttribute("id");
    const done = node.classList.contains("uitkomst");
    if (!done) this.renderAnswers(node, place);
    one(this.element, ".boom-knoop").replaceChildren(node);
    const step = `Vraag ${route.length + 1}`;
    one(this.element, ".boom-plaats").textContent = done
      ? `Advies na ${route.length} ${route.length === 1 ? "antwoord" : "antwoorden"}`
      : `${step} van hoogstens ${route.length + Number(node.dataset.nog)}`;
    // The browser keeps titles in its history: so no words of a question or an advice.
    document.title = `${done ? "Advies" : step} – ${this.title}`;
    this.message.textContent = this.notice;
    this.notice = "";
    /** @type {HTMLElement} */ (one(this.element, ".boom-uitvoer")).hidden = !done;
    /** @type {HTMLElement} */ (one(this.element, ".boom-verslag")).hidden = true;
    void this.household?.render();
    this.renderRoute(route, done, node);
    /** @type {HTMLElement} */ (one(this.element, ".boom-terug")).hidden = !route.length && !this.state.diepte;
    const untouched = !route.length && !this.state.huishouden && !this.state.diepte;
    /** @type {HTMLElement} */ (one(this.element, ".boom-opnieuw")).hidden = untouched;
    if (focus) {
      const heading = /** @type {HTMLElement} */ (one(node, "h3"));
      heading.focus({ preventScroll: true });
      this.loop.scrollIntoView({ block: "start" });
    }
    void this.verify(place);
  }

  /** The answers that are offered here, as buttons; and, where something changed before it, the earlier answer to confirm.
   * @param {HTMLElement} node @param {Place} place */
  renderAnswers(node, { id, gezegd, eerder }) {
    const list = one(node, ".antwoorden");
    list.replaceChildren(
      ...this.whole.offered(id, gezegd).map((link) => {
        const item = document.createElement("li");
        item.append(this.button(link, eerder || this.state.antwoorden[id]));
        return item;
      }),
    );
    if (!eerder) return;
    const notice = document.createElement("p");
    notice.className = "boom-eerder";
    notice.id = "boom-eerder";
    const strong = document.createElement("strong");
    strong.textContent = "Klopt dit nog?";
    notice.append(strong, ` Je veranderde iets wat hiervoor telt. Eerder koos je: “${this.whole.answer(id, eerder)?.textContent}”.`);
    list.before(notice);
    one(node, "h3").setAttribute("aria-describedby", notice.id);
  }

  /** @param {HTMLAnchorElement} link @param {string | undefined} chosen the answer that was chosen before */
  button(link, chosen) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "antwoord";
    button.dataset.antwoord = link.dataset.antwoord;
    button.textContent = link.textContent;
    if (chosen === link.dataset.antwoord) {
      button.setAttribute("aria-pressed", "true");
      button.classList.add("gekozen");
    }
    return button;
  }

  /** @param {Step[]} route @param {boolean} done @param {HTMLElement} node */
  renderRoute(route, done, node) {
    const section = /** @type {HTMLElement} */ (one(this.element, ".boom-route"));
    const list = document.createElement("ol");
    list.append(...route.map((step, index) => this.routeItem(step, index)));
    section.hidden = done || !route.length;
    if (!done) return one(section, "ol").replaceWith(list);
    one(section, "ol").replaceChildren();
    list.className = "boom-redenlijst";
    const reasons = document.createElement("details");
    reasons.className = "dicht";
    const summary = document.createElement("summary");
    summary.textContent = `Je antwoorden (${route.length})`;
    reasons.append(summary, list, this.considerations(route));
    one(node, ".boom-redenen").replaceChildren(...this.wayBack(node), reasons);
  }

  /** @param {Step} step @param {number} index */
  routeItem(step, index) {
    const item = document.createElement("li");
    const question = this.whole.words(step.vraag);
    const change = document.createElement("button");
    change.type = "button";
    change.className = "wijzig";
    change.dataset.stap = String(index);
    change.textContent = "Wijzig";
    change.setAttribute("aria-label", `Wijzig je antwoord op: ${question}`);
    const words = document.createElement("span");
    const strong = document.createElement("strong");
    strong.textContent = this.whole.answer(step.vraag, step.antwoord)?.textContent ?? "";
    words.append(question, " ", strong);
    item.append(words, " ", change);
    return item;
  }

  /** The guide's considerations, each with the first answer that Python marked as affirming it. @param {Step[]} route */
  considerations(route) {
    const template = /** @type {HTMLTemplateElement} */ (one(this.element, ".boom-afwegingen"));
    const filled = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (filled.querySelectorAll("[data-afweging]"))) {
      const answers = route.map((step) => this.whole.answer(step.vraag, step.antwoord));
      const found = answers.find((answer) => answer?.dataset.bevestigt?.split(" ").includes(item.dataset.afweging ?? ""));
      if (found) one(item, "strong").textContent = `“${found.textContent}”`;
    }
    return filled;
  }

  /** From an advice that is no permission one tap leads back to the question, answers kept.
   * @param {HTMLElement} node @returns {HTMLElement[]} */
  wayBack(node) {
    if (!node.dataset.terug) return [];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "boom-verder";
    button.textContent = node.dataset.terug;
    return [button];
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

  /** Python has started: only when the page and Python have the same tree, word for word, does Python check the steps.
   * @param {Record<string, string>} digests the digest of each of Python's trees, by id */
  async compare(digests) {
    if (digests[this.tree] !== this.element.dataset.vingerafdruk) return this.stop();
    this.python.stopped = (error) => this.pythonUnavailable(error);
    const asked = { doe: "vergelijk", boom: this.tree, tekst: this.whole.whole() };
    const { gelijk } = await this.python.ask(asked).catch(() => ({ gelijk: false }));
    if (this.element.dataset.python !== "loading") return; // stopped meanwhile
    if (!gelijk) return this.stop();
    this.element.dataset.python = "ready";
    /** @type {HTMLElement} */ (one(this.element, ".boom-voortgang")).hidden = true;
    one(this.element, ".boom-stand").textContent = "✓ De bladzijde klopt met de regels. De rekenhulp controleert elke stap.";
    void this.household?.render();
    void this.verify(this.follow());
  }

  /** @param {unknown} error */
  pythonUnavailable(error) {
    if (this.element.dataset.python === "different") return;
    this.element.dataset.python = "unavailable";
    /** @type {HTMLElement} */ (one(this.element, ".boom-voortgang")).hidden = true;
    const reason = error instanceof Error ? error.message : String(error);
    one(this.element, ".boom-stand").textContent =
      `De rekenhulp kan hier niet starten (${reason}). De vragen en antwoorden werken gewoon, maar niemand controleert de ` +
      "stappen na. De hele boom staat hieronder ook als tekst.";
    void this.household?.render();
  }

  /** Ask Python for its view of this place; the least difference stops the walk.
   * @param {Place} place */
  async verify({ route, id, eerder, gezegd }) {
    if (this.element.dataset.python !== "ready") return;
    const asked = this.state;
    // A question that is looked at again is, to Python, the first without an answer.
    const answers = id === asked.bij ? Object.fromEntries(route.map((step) => [step.vraag, step.antwoord])) : asked.antwoorden;
    const request = { doe: "beeld", boom: this.tree, antwoorden: answers, tekst: this.whole.node(id) };
    const view = await this.python.ask(request).catch(() => null);
    if (asked !== this.state || this.element.dataset.python !== "ready") return;
    const seen = [id, route, eerder, this.whole.offered(id, gezegd).map((link) => link.dataset.antwoord), true];
    const there = view && [view[view.soort].id, view.route, view.eerder, view.aangeboden, view.gelijk];
    if (JSON.stringify(seen) !== JSON.stringify(there)) return this.stop();
    this.element.dataset.gecontroleerd = id;
  }

  /** The page and the rules are not of one version: nothing is advised any more. */
  stop() {
    this.element.dataset.python = "different";
    delete this.element.dataset.gecontroleerd;
    document.title = this.title;
    one(this.element, ".boom-knoop").replaceChildren();
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll(":scope > *"))) part.hidden = true;
    const place = /** @type {HTMLElement} */ (one(this.element, ".boom-stop"));
    place.hidden = false;
    /** @type {HTMLElement} */ (one(place, "h2")).focus();
  }
}

for (const element of document.querySelectorAll(".boom")) new Walker(/** @type {HTMLElement} */ (element)).begin();
