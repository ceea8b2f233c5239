// The walker of a tree's page: shows one node of the tree's text at a time, and lets Python check what is shown.
// It follows the links that Python put in the page; it decides nothing. Answers live in this tab's history only, sealed.

import { keptFor, readLink, words } from "./boominvoer.js";
import { one, TreeText } from "./boomtekst.js";
import { Checks } from "./controle.js";
import { AskedForms } from "./formulieren.js";
import { Household } from "./huishouden.js";
import { count, fragment, hasFragment, own, textOr } from "./invoer.js";
import { Vault } from "./kluis.js";
import { Terms } from "./termijnen.js";
import { unfoldOnPaper } from "./papier.js";
import { WrittenRecord } from "./verslag.js";

/** @typedef {import("./boomtekst.js").Answers} Answers */
/** @typedef {import("./boomtekst.js").Step} Step */
/** @typedef {import("./boomtekst.js").Place} Place */
/** @typedef {{antwoorden: Answers, bij: string | null, diepte: number, huishouden: unknown, link: boolean}} State `bij`: the question that is
 * looked at again; `diepte`: steps in the tab's history; `huishouden`: what huishouden.js keeps; `link`: whether a link with answers
 * was opened, which the browser's own list of visited pages still has */

const SAME_TAP = 350; // milliseconds within which a finger's second tap on one place belongs to the first
const SAME_PLACE = 24; // pixels

/** The address without what stands behind the `#`; the whole of it, for a path that begins with two slashes names a host. */
const withoutFragment = () => location.href.split("#")[0];

/** @returns {State} */
const fresh = () => ({ antwoorden: {}, bij: null, diepte: 0, huishouden: null, link: false });

const WIPED = "Alles is gewist. Je begint opnieuw.";
const IN_HISTORY = "Je opende een link met antwoorden: die staat nog in de geschiedenis van je browser. Wis hem daar.";
const CLOSE_TAB = "Alles op deze bladzijde is gewist. Deze browser bewaart je eerdere stappen nog in dit tabblad: sluit het.";

const LOST =
  "Je antwoorden zijn er niet meer: in een privévenster bewaart je browser ze niet, en ze gaan weg na een week, of als je in een kopie van " +
  "dit tabblad wist. Je begint opnieuw.";

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
    /** When and where a button was last tapped. @type {{moment: number, x: number, y: number}} */
    this.tap = { moment: -Infinity, x: 0, y: 0 };
    this.vault = new Vault();
    this.vault.refreshed = () => this.keepAgain();
    /** @type {State} */
    this.state = fresh();
    this.notice = "";
    /** What a link opened: its answers are at hand to change. */
    this.opened = "";
    /** Whether the page is on its way back to where the walk began, after a wipe. */
    this.returning = false;
    /** How often another place in the tab's history was gone to: the last one counts. */
    this.visits = 0;
    this.checks = new Checks(element, this);
    this.record = new WrittenRecord(element, this);
    const terms = /** @type {HTMLElement | null} */ (element.querySelector(".boom-termijnen"));
    this.terms = terms && new Terms(terms, this);
    this.forms = new AskedForms(element, this);
    const place = /** @type {HTMLElement | null} */ (element.querySelector(".huishouden"));
    this.household = place && new Household(place, this);
  }

  begin() {
    this.element.addEventListener("click", (event) => this.once(event), { capture: true });
    this.loop.addEventListener("click", (event) => this.click(event));
    one(this.element, ".boom-herlaad").addEventListener("click", () => location.reload());
    one(this.element, ".boom-terug").addEventListener("click", () => this.back());
    for (const again of this.element.querySelectorAll(".boom-opnieuw, .boom-wis")) again.addEventListener("click", () => this.restart());
    one(this.element, ".boom-nieuw").addEventListener("click", () => this.sure(true));
    one(this.element, ".boom-houd").addEventListener("click", () => this.sure(false));
    addEventListener("popstate", (event) => void this.arrive(event));
    addEventListener("hashchange", () => this.follows());
    addEventListener("pageshow", (event) => event.persisted && void this.comeBack());
    addEventListener("pagehide", () => this.leave());
    unfoldOnPaper(this.element);
    void this.resume();
    document.documentElement.classList.remove("boom-wacht"); // what a link's answers lead to stands there now
    this.checks.listen();
    this.element.dataset.loopt = ""; // macros/runtime/pythonbegin.js looks
  }

  /** Where the walk begins: at what a link says, at what this tab kept, or at the start. */
  async resume() {
    if (this.openLink()) {
      this.render(false);
      if (this.opened === "huishouden") this.household?.element.scrollIntoView();
      return;
    }
    const kept = keptFor(this.tree);
    if (!Vault.isSealed(kept)) return this.show(kept);
    this.element.dataset.hersteld = "bezig";
    const asked = (this.visits += 1);
    const state = await this.vault.open(kept);
    delete this.element.dataset.hersteld;
    if (asked !== this.visits) return;
    if (state === undefined && this.vault.isLost(kept)) this.notice = LOST;
    this.show(state);
  }

  /** @param {unknown} kept */
  show(kept) {
    this.state = this.readState(kept);
    const lost = this.lost(own(kept, "antwoorden"));
    if (lost) this.notice = `Deze boom is vernieuwd. ${lost}`;
    this.openText();
    this.render(false);
  }

  /** Another place in the tab's history. @param {PopStateEvent} event */
  async arrive(event) {
    if (this.returning) return; // after a wipe: nothing that is kept there can be read
    const kept = keptFor(this.tree, event);
    if (kept === undefined && hasFragment()) return this.keepAgain(); // a link into the text: the walk above it goes along
    const { antwoorden, bij } = this.state;
    const asked = (this.visits += 1);
    const sealed = Vault.isSealed(kept);
    const found = sealed ? this.vault.read(kept) ?? (await this.vault.open(kept)) : kept;
    const state = this.readState(found);
    if (asked !== this.visits || JSON.stringify(state) === JSON.stringify(this.state)) return;
    if (found === undefined && sealed && this.vault.isLost(kept)) this.notice = LOST;
    this.state = state;
    // A step back in the overview of a household is no step in the walk: the focus stays where it is.
    this.render(JSON.stringify([antwoorden, bij]) !== JSON.stringify([this.state.antwoorden, this.state.bij]));
  }

  /** The page goes, and Python with it: a browser may not give back its memory otherwise. */
  leave() {
    this.checks.end();
  }

  /** The page was kept as it was while the reader was elsewhere: in this tab everything may have been wiped meanwhile. */
  async comeBack() {
    this.checks.start();
    if (!(await this.vault.isGone())) return;
    await this.vault.wipe();
    this.forget();
    this.render(false);
  }

  /** The address changed behind its `#`: a link with answers, or one to a question or an outcome. */
  follows() {
    if (this.openLink()) this.render(true);
    else this.openText();
  }

  /** A link to a question or an outcome opens the text it stands in. */
  openText() {
    const target = hasFragment() && document.getElementById(fragment());
    if (target && this.text.contains(target)) {
      this.text.open = true;
      target.scrollIntoView();
    }
  }

  /** @param {unknown} kept what was kept for this tab; anything odd is a fresh start @returns {State} */
  readState(kept) {
    const at = textOr(own(kept, "bij"), "");
    return {
      antwoorden: this.whole.fitting(own(kept, "antwoorden")),
      bij: this.whole.nodes.has(at) ? at : null,
      diepte: count(own(kept, "diepte"), history.length - 1),
      huishouden: Household.clean(own(kept, "huishouden")),
      link: own(kept, "link") === true,
    };
  }

  /** Answers in the address, put there by who sent the link: taken over, named where they no longer fit, and removed.
   * @returns {boolean} whether there was such a link */
  openLink() {
    const link = readLink();
    if (!link) return false;
    this.visits += 1;
    this.state = { ...fresh(), link: true };
    if ("beschadigd" in link) {
      this.notice = "Deze link is beschadigd of te lang. De boom begint opnieuw.";
    } else {
      this.state.antwoorden = this.whole.fitting(link.woorden);
      this.state.huishouden = Household.clean(link.feiten);
      this.opened = this.state.huishouden ? "huishouden" : "boom";
      const lost = this.lost(link.woorden);
      this.notice = lost
        ? `Deze link is van een eerdere versie. ${lost}`
        : "Geopend vanuit een link. De antwoorden staan niet meer in het adres.";
    }
    this.keep("replaceState");
    return true;
  }

  /** @param {unknown} said answers that were given @returns {string} which of them this tree does not have, for the reader */
  lost(said) {
    const gone = Object.keys(words(said)).filter((question) => !Object.hasOwn(this.state.antwoorden, question));
    return gone.length ? `Niet meer passend en weggelaten: ${gone.join(", ")}. De rest is bewaard.` : "";
  }

  /** Keeps the state in the tab's history. @param {"pushState" | "replaceState"} how @param {string} [address]
   * @returns {boolean} false when the browser had enough of it (Safari: 100 times in 30 seconds): then the walk goes on, and “back” skips a step */
  keep(how, address = withoutFragment()) {
    return this.write(how, { boom: { [this.tree]: this.vault.seal(this.state) } }, address);
  }

  /** Leaves nothing in this place of the tab's history. @param {"pushState" | "replaceState"} how */
  empty(how) {
    this.write(how, null, withoutFragment());
  }

  /** @param {"pushState" | "replaceState"} how @param {unknown} state @param {string} address @returns {boolean} */
  write(how, state, address) {
    try {
      history[how](state, "", address);
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps in this place of the tab's history what stands on the page. */
  keepAgain() {
    if (JSON.stringify(this.state) !== JSON.stringify(fresh())) this.keep("replaceState", location.href);
  }

  /** @param {State} state the next state; one step deeper in the tab's history */
  go(state) {
    this.deeper(state);
    this.render(true);
  }

  /** @param {State} state */
  deeper(state) {
    const before = this.state.diepte;
    this.visits += 1;
    this.state = { ...state, diepte: before + 1 };
    if (!this.keep("pushState")) this.state = { ...state, diepte: before };
  }

  /** @returns {Place} where the answers lead */
  follow() {
    return this.whole.follow(this.state.antwoorden, this.state.bij);
  }

  /** The second click of a double tap does nothing: it was meant for what is gone. A mouse counts its clicks; a
   * finger is known by time and place. @param {MouseEvent} event */
  once(event) {
    const since = event.timeStamp - this.tap.moment;
    const near = Math.hypot(event.clientX - this.tap.x, event.clientY - this.tap.y) < SAME_PLACE;
    const finger = /** @type {PointerEvent} */ (event).pointerType !== "mouse" && event.detail > 0;
    if ((event.detail > 1 && since < 2 * SAME_TAP) || (finger && near && since < SAME_TAP)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (/** @type {Element} */ (event.target).closest("button")) {
      this.tap = { moment: event.timeStamp, x: event.clientX, y: event.clientY };
    }
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = /** @type {Element} */ (event.target);
    const answer = /** @type {HTMLElement | null} */ (target.closest("button.antwoord"));
    const change = /** @type {HTMLElement | null} */ (target.closest("button.wijzig"));
    if (answer) {
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
    this.keep("replaceState");
    this.render(true);
  }

  /** A new case wipes, which its name does not say; and what is wiped cannot come back. So it asks first. @param {boolean} asked */
  sure(asked) {
    const question = /** @type {HTMLElement} */ (one(this.element, ".boom-zeker"));
    const button = /** @type {HTMLElement} */ (one(this.element, ".boom-nieuw"));
    question.hidden = !asked;
    button.setAttribute("aria-expanded", String(asked));
    (asked ? question : button).focus();
  }

  /** Wipes: what the tab's history still holds can never be read again. Going back over it is a courtesy only. */
  async restart() {
    const { diepte, link } = this.state;
    const wiping = this.vault.wipe();
    this.forget();
    this.empty("replaceState");
    this.render(true);
    const { visits } = this;
    const wiped = await wiping;
    if (visits === this.visits) await this.goBack(diepte); // unless the reader went on meanwhile
    const said = wiped ? WIPED : CLOSE_TAB;
    this.say(link ? `${said} ${IN_HISTORY}` : said);
  }

  /** Goes back to where the walk began, and drops what lies ahead; what a reader answers on the way stays. @param {number} steps @returns {Promise<void>} */
  goBack(steps) {
    if (!steps || steps >= history.length) return Promise.resolve();
    const { visits } = this;
    this.returning = true;
    return new Promise((resolve) => {
      const arrived = () => {
        removeEventListener("popstate", arrived);
        clearTimeout(clock);
        this.returning = false;
        if (visits === this.visits) this.empty("pushState");
        else this.keep("pushState");
        resolve();
      };
      const clock = setTimeout(arrived, 1000); // the browser may have fewer steps to go back than the tab's state says
      addEventListener("popstate", arrived);
      history.go(-steps);
    });
  }

  /** Nothing of what was said is left on the page. */
  forget() {
    this.visits += 1;
    this.state = fresh();
    this.notice = "";
    this.opened = "";
    this.record.forget();
    this.terms?.forget();
    this.forms.forget();
    this.household?.forget();
  }

  /** @param {string} text told to the reader above the question */
  say(text) {
    this.message.textContent = text;
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
    this.element.dataset.stand = done ? "advies" : route.length || this.state.huishouden ? "vraag" : "begin";
    this.sayPlace(place);
    // The browser keeps titles in its history: so no words of a question or an advice.
    document.title = `${done ? "Advies" : `Vraag ${route.length + 1}`} – ${this.title}`;
    this.say(this.notice);
    this.notice = "";
    const asked = /** @type {HTMLElement} */ (one(this.element, ".boom-zeker"));
    if (!asked.hidden) this.sure(false);
    for (const part of [".boom-uitvoer", ".boom-nieuw"]) /** @type {HTMLElement} */ (one(this.element, part)).hidden = !done;
    this.record.hide();
    this.terms?.show(node);
    this.forms.forget();
    void this.household?.render();
    this.renderRoute(route, done, node);
    const back = /** @type {HTMLElement} */ (one(this.element, ".boom-terug"));
    back.hidden = (!route.length && !this.state.diepte) || "terug" in node.dataset; // on such an advice the way back stands above
    back.textContent = this.state.bij ? "Terug zonder te wijzigen" : "Vorige vraag";
    const untouched = !route.length && !this.state.huishouden && !this.state.diepte;
    /** @type {HTMLElement} */ (one(this.element, ".boom-opnieuw")).hidden = untouched;
    if (focus) {
      const heading = /** @type {HTMLElement} */ (one(node, "h3"));
      heading.focus({ preventScroll: true });
      this.loop.scrollIntoView({ block: "start" });
    }
    void this.checks.verify(place);
  }

  /** Says above the question how far one is, and above an advice that nobody checked it, where that is so. @param {Place} place */
  sayPlace({ route } = this.follow()) {
    const node = /** @type {HTMLElement | null} */ (this.element.querySelector(".boom-knoop > [data-knoop]"));
    const [given, unchecked] = [route.length, this.element.dataset.python === "unavailable"];
    const advice = `Advies na ${given} ${given === 1 ? "antwoord" : "antwoorden"}${unchecked ? " (niet nagerekend)" : ""}`;
    const question = `Vraag ${given + 1} van hoogstens ${given + Number(node?.dataset.nog)}`;
    if (node) one(this.element, ".boom-plaats").textContent = node.classList.contains("uitkomst") ? advice : question;
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
    reasons.open = this.opened === "boom";
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

const tooOld = document.documentElement.classList.contains("boom-oud"); // macros/runtime/pythonbegin.js looked
if (!tooOld) for (const element of document.querySelectorAll(".boom")) new Walker(/** @type {HTMLElement} */ (element)).begin();
