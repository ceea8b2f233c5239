// Keeps one whole version of the site on the device and serves it, with or without a network. Filled in by
// macros/publication/service_worker.py: the version (a hash of all files) and each file with its size and SHA-256. What has other bytes is
// never kept: a login page, a truncated file, a file of another version. A version has a cache of its own and is served
// only once it is whole. A newer worker waits until a reader says so; the tabs that were open then keep the version that
// they were opened with until they are loaded again, and an older version goes when no tab uses it any more.
// Why this is our own code: doc/adr/0015-service-worker.md.

const VERSION = "dev";
/** @type {[string, number, string][]} path from this file, bytes, SHA-256 in base64 */
const FILES = [];
/** @type {[string, number, string][]} the handbook's files, kept when the reader asks for them */
const BOOKS = [];

const PATIENCE = 30_000; // milliseconds for any file, and
const SLOWEST = 5; // bytes per millisecond for the rest of it
const AT_ONCE = 4;
const TABS_KNOWN = 200;

const SCOPE = new URL(self.registration.scope);
/** Every cache of ours starts with this: other versions and other applications share the origin. */
const OWN = `bewaard:${SCOPE.pathname}@`;
const CACHE = OWN + VERSION;
/** Which version is in charge, and which the tabs have that were open when it came. */
const STATE = `${OWN}stand`;

/** @param {string} path @returns {string} the address by which a file is kept */
const keyOf = (path) => new URL(path, SCOPE).href;
const WHOLE = keyOf("@heel"); // stands in a version's cache when every file does
const OFFLINE = keyOf("offline/index.html");
const KNOWN = new Map([...FILES, ...BOOKS].map((file) => [keyOf(file[0]), file]));
/** What stands at the top of the site: the rest of the origin may be another application's. */
const OURS = new Set(FILES.map(([path]) => path.split("/")[0]));

/** A host may not know a kind of file; the browser refuses a script or a style of a wrong kind. @type {Record<string, string>} */
const KINDS = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
  xml: "application/xml",
};
/** What a host says about a page's rights goes along with the kept page; nothing else of its headers does. */
const KEPT_HEADERS = [
  "content-security-policy",
  "cross-origin-embedder-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];

/** Tell every page of this site. @param {Record<string, unknown>} message */
async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    if (client.url.startsWith(SCOPE.href)) client.postMessage({ ...message, van: SCOPE.pathname });
  }
}

/** @returns {Promise<string[]>} the names of the caches of our versions */
const versionCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== STATE);

/** @param {string} key @param {string} cacheName */
const kept = (key, cacheName) => caches.match(key, { cacheName });

/** @typedef {{version?: string, tabs: Record<string, string>}} State */

/** @returns {Promise<State>} */
async function readState() {
  const found = await kept(keyOf("@stand"), STATE).catch(() => undefined);
  const { version, tabs } = (await found?.json().catch(() => null)) ?? {}; // cut off: as if there were none
  const known = Object.entries(tabs ?? {}).filter(([, of]) => typeof of === "string");
  return { version: typeof version === "string" ? version : undefined, tabs: Object.fromEntries(known) };
}

/** @param {State} state */
async function writeState(state) {
  await (await caches.open(STATE)).put(keyOf("@stand"), new Response(JSON.stringify(state)));
}

/** The state as this worker found or left it: nothing else writes it while it is in charge. @type {Promise<State> | undefined} */
let state;

/** Whether the reader asked for the handbook, in this version or one before. */
async function booksWanted() {
  if (!BOOKS.length) return false;
  for (const name of await versionCaches()) if (await kept(keyOf(BOOKS[0][0]), name)) return true;
  return false;
}

/** @param {[string, number, string]} file @param {string} address @param {RequestCache} cache
 * @returns {Promise<Response>} clean: the bytes that were built, no redirect, no headers but those meant */
async function exactlyAt([path, bytes, hash], address, cache) {
  const clock = new AbortController();
  const alarm = setTimeout(() => clock.abort(), PATIENCE + bytes / SLOWEST);
  try {
    const integrity = `sha256-${hash}`;
    const response = await fetch(keyOf(address), { cache, integrity, redirect: "error", signal: clock.signal });
    if (response.status !== 200 || response.type !== "basic") throw new TypeError(`${path}: ${response.status}`);
    const body = await response.arrayBuffer();
    if (body.byteLength !== bytes) throw new TypeError(`${path}: ${body.byteLength}`);
    const headers = new Headers({ "x-sha256": hash });
    for (const name of KEPT_HEADERS) {
      const value = response.headers.get(name);
      if (value) headers.set(name, value);
    }
    const kind = KINDS[path.split(".").at(-1) ?? ""] ?? response.headers.get("content-type");
    headers.set("content-type", kind ?? "application/octet-stream");
    return new Response(body, { headers });
  } finally {
    clearTimeout(alarm);
  }
}

/** The file as it was built, and nothing else. A page is asked for at its folder, as a reader does, and then by name, for
 * many hosts redirect one to the other; and last past the browser's own cache, for a host may say of other bytes that
 * nothing changed.
 * @param {[string, number, string]} file @returns {Promise<Response>} */
async function exactly(file) {
  const [path] = file;
  const folder = path.endsWith("index.html") ? path.slice(0, -"index.html".length) || "./" : path;
  /** @type {[string, RequestCache][]} */
  const ways = [[folder, "no-cache"], ...(folder === path ? [] : [[path, "no-cache"]]), [folder, "reload"]];
  let problem;
  for (const [address, cache] of ways) {
    try {
      return await exactlyAt(file, address, cache);
    } catch (error) {
      problem = error;
      if (/** @type {any} */ (error)?.name === "AbortError") break; // it stalls: another try would
    }
  }
  throw problem;
}

/** Keep files in this version's cache: from an older version where it has the same bytes, else from the network.
 * @param {[string, number, string][]} files */
async function keepAll(files) {
  const older = (await versionCaches()).filter((name) => name !== CACHE);
  const cache = await caches.open(CACHE);
  const waiting = [...files];
  let done = 0;
  /** @param {[string, number, string]} file */
  const found = async (file) => {
    for (const name of older) {
      const same = await kept(keyOf(file[0]), name);
      if (same?.headers.get("x-sha256") === file[2]) return same;
    }
    return exactly(file);
  };
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      try {
        if (!(await cache.match(keyOf(file[0])))) await cache.put(keyOf(file[0]), await found(file));
      } catch (error) {
        waiting.length = 0; // the others need not go on
        throw error;
      }
      done += 1;
      if (done % 10 === 0 || done === files.length) await tell({ soort: "voortgang", klaar: done, totaal: files.length });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  const wrong = ends.find((end) => end.status === "rejected");
  if (wrong) throw /** @type {PromiseRejectedResult} */ (wrong).reason;
}

/** Keep this whole version, or nothing of it. */
async function keepVersion() {
  if (await kept(WHOLE, CACHE)) return; // it was put back: a tab has it still
  try {
    await keepAll((await booksWanted()) ? [...FILES, ...BOOKS] : FILES);
    await (await caches.open(CACHE)).put(WHOLE, new Response());
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Keep this version after it was removed while a page was open. */
async function keepAgain() {
  await keepVersion();
  if (!(await readState()).version) await writeState({ version: VERSION, tabs: {} });
}

/** Keep the handbook beside this version; half of it is removed again. */
async function keepBooks() {
  try {
    await keepAll(BOOKS);
  } catch (error) {
    const cache = await caches.open(CACHE);
    for (const [path] of BOOKS) await cache.delete(keyOf(path));
    throw error;
  }
}

/** @param {any} error */
const failed = (error) => tell({ soort: "mislukt", vol: error?.name === "QuotaExceededError" });

/** Remove our versions that no open tab has. Not while another one is coming: its cache is no tab's yet. */
async function sweep() {
  const coming = () => self.registration.installing || self.registration.waiting;
  const { tabs } = await readState();
  const used = new Set([CACHE]);
  for (const { id } of await self.clients.matchAll({ type: "all" })) used.add(OWN + (tabs[id] ?? VERSION));
  for (const name of await versionCaches()) if (!used.has(name) && !coming()) await caches.delete(name);
}

/** Note which tabs are open: they have the version before. @param {State} before @returns {Promise<State>} */
async function noteTabs({ version, tabs: known }) {
  const tabs = Object.entries(known).slice(-TABS_KNOWN);
  if (version) {
    for (const { id } of await self.clients.matchAll({ type: "all" })) if (!known[id]) tabs.push([id, version]);
  }
  const now = { version: VERSION, tabs: Object.fromEntries(tabs) };
  await writeState(now);
  return now;
}

/** Take charge: the tabs that are open keep the version that they have. */
async function takeCharge() {
  const before = readState();
  state = before.then(noteTabs);
  await state;
  if (!(await before).version) await self.clients.claim();
  await sweep();
  await tell({ soort: "bewaard" });
}

/** A page that this worker gives is of its version. The page that took the update may be loaded again so soon that WebKit of
 * iOS 16 counts it among the open tabs. @param {string} id */
async function isOfThisVersion(id) {
  const now = await (state ??= readState());
  if (!now.tabs[id]) return;
  delete now.tabs[id];
  await writeState(now);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepVersion().catch((error) => failed(error).then(() => Promise.reject(error))));
});

self.addEventListener("activate", (event) => event.waitUntil(takeCharge()));

/** Tells a page which version this worker has, which the page itself, and what is kept. @param {any} event */
async function tellVersion({ source, ports }) {
  const { version, tabs } = await readState();
  const books = BOOKS.length > 0 && Boolean(await kept(keyOf(BOOKS[0][0]), CACHE));
  ports[0]?.postMessage({
    versie: VERSION,
    tab: tabs[source?.id] ?? version,
    heel: Boolean(await kept(WHOLE, CACHE)),
    bestanden: FILES.length + (books ? BOOKS.length : 0),
    handboek: books,
  });
  if (self.registration.active?.state !== "activated" || version !== VERSION) return;
  // Put back, it may have been removed in the moment that it was counted as kept.
  if (!(await kept(WHOLE, CACHE))) await keepVersion().catch(failed);
  await sweep();
}

self.addEventListener("message", (event) => {
  const done = () => tell({ soort: "bewaard" });
  if (event.data === "nu-bijwerken") event.waitUntil(self.skipWaiting());
  if (event.data === "welke-versie") event.waitUntil(tellVersion(event));
  if (event.data === "bewaar") {
    event.waitUntil(keepAgain().then(done, failed));
  }
  if (event.data === "bewaar-handboek") event.waitUntil(keepBooks().then(done, failed));
});

/** The page that is shown at an address that cannot be: it may be any number of folders deep, so its addresses begin at the site's. */
async function offlinePage() {
  const page = await kept(OFFLINE, CACHE);
  if (!page) return undefined;
  const html = (await page.text()).replace(/((?:href|src)=")\.\.(?:\/|(?="))/g, `$1${SCOPE.pathname}`);
  return new Response(html, { headers: page.headers });
}

/** @param {any} event @param {URL} url */
async function answer({ request, clientId, resultingClientId }, url) {
  const key = `${url.origin}${url.pathname}${url.pathname.endsWith("/") ? "index.html" : ""}`;
  const navigates = request.mode === "navigate";
  // Some programs write a link's `#` as %23: what stands behind it, answers, would go to the host as part of the path.
  const [before, behind] = url.pathname.split(/%23(.*)/i);
  if (navigates && behind !== undefined && KNOWN.has(`${url.origin}${before}index.html`)) return Response.redirect(`${before}#${behind}`);
  if (navigates) await isOfThisVersion(resultingClientId);
  const { tabs } = await (state ??= readState());
  const version = (!navigates && tabs[clientId]) || VERSION;
  const found = await kept(key, OWN + version);
  if (found) return found;
  const file = KNOWN.get(key);
  if (file && (version !== VERSION || (!BOOKS.includes(file) && (await kept(WHOLE, CACHE))))) {
    // It was kept and is lost. Only the very same file may take its place.
    if (version === VERSION) {
      const again = await exactly(file).catch(() => null);
      if (again) {
        await (await caches.open(CACHE)).put(key, again.clone()).catch(() => undefined);
        return again;
      }
    }
    return (navigates && (await offlinePage())) || Response.error();
  }
  if (!navigates) {
    // Python's worker is no tab; its files are named by their contents, so whichever version has them is right.
    for (const name of new Set(Object.values(tabs))) {
      const older = await kept(key, OWN + name);
      if (older) return older;
    }
  } else if (KNOWN.has(`${key}/index.html`)) {
    return Response.redirect(`${key}/${url.search}`);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const ours = OURS.has(url.pathname.slice(SCOPE.pathname.length).split("/")[0]);
    const fallback = navigates && ours && (await offlinePage());
    if (fallback) return fallback;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const inside = url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
  if (event.request.method === "GET" && inside && !url.pathname.includes("/@")) event.respondWith(answer(event, url));
});
