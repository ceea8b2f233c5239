// How Python is doing on a tree's page, and its checks: of the page's tree, once it has started, and of each step that is shown.

import { one } from "./boomtekst.js";
import { Gone, PythonClient, python, Refused, TurnedOff } from "./python.js";

/** @typedef {import("./boomtekst.js").Place} Place */

const STEPS = ["De rekenhulp start…", "De rekenhulp laadt…", "De rekenhulp is geladen…", "De regels laden…", "Bijna klaar…"];
const CHECKED = "✓ De rekenhulp werkt en controleert elke stap.";
const OFF = "De rekenhulp staat uit op dit apparaat: bij het starten viel de bladzijde twee keer weg.";
const OLD = "Is je browser ouder dan Safari 16, Chrome 95 of Firefox 114? Werk hem bij als dat kan.";
const UNCHECKED =
  "De vragen en antwoorden werken gewoon, maar niemand controleert de stappen na. De hele boom staat hieronder ook als tekst.";

export class Checks {
  /** @param {HTMLElement} element the tree's @param {import("./boom.js").Walker} walker */
  constructor(element, walker) {
    this.element = element;
    this.walker = walker;
    this.client = python ?? new PythonClient(element.dataset.runtime ?? "");
    this.place = one(element, ".boom-python");
    this.status = /** @type {HTMLElement} */ (one(element, ".boom-stand"));
    this.bar = /** @type {HTMLProgressElement} */ (one(element, ".boom-voortgang"));
    /** @type {HTMLButtonElement | undefined} */
    this.button = undefined;
    /** What waits until the page comes back. @type {((value: unknown) => void)[]} */
    this.comingBack = [];
  }

  /** @param {Record<string, unknown>} request @returns {Promise<any>} Python's answer, of the next one where the page went and came back
   * meanwhile; rejects with a message for the reader */
  async ask(request) {
    const { client } = this;
    try {
      return await client.ask(request);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      if (client === this.client) await new Promise((resolve) => this.comingBack.push(resolve));
      return this.ask(request);
    }
  }

  /** Hears of Python's start, this one or the next. */
  listen() {
    const { client } = this;
    client.progress = (step) => this.progress(step);
    this.progress(client.step);
    client.ready.then(
      () => (client === this.client ? this.compare() : undefined),
      (error) => (client === this.client && !(error instanceof Gone) ? this.unavailable(error) : undefined),
    );
  }

  /** Starts Python anew, where the page stands as it was. @param {boolean} [trying] whether the reader asked for it */
  start(trying = false) {
    if (this.element.dataset.python === "different") return;
    this.element.dataset.python = "loading";
    delete this.element.dataset.gecontroleerd;
    this.bar.hidden = false;
    this.button?.setAttribute("aria-disabled", "true");
    this.client = this.client.again(trying);
    for (const goOn of this.comingBack.splice(0)) goOn(undefined);
    for (const part of [this.walker.record, this.walker.terms, this.walker.forms]) part?.again();
    void this.walker.household?.render();
    this.listen();
  }

  /** The page goes, and Python with it. */
  end() {
    if (this.element.dataset.python === "ready") this.element.dataset.python = "loading";
    this.client.end();
  }

  /** @param {number} step */
  progress(step) {
    this.bar.value = step;
    this.status.textContent = `${STEPS[step] ?? ""} Je kunt al antwoorden.`;
  }

  /** Python has started: only when the page and Python have the same tree, word for word, does Python check the steps. */
  async compare() {
    const { walker, client } = this;
    if (client.over) return client.over instanceof Gone ? undefined : this.unavailable(client.over); // it stopped before this was heard
    client.stopped = (error) => (client === this.client ? this.unavailable(error) : undefined);
    const asked = { doe: "vergelijk", boom: walker.tree, tekst: walker.whole.whole() };
    const { gelijk } = await this.ask(asked).catch(() => ({ gelijk: false }));
    if (client !== this.client || client.over || this.element.dataset.python !== "loading") return; // stopped, or the page went
    if (!gelijk) return walker.stop();
    this.element.dataset.python = "ready";
    this.bar.hidden = true;
    this.status.textContent = CHECKED;
    this.withdraw();
    walker.sayPlace();
    void walker.household?.render();
    void this.verify(walker.follow());
  }

  /** @param {unknown} error */
  unavailable(error) {
    if (this.element.dataset.python === "different") return;
    this.element.dataset.python = "unavailable";
    delete this.element.dataset.gecontroleerd;
    this.bar.hidden = true;
    const reason = error instanceof Error ? error.message : String(error);
    const what = `De rekenhulp ${this.client.started ? "is gestopt" : "kan hier niet starten"} (${reason}).`;
    const refused = error instanceof Refused;
    this.status.textContent = `${error instanceof TurnedOff ? OFF : what} ${UNCHECKED}${refused ? ` ${OLD}` : ""}`;
    if (refused) this.withdraw();
    else this.offer();
    this.walker.sayPlace();
    void this.walker.household?.render();
  }

  /** A button to try again: a line may be back, and what fell over once mostly does not the next time. */
  offer() {
    if (!this.button) {
      this.button = document.createElement("button");
      this.button.type = "button";
      this.button.textContent = "Probeer de rekenhulp opnieuw";
      this.button.addEventListener("click", () => this.element.dataset.python === "unavailable" && this.start(true));
    }
    this.button.removeAttribute("aria-disabled");
    if (!this.button.isConnected) this.place.append(this.button); // again, it would lose the focus
  }

  /** There is nothing to try again: who pressed the button reads on at what Python says. */
  withdraw() {
    if (this.button && this.button === document.activeElement) {
      this.status.tabIndex = -1;
      this.status.focus();
    }
    this.button?.remove();
    this.button = undefined;
  }

  /** Ask Python for its view of this place; the least difference stops the walk.
   * @param {Place} place */
  async verify({ route, id, eerder, gezegd }) {
    const { walker, client } = this;
    if (this.element.dataset.python !== "ready") return;
    const asked = walker.state;
    // A question that is looked at again is, to Python, the first without an answer.
    const answers = id === asked.bij ? Object.fromEntries(route.map((step) => [step.vraag, step.antwoord])) : asked.antwoorden;
    const request = { doe: "beeld", boom: walker.tree, antwoorden: answers, tekst: walker.whole.node(id) };
    const view = await this.ask(request).catch(() => null);
    if (client !== this.client || asked !== walker.state || this.element.dataset.python !== "ready") return;
    const seen = [id, route, eerder, walker.whole.offered(id, gezegd).map((link) => link.dataset.antwoord), true];
    const there = view && [view[view.soort].id, view.route, view.eerder, view.aangeboden, view.gelijk];
    if (JSON.stringify(seen) !== JSON.stringify(there)) return walker.stop();
    this.element.dataset.gecontroleerd = id;
  }
}
