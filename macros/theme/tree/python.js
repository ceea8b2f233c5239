// The page's side of Python in a worker: starts it, counts its steps, and gives each request its answer.

const PATIENCE = 90_000; // milliseconds without a step before the page stops waiting for Python

/** @typedef {{folder: string, worker?: Worker | null, heard: Event[]}} Begun what macros/runtime/pythonbegin.js leaves */

export class PythonClient {
  /**
   * @param {string} folder where the runtime's files stand
   * @param {Begun} [begun] the worker that the page's head started, with what it has said since
   */
  constructor(folder, begun) {
    this.number = 0;
    this.step = 0;
    /** @type {(step: number) => void} told of each step of the start */
    this.progress = () => undefined;
    /** @type {(error: Error) => void} told when Python stops after it was ready */
    this.stopped = () => undefined;
    /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
    this.waiting = new Map();
    /** @type {Promise<Record<string, string>>} the digest of each tree, by its id, once Python has started */
    this.ready = new Promise((resolve, reject) => {
      const missing = typeof WebAssembly !== "object" ? "deze browser heeft geen WebAssembly"
        : typeof Worker !== "function" ? "deze browser heeft geen workers" : "";
      if (missing) return reject(new Error(missing));
      /** @type {ReturnType<typeof setTimeout>} */
      let clock;
      const wind = () => {
        clearTimeout(clock);
        clock = setTimeout(() => fail("het laden duurt te lang"), PATIENCE);
      };
      /** @param {string} reason */
      const fail = (reason) => {
        clearTimeout(clock);
        this.worker?.terminate();
        reject(new Error(reason));
        this.stopped(new Error(reason));
        for (const { reject: refuse } of this.waiting.values()) refuse(new Error(reason));
        this.waiting.clear();
      };
      try {
        this.worker = begun?.worker ?? new Worker(new URL(`${folder}worker.js`, location.href), { type: "module" });
      } catch {
        return fail("deze browser kan de worker niet starten");
      }
      wind();
      this.worker.onerror = (event) => {
        event.preventDefault();
        fail("een bestand ontbreekt of is beschadigd");
      };
      this.worker.onmessage = ({ data }) => {
        if (data?.soort !== "momentopname") wind();
        else document.documentElement.dataset.momentopname = "bewaard";
        if (data?.soort === "stap") this.progress((this.step = data.stap));
        else if (data?.soort === "klaar") {
          clearTimeout(clock);
          resolve(data.vingerafdrukken ?? {});
        } else if (data?.soort === "fout") {
          fail(data.geweigerd ? "deze browser start het programma niet" : "een bestand ontbreekt of is beschadigd");
        }
        else if (data?.soort === "antwoord") this.settle(data);
      };
      for (const event of begun?.heard ?? []) {
        if (event instanceof MessageEvent) this.worker.onmessage(event);
        else this.worker.onerror(/** @type {ErrorEvent} */ (event));
      }
    });
  }

  /** @param {{nummer: number, antwoord?: string, fout?: string}} data */
  settle(data) {
    const request = this.waiting.get(data.nummer);
    if (!request) return;
    this.waiting.delete(data.nummer);
    const answer = data.antwoord ? JSON.parse(data.antwoord) : { fout: data.fout };
    if ("goed" in answer) request.resolve(answer.goed);
    else request.reject(new Error(answer.fout));
  }

  /** @param {Record<string, unknown>} request @returns {Promise<any>} the answer; rejects with a message for the reader */
  async ask(request) {
    await this.ready;
    const nummer = (this.number += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(nummer, { resolve, reject });
      this.worker?.postMessage({ nummer, verzoek: JSON.stringify(request) });
    });
  }
}

// Started from the page's head, before the page itself is read: the tree's script takes it over.
const begun = /** @type {Begun | undefined} */ (/** @type {any} */ (globalThis).pythonBegin);
export const python = begun ? new PythonClient(begun.folder, begun) : null;
