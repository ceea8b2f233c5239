// Python in the page's worker: starts Pyodide from the files beside this one and passes requests to decision_trees.
// No decision is made here. Messages to the page: {soort: "stap"|"klaar"|"antwoord"|"fout"|"momentopname", …}; after "fout" it
// answers nothing more, and says what the cause is (`oorzaak`: the browser refused it, it fell over, or there is no memory:
// "geweigerd"|"omgevallen"|"geheugen"|"").
// A tree is read when the page first asks about it.
//
// The first start ends with a snapshot of Python's memory, made on this device and kept by the browser; a later start
// loads that instead of starting afresh. Its name holds this build's hash, and on any doubt it is dropped. A snapshot
// freezes the hash seed and the random state: fine for trees, which use neither.

/** @type {Record<string, string>} SHA-256 of each file beside this one, filled in by macros/runtime/assembly.py */
const FILES = {};
/** @type {Record<string, unknown>} what Pyodide wants to know of its packages, filled in too */
const LOCK = {};
/** The start of our package, filled in too. */
const BEGIN = "";
/** What adds the part of our package that makes forms, filled in too. */
const MORE = "";
/** What reads every tree, filled in too. */
const ALL = "";
const FORMS = "forms.zip";
/** This site's own: other versions and other applications share the origin. */
const SHELF = `python-momentopname:${new URL("../../../", import.meta.url).pathname}`;
const SNAPSHOT_PATIENCE = 15_000; // milliseconds
const ROOM = 200_000_000; // bytes that must be free before a snapshot of some 21 MB is kept

const network = globalThis.fetch.bind(globalThis);

/** @param {string} name @returns {string} */
const beside = (name) => new URL(name, import.meta.url).href;
const SNAPSHOT = beside("momentopname");

/** @param {number} step */
const report = (step) => postMessage({ soort: "stap", stap: step });

/** @param {string} name @returns {Promise<Response>} the whole file; rejects when it does not arrive */
async function whole(name) {
  const response = await network(beside(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** @param {ArrayBuffer} bytes @returns {Promise<string>} */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} name @param {Promise<Response>} file @returns {Promise<void>} rejects when the file is not this build's */
async function check(name, file) {
  if (!globalThis.crypto?.subtle) return; // only on an insecure origin, where nothing can be checked
  const bytes = await (await file).clone().arrayBuffer();
  if ((await sha256(bytes)) !== FILES[name]) throw new Error(`${name}: beschadigd of van een andere versie`);
}

/** @returns {Promise<ArrayBuffer | null>} this build's snapshot, if this device has one; older ones are removed */
async function keptSnapshot() {
  try {
    if (!(await caches.has(SHELF))) return null;
    const shelf = await caches.open(SHELF);
    for (const request of await shelf.keys()) if (request.url !== SNAPSHOT) await shelf.delete(request);
    const kept = await shelf.match(SNAPSHOT);
    const memory = await kept?.arrayBuffer();
    if (memory && memory.byteLength === Number(kept?.headers.get("x-bytes"))) return memory;
    if (kept) await shelf.delete(SNAPSHOT); // cut off: not a whole one
    return null;
  } catch {
    return null;
  }
}

async function dropSnapshot() {
  try {
    await caches.delete(SHELF);
  } catch {
    // no storage: there is nothing to drop
  }
}

/** Whether there is room for a snapshot. @type {Promise<boolean>} */
const room = (async () => {
  const told = await navigator.storage?.estimate?.(); // not on iOS before 17
  return !told || (told.quota ?? 0) - (told.usage ?? 0) >= ROOM;
})().catch(() => false);
/** Python that nobody told an answer yet, where a snapshot is to be made of it. @type {any} */
let untold = null;
/** Its memory, from before the first answer. @type {Uint8Array<ArrayBuffer> | undefined} */
let memory;

/** What was answered stays in Python's memory: so the snapshot is made before that, also when someone is faster than the clock. Throws only
 * where Python fell over. */
function takeSnapshot() {
  const python = untold;
  untold = null;
  if (!python) return;
  try {
    python.runPython(ALL);
    memory = python.makeMemorySnapshot();
  } catch (error) {
    if (brokeDown(error)) throw error;
  }
}

async function keepSnapshot() {
  try {
    takeSnapshot();
  } catch {
    return giveUp();
  }
  if (!memory) return;
  try {
    await (await caches.open(SHELF)).put(SNAPSHOT, new Response(memory, { headers: { "x-bytes": String(memory.byteLength) } }));
    postMessage({ soort: "momentopname" });
  } catch {
    await dropSnapshot(); // a full disk or no storage: the next start is an ordinary one
  } finally {
    memory = undefined;
  }
}

const WASM = "pyodide.asm.wasm";
const ARCHIVES = ["stdlib.zip", "decision_trees.zip"];
const WHOLE = "heel/"; // where the runtime stands as it was before functions were left out
/** Why this browser cannot read Pyodide's scripts, though they are this build's: an old one. @type {unknown} */
let unread;
const modules = Promise.all([import("./pyodide.js"), import("./pyodide.asm.js")]).catch(async (error) => {
  if (error instanceof SyntaxError) {
    await Promise.all(["pyodide.js", "pyodide.asm.js"].map((name) => check(name, whole(name))));
    unread = error;
  }
  throw error;
});
modules.catch(() => undefined); // reported where it is awaited

/** The flag of this start's WebAssembly: 1 once it missed a function that was left out. @type {WebAssembly.Global | undefined} */
let missed;
/** Why the WebAssembly could not be started: Pyodide only warns, and then waits for ever. @type {unknown} */
let refused;
const instantiate = WebAssembly.instantiateStreaming;
/** A host may give WebAssembly a type of its own, and an old browser may not start it while it comes: then from its bytes. */
WebAssembly.instantiateStreaming = async (source, imports) => {
  const response = await source; // that it does not come, `gather` tells
  try {
    const streams = instantiate && response.headers.get("content-type") === "application/wasm";
    const made = streams
      ? await instantiate.call(WebAssembly, response, imports)
      : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    missed = /** @type {WebAssembly.Global | undefined} */ (made.instance.exports.gemist);
    return made;
  } catch (error) {
    refused = error;
    throw error;
  }
};

/** @typedef {{snapshot?: ArrayBuffer, whole?: boolean}} How how to start: from a snapshot, afresh, or with the whole runtime */
/** @typedef {(request: string) => string} Handle */
/** The Pyodide that answers. @type {any} */
let running;
/** @type {Promise<unknown>} settled when every file was found to be this build's */
let checked = Promise.resolve();
/** Why a file was not found to be this build's: another start would not help. @type {unknown} */
let badFile;

/** Fetch all files at once and let Pyodide take its own from here through `fetch`; each is checked on the way.
 * @param {string} wasm @returns {Promise<never>} rejects when a file is missing or bad: Pyodide itself would wait for ever */
function gather(wasm) {
  const names = [wasm, ...ARCHIVES];
  const coming = new Map(names.map((name) => [name, whole(name)]));
  const asked = new Map(names.map((name) => [beside(name === wasm ? WASM : name), coming.get(name)]));
  globalThis.fetch = (input, options) => {
    const response = asked.get(String(input instanceof Request ? input.url : input));
    return response ? response.then((found) => found.clone()) : network(input, options);
  };
  checked = Promise.all([modules, ...names.map((name) => check(name, /** @type {Promise<Response>} */ (coming.get(name))))]);
  return new Promise((_, reject) => void checked.catch((error) => reject((badFile = error))));
}

/** @param {How} how @returns {Promise<Handle>} */
async function start(how) {
  let look = 0;
  const miss = new Promise((_, reject) => {
    look = setInterval(() => {
      if (missed?.value) reject(new Error("een functie ontbreekt")); // Pyodide itself may wait for ever
      else if (refused) reject(refused);
    }, 200);
  });
  const stop = how.snapshot ? tooLong() : gather(how.whole ? WHOLE + WASM : WASM);
  try {
    return /** @type {Handle} */ (await Promise.race([begin(how), stop, miss]));
  } finally {
    clearInterval(look);
  }
}

/** After a start from a snapshot, when nobody waits: the same check of the files, now from the browser's own cache. */
async function checkLater() {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  try {
    await Promise.all([WASM, ARCHIVES[0]].map((name) => check(name, whole(name))));
  } catch (error) {
    if (!(error instanceof TypeError)) await dropSnapshot().then(() => stopped(error));
  }
}

/** @returns {Promise<never>} rejects when a start from a snapshot takes longer than an ordinary one would */
const tooLong = () => new Promise((_, reject) => setTimeout(reject, SNAPSHOT_PATIENCE, new Error("momentopname te traag")));

/** @param {How} how @returns {Promise<Handle>} */
async function begin({ snapshot, whole }) {
  report(1);
  const [{ loadPyodide }] = await modules;
  if (whole) await import("./heel/pyodide.asm.js");
  const pyodide = await loadPyodide({
    indexURL: beside("./"),
    stdLibURL: beside("stdlib.zip"),
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: beside("./"),
    checkAPIVersion: true,
    env: { HOME: "/home", PYTHONHASHSEED: "0" },
    ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
  });
  report(2);
  if (!snapshot) {
    const archive = await (await fetch(beside("decision_trees.zip"))).arrayBuffer();
    pyodide.FS.writeFile("/decision_trees.zip", new Uint8Array(archive));
    pyodide.runPython(BEGIN);
  }
  report(3);
  running = pyodide;
  const handle = pyodide.runPython("handle");
  if (!handle("{}").includes("fout")) throw new Error("Python antwoordt niet");
  if (missed?.value) throw new Error("een functie ontbreekt");
  if (!snapshot) await checked; // a later start was checked when its snapshot was made; it is checked again meanwhile
  report(4);
  if (snapshot) void checkLater();
  else if (!whole && (await room)) {
    untold = pyodide;
    setTimeout(() => void keepSnapshot(), 3000);
  }
  return handle;
}

/** Whether another start may do better: a function was missed, or the WebAssembly fell over, as it does in WebKit 2.38 now and then with
 * the code of any other start. Pyodide makes another error of that, and calls for a function that was left out. @param {any} error */
const brokeDown = (error) => Boolean(missed?.value || error?.pyodide_fatal_error) || error instanceof WebAssembly.RuntimeError;

/** Start in the fastest way that works: from the snapshot, afresh, once more, and with the whole runtime.
 * @param {How[]} ways @returns {Promise<Handle>} */
async function startOneOf([how, ...others]) {
  missed = refused = undefined;
  try {
    return await start(how);
  } catch (error) {
    if (how.snapshot) await dropSnapshot();
    else if (badFile || !brokeDown(error)) throw badFile ?? error;
    if (!others.length) throw error;
    return startOneOf(others);
  }
}

let started = keptSnapshot().then((snapshot) => startOneOf([...(snapshot ? [{ snapshot }] : []), {}, {}, { whole: true }]));
started.then(() => postMessage({ soort: "klaar" }), stopped);

/** @param {any} error why Python does not start, or stopped for good */
function stopped(error) {
  const fell = error !== badFile && brokeDown(error);
  const full = error instanceof RangeError && /memory/i.test(error.message); // the engine's own words
  const oorzaak = full ? "geheugen" : error === refused || error === unread ? "geweigerd" : fell ? "omgevallen" : "";
  postMessage({ soort: "fout", reden: String(error?.message ?? error), oorzaak });
}

/** Whether the start with the whole runtime was needed. */
let again = false;

/** This Python missed a function or fell over: what it would say now is worth nothing. The whole runtime takes over, once. */
function giveUp() {
  void dropSnapshot();
  untold = null;
  forms = undefined;
  started = again ? Promise.reject(new WebAssembly.RuntimeError("Python viel om")) : startOneOf([{ whole: true }]);
  started.catch(stopped);
  again = true;
}

/** A request that says nothing of anyone, as the page writes it. */
const WITHOUT_ANSWERS = '{"doe":"vergelijk"';

/** @param {string} request @returns {Promise<string>} the answer, never from a Python that has given up meanwhile */
async function answer(request) {
  const asked = started;
  const handle = await asked;
  try {
    if (asked === started && untold && !request.startsWith(WITHOUT_ANSWERS)) takeSnapshot();
    if (asked === started && isForForms(request)) await (forms ??= addForms());
    if (asked !== started) return answer(request);
    const found = handle(request);
    if (!missed?.value) return found;
  } catch (error) {
    if (asked === started && !brokeDown(error)) throw error;
  }
  if (asked === started) giveUp();
  return answer(request);
}

/** The part of our package that makes forms, once one was asked for. @type {Promise<void> | undefined} */
let forms;

/** @param {string} request */
const isForForms = (request) => request.includes('"doe":"formulieren"'); // as JSON.stringify writes it

/** Fetched when the first form is asked for: a start does without. @returns {Promise<void>} rejects when it is not this build's */
async function addForms() {
  try {
    const coming = whole(FORMS);
    await check(FORMS, coming);
    running.FS.writeFile(`/${FORMS}`, new Uint8Array(await (await coming).arrayBuffer()));
    running.runPython(MORE);
  } catch (error) {
    forms = undefined; // the next request tries again
    throw error;
  }
}

addEventListener("message", async (event) => {
  const { nummer, verzoek } = event.data ?? {};
  if (typeof nummer !== "number" || typeof verzoek !== "string") return;
  try {
    postMessage({ soort: "antwoord", nummer, antwoord: await answer(verzoek) });
  } catch (error) {
    postMessage({ soort: "antwoord", nummer, fout: String(error) });
  }
});
