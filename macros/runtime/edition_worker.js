// Python for /eigen-versie/, in a worker of its own: Pyodide's whole runtime from the folder of the trees', and the package macros.edition.
// It starts only when the coordinator asks. No decision is made here, nothing is kept, nothing leaves the device. Messages as in worker.js.

/** The runtime's folder from this file, filled in by macros/runtime/edition.py. */
const RUNTIME = "";
/** @type {Record<string, unknown>} what Pyodide wants to know of its packages, filled in too */
const LOCK = {};
const BEGIN = "import sys; sys.path.insert(0, '/edition.zip')\nfrom macros.edition.service import handle\nhandle";

/** @param {string} name @returns {string} */
const beside = (name) => new URL(RUNTIME + name, import.meta.url).href;
/** @param {number} step */
const report = (step) => postMessage({ soort: "stap", stap: step });

const instantiate = WebAssembly.instantiateStreaming;
/** @type {(error: Error) => void} */
let refuse = () => undefined;
/** Why this browser does not start the WebAssembly, which did come. @type {unknown} */
let unable;
/** Pyodide only warns when WebAssembly cannot start, and then waits for ever. @type {Promise<never>} */
const refused = new Promise((_, reject) => (refuse = reject));
refused.catch(() => undefined);
WebAssembly.instantiateStreaming = async (source, imports) => {
  let came = false;
  try {
    const response = await source;
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    came = true;
    if (instantiate && response.headers.get("content-type") === "application/wasm") {
      return await instantiate.call(WebAssembly, response, imports);
    }
    return await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  } catch (error) {
    if (came) unable = error;
    refuse(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
};

/** @returns {Promise<(request: string) => string>} */
async function start() {
  report(1);
  const [{ loadPyodide }, archive] = await Promise.all([
    import(beside("pyodide.js")),
    fetch(new URL("edition.zip", import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`edition.zip: ${response.status}`);
      return response.arrayBuffer();
    }),
    import(beside("heel/pyodide.asm.js")),
  ]);
  report(2);
  const pyodide = await loadPyodide({
    indexURL: beside("heel/"),
    stdLibURL: beside("stdlib.zip"),
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: beside("./"),
    checkAPIVersion: true,
    env: { HOME: "/home", PYTHONHASHSEED: "0" },
  });
  report(3);
  pyodide.FS.writeFile("/edition.zip", new Uint8Array(archive));
  return pyodide.runPython(BEGIN);
}

/** Whether the WebAssembly fell over, as it does in WebKit 2.38 now and then: the next start mostly does not. @param {any} error */
const brokeDown = (error) => Boolean(error?.pyodide_fatal_error) || error instanceof WebAssembly.RuntimeError;

const once = start().catch((error) => (brokeDown(error) ? start() : Promise.reject(error)));
const started = Promise.race([once, refused]);
started.then(() => postMessage({ soort: "klaar" }), stopped);

/** @param {any} error why Python does not start, or stopped for good */
function stopped(error) {
  const full = error instanceof RangeError && /memory/i.test(error.message); // the engine's own words
  const oorzaak = full ? "geheugen" : error === unable ? "geweigerd" : brokeDown(error) ? "omgevallen" : "";
  postMessage({ soort: "fout", reden: String(error?.message ?? error), oorzaak });
}

addEventListener("message", async (event) => {
  const { nummer, verzoek } = event.data ?? {};
  if (typeof nummer !== "number" || typeof verzoek !== "string") return;
  try {
    postMessage({ soort: "antwoord", nummer, antwoord: (await started)(verzoek) });
  } catch (error) {
    if (brokeDown(error)) stopped(error); // what it would say now is worth nothing
    else postMessage({ soort: "antwoord", nummer, fout: String(error) });
  }
});
