// The page's side of Python in a worker: starts it, counts its steps, and gives each request its answer.
//
// A start can take a phone more memory than it gives a tab: then the page falls away in the middle of it, and the browser loads
// it again, again and again. So each start leaves a mark first (macros/runtime/pythonbegin.js), which goes once the start has come to an
// end, good or bad, or the reader left. After two marks that nobody took away Python stays off until the reader asks for it; one
// may be chance: a phone that was switched off, a browser that was updated.

import { message, store } from "./boominvoer.js";
import { own } from "./invoer.js";

const PATIENCE = 90; // seconds without a word before the page stops waiting for a start or an answer; a phone that sleeps counts none
const DAMAGED = "een bestand kwam niet aan of is beschadigd; heb je internet?";
const FELL = "het programma viel om";
const FULL = "er is te weinig geheugen vrij; sluit andere tabbladen";
const CRASHES = 2; // as pythonbegin.js has it

/** @typedef {{folder: string, worker?: Worker | null, heard: Event[], mark: string, modules: boolean, left: () => string[], begin: () => void}} Begun
 * what macros/runtime/pythonbegin.js leaves: `left` names the marks, `begin` makes one and starts a worker; `modules`: whether this
 * browser knows modules in workers */

/** Python was not started, because earlier starts took the page along. */
export class TurnedOff extends Error {}

/** The browser itself cannot start it: it may be too old. */
export class Refused extends Error {}

/** The page went, and Python with it: what was asked can be asked again when the page comes back. */
export class Gone extends Error {}

export class PythonClient {
  /**
   * @param {string} folder where the runtime's files stand
   * @param {Begun} [begun] the worker that the page's head started, with what it has said since
   * @param {boolean} [trying] the reader asks for it, whatever happened before
   */
  constructor(folder, begun, trying = false) {
    this.folder = folder;
    this.begun = begun;
    this.number = 0;
    this.step = 0;
    /** @type {(step: number) => void} told of each step of the start */
    this.progress = () => undefined;
    /** @type {(error: Error) => void} told when Python stops after it was ready */
    this.stopped = () => undefined;
    /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
    this.waiting = new Map();
    /** Ends the start's mark: the start has come to an end. @type {() => void} */
    this.ended = () => undefined;
    /** Tells who waits for the start that it does not come. @type {(reason: Error) => void} */
    this.giveUp = () => undefined;
    /** Why it is over. @type {Error | null} */
    this.over = null;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.clock = undefined;
    this.started = false;
    /** @type {Promise<void>} fulfilled once Python has started */
    this.ready = new Promise((resolve, reject) => {
      const missing = typeof WebAssembly !== "object" ? "deze browser heeft geen WebAssembly"
        : typeof Worker !== "function" ? "deze browser heeft geen workers" : "";
      if (missing) return reject(new Refused(missing));
      this.giveUp = reject;
      if (!begun || begun.worker !== undefined) this.hear(resolve);
      else void this.decide(trying).then(() => this.hear(resolve), (error) => this.fail(error));
    });
    this.ready.catch(() => undefined); // told where it is awaited
  }

  /** Starts again after earlier starts, unless these took the page along. @param {boolean} trying */
  async decide(trying) {
    const { begun } = this;
    /** @type {LockManagerSnapshot | undefined} */
    const live = await navigator.locks?.query().catch(() => undefined);
    const crashed = begun?.left().filter((mark) => !live?.held?.some(({ name }) => name === mark)) ?? [];
    if (trying) for (const name of crashed.slice(CRASHES - 1)) store("localStorage", name, null); // the next one turns it off again
    else if (crashed.length >= CRASHES) throw new TurnedOff();
    if (!this.over) begun?.begin();
  }

  /** @param {() => void} resolve */
  hear(resolve) {
    const { begun } = this;
    if (this.over) return;
    try {
      this.worker = begun?.worker ?? new Worker(new URL(`${this.folder}worker.js`, location.href), { type: "module" });
    } catch {
      this.holdMark(); // it goes with this start
      return this.fail(new Refused("deze browser kan de worker niet starten"));
    }
    this.holdMark();
    if (begun?.worker && !begun.modules) return this.fail(new Refused("deze browser kent geen modules in workers"));
    this.wait();
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(new Error(this.started ? FELL : DAMAGED));
    };
    this.worker.onmessage = ({ data }) => {
      const said = message(data);
      if (said.soort === "momentopname") document.documentElement.dataset.momentopname = "bewaard";
      else if (said.soort === "stap") {
        this.step = said.stap;
        if (!this.started) this.progress(said.stap); // later it is the worker's own second start
      }
      else if (said.soort === "klaar") {
        this.started = true;
        for (const name of begun?.left() ?? []) store("localStorage", name, null);
        this.ended();
        resolve();
      } else if (said.soort === "fout") {
        if (said.oorzaak === "geweigerd") this.fail(new Refused("deze browser start het programma niet"));
        else this.fail(new Error({ omgevallen: FELL, geheugen: FULL }[said.oorzaak] ?? DAMAGED));
      } else if (said.soort === "antwoord") this.settle(said);
      if (!this.over) this.wait();
    };
    for (const event of begun?.heard ?? []) {
      if (this.over) return;
      if (event instanceof MessageEvent) this.worker.onmessage(event);
      else this.worker.onerror(/** @type {ErrorEvent} */ (event));
    }
  }

  /** Waits for the next word from the worker, as long as there is one to come. */
  wait() {
    clearInterval(this.clock);
    if (this.started && !this.waiting.size) return;
    let left = PATIENCE;
    this.clock = setInterval(() => (left -= 1) || this.fail(new Error("het duurt te lang")), 1000);
  }

  /** The mark stands while the page is looked at: a page in the background may be thrown away for any reason. Other tabs see by a
   * lock that this start is still alive. */
  holdMark() {
    const mark = this.begun?.mark;
    if (!mark) return;
    const look = () => store("localStorage", mark, document.visibilityState === "visible" ? "" : null);
    document.addEventListener("visibilitychange", look);
    look();
    const over = new Promise((resolve) => {
      this.ended = () => {
        document.removeEventListener("visibilitychange", look);
        store("localStorage", mark, null);
        resolve(undefined);
      };
    });
    navigator.locks?.request(mark, () => over).catch(() => undefined);
  }

  /** @param {Error} error why it does not start, or stopped */
  fail(error) {
    this.stopped(error);
    this.end(error);
  }

  /** Ends the worker: it failed, or the page goes. @param {Error} reason */
  end(reason = new Gone("de bladzijde is weg")) {
    this.over ??= reason;
    this.giveUp(reason);
    clearInterval(this.clock);
    this.ended();
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  /** @param {boolean} trying @returns {PythonClient} the same, started anew */
  again(trying) {
    this.end();
    if (this.begun) this.begun.worker = undefined;
    return new PythonClient(this.folder, this.begun, trying);
  }

  /** @param {import("./boominvoer.js").Message} said */
  settle({ nummer, antwoord, fout }) {
    const request = this.waiting.get(nummer);
    if (!request) return;
    this.waiting.delete(nummer);
    const good = own(antwoord, "goed");
    if (good !== undefined) request.resolve(good);
    else request.reject(new Error(String(own(antwoord, "fout") ?? fout)));
  }

  /** @param {Record<string, unknown>} request @returns {Promise<any>} the answer; rejects with a message for the reader */
  async ask(request) {
    await this.ready;
    const nummer = (this.number += 1);
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(this.over ?? new Error("de rekenhulp is gestopt"));
      this.waiting.set(nummer, { resolve, reject });
      if (this.waiting.size === 1) this.wait();
      this.worker.postMessage({ nummer, verzoek: JSON.stringify(request) });
    });
  }
}

// Started from the page's head, before the page itself is read: the tree's script takes it over.
const begun = /** @type {Begun | undefined} */ (/** @type {any} */ (globalThis).pythonBegin);
export const python = begun ? new PythonClient(begun.folder, begun) : null;
