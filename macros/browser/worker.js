// Python in the page's worker: starts Pyodide from the files beside this one and passes requests to decision_trees.
// No decision is made here. Messages to the page: {soort: "stap"|"klaar"|"antwoord"|"fout", …}.

import { loadPyodide } from "./pyodide.mjs";

const LOCK = {
  info: { abi_version: "2025_0", arch: "wasm32", platform: "emscripten_4_0_9", python: "3.13.2", version: "0.29.4" },
  packages: {},
};

/** @param {string} name @returns {string} */
const beside = (name) => new URL(name, import.meta.url).href;

/** @param {number} step */
const report = (step) => postMessage({ soort: "stap", stap: step });

/** @param {string} name @returns {Promise<Uint8Array>} */
async function bytes(name) {
  const response = await fetch(beside(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @returns {Promise<(request: string) => string>} */
async function start() {
  const archive = bytes("decision_trees.zip");
  archive.catch(() => undefined); // reported where it is awaited
  report(1);
  const pyodide = await loadPyodide({
    indexURL: beside("./"),
    stdLibURL: beside("stdlib.zip"),
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: beside("./"),
    checkAPIVersion: true,
  });
  report(2);
  pyodide.FS.writeFile("/decision_trees.zip", await archive);
  report(3);
  pyodide.runPython("import sys; sys.path.insert(0, '/decision_trees.zip')");
  const handle = pyodide.pyimport("decision_trees.service").handle;
  report(4);
  return handle;
}

const started = start();
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
