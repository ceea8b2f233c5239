// Which functions of Pyodide's WebAssembly our Python uses: starts it as the browser's worker does, from a module that
// marks what is called (macros/runtime/wasm.py), and passes it requests. Two starts: an ordinary one, and one from a snapshot.
// Usage: node usage.mjs FOLDER REQUESTS.json RESULT.json   (FOLDER/begin.json: what the worker gets filled in)

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, requests, result] = process.argv.slice(2);
/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
/** @type {Record<string, WebAssembly.Global>[]} the main module's exports, of each start */
const started = [];
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any[]} */ ...given) => {
  const made = await /** @type {any} */ (instantiate)(...given);
  const { exports } = made.instance ?? made;
  if ("~0" in exports || "gemist" in exports) started.push(exports);
  return made;
});

const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.js`).href);
const { lock, begin, more, all } = read(`${folder}/begin.json`);
/** @param {object} more options */
const start = (more) => loadPyodide({
  indexURL: folder,
  stdLibURL: `${folder}/stdlib.zip`,
  lockFileContents: JSON.stringify(lock),
  packageBaseUrl: `${folder}/`,
  checkAPIVersion: true,
  env: { HOME: "/home", PYTHONHASHSEED: "0" },
  ...more,
});
/** @param {any} pyodide @returns {string[]} */
const answer = (pyodide) => {
  pyodide.FS.writeFile("/forms.zip", new Uint8Array(readFileSync(`${folder}/forms.zip`)));
  pyodide.runPython(more);
  const handle = pyodide.runPython("handle");
  return read(requests).map((/** @type {string} */ request) => handle(request));
};

const first = await start({ _makeSnapshot: true });
first.FS.writeFile("/decision_trees.zip", new Uint8Array(readFileSync(`${folder}/decision_trees.zip`)));
first.runPython(begin);
first.runPython(all);
const snapshot = first.makeMemorySnapshot(); // before the first answer, as in the worker
const answers = answer(first);
const second = await start({ _loadSnapshot: snapshot });
const later = answer(second);
second.runPython("import gc; gc.collect()"); // visits every kind of object there is

const used = [];
for (let index = 0; `~${index}` in (started[0] ?? {}); index += 1) {
  if (started.some((exports) => exports[`~${index}`].value)) used.push(index);
}
const missed = started.filter((exports) => exports.gemist?.value).length;
writeFileSync(result, JSON.stringify({ used, answers, later, missed, starts: started.length }));
