// Python in the page's worker: starts Pyodide from the files beside this one and passes requests to decision_trees.
// No decision is made here. Messages to the page: {soort: "stap"|"klaar"|"antwoord"|"fout", …}.

import { loadPyodide } from "./pyodide.mjs";

const LOCK = {
  info: { abi_version: "2025_0", arch: "wasm32", platform: "emscripten_4_0_9", python: "3.13.2", version: "0.29.4" },
  packages: {},
};

const network = globalThis.fetch.bind(globalThis);

/** @param {string} name @returns {string} */
const beside = (name) => new URL(name, import.meta.url).href;

/** @param {number} step */
const report = (step) => postMessage({ soort: "stap", stap: step });

const FILES = ["pyodide.asm.js", "pyodide.asm.wasm", "stdlib.zip", "decision_trees.zip"];

/** All files at once, so that none waits for another; Pyodide takes its own from here through `fetch`. */
const coming = new Map(FILES.map((name) => [beside(name), whole(name)]));

/** @param {string} name @returns {Promise<Response>} the whole file; rejects when it does not arrive */
async function whole(name) {
  const response = await network(beside(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

globalThis.fetch = (input, options) => {
  const response = coming.get(String(input instanceof Request ? input.url : input));
  return response ? response.then((found) => found.clone()) : network(input, options);
};

/** Rejects as soon as one file does not arrive: Pyodide itself would wait for ever. */
const lost = new Promise((_, reject) => {
  for (const file of coming.values()) file.catch(reject);
});

/** @returns {Promise<(request: string) => string>} */
async function start() {
  report(1);
  const pyodide = await loadPyodide({
    indexURL: beside("./"),
    stdLibURL: beside("stdlib.zip"),
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: beside("./"),
    checkAPIVersion: true,
  });
  report(2);
  const archive = await (await fetch(beside("decision_trees.zip"))).arrayBuffer();
  pyodide.FS.writeFile("/decision_trees.zip", new Uint8Array(archive));
  report(3);
  pyodide.runPython("import sys; sys.path.insert(0, '/decision_trees.zip')");
  const handle = pyodide.pyimport("decision_trees.service").handle;
  report(4);
  return handle;
}

const started = Promise.race([start(), lost]);
started.then(
  () => postMessage({ soort: "klaar" }),
  (error) => postMessage({ soort: "fout", reden: String(error?.message ?? error) }),
);

addEventListener("message", async (event) => {
  const { nummer, verzoek } = event.data ?? {};
  if (typeof nummer !== "number" || typeof verzoek !== "string") return;
  try {
    const handle = await started;
    postMessage({ soort: "antwoord", nummer, antwoord: handle(verzoek) });
  } catch (error) {
    postMessage({ soort: "antwoord", nummer, fout: String(error) });
  }
});
