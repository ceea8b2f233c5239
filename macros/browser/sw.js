// Keeps one whole version of the site on the device and serves it, with or without a network. Filled in by
// macros/offline.py: the version (a hash of all files) and the files with their sizes. Two versions are never mixed: each
// has a cache of its own, and this worker reads only its own. A newer worker waits until the reader says so.

const VERSION = "dev";
/** @type {[string, number][]} path from this file, bytes */
const FILES = [];
/** @type {[string, number][]} the handbook's files, kept when the reader asks for them */
const BOOKS = [];
const CACHE = `site-${VERSION}`;

/** @param {unknown} message */
async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

/** Whether the reader asked for the handbook, in this version or the one before. */
async function booksWanted() {
  for (const name of await caches.keys()) {
    if (name.startsWith("site-") && BOOKS[0] && (await (await caches.open(name)).match(BOOKS[0][0]))) return true;
  }
  return false;
}

/** @param {[string, number][]} files */
async function keepAll(files) {
  const cache = await caches.open(CACHE);
  let done = 0;
  let waiting = [...files];
  const fetchNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path] = next;
      if (!(await cache.match(path))) {
        try {
          const response = await fetch(path, { cache: "no-cache" });
          if (!response.ok) throw new Error(`${path}: ${response.status}`);
          await cache.put(path, response);
        } catch (error) {
          waiting = []; // the others need not go on
          throw error;
        }
      }
      done += 1;
      if (!waiting.length && done < files.length) continue;
      if (done % 10 === 0 || done === files.length) await tell({ soort: "voortgang", klaar: done, totaal: files.length });
    }
  };
  await Promise.all([fetchNext(), fetchNext(), fetchNext(), fetchNext()]);
}

/** @param {any} error */
const failed = (error) => tell({ soort: "mislukt", vol: error?.name === "QuotaExceededError" });

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      try {
        await keepAll((await booksWanted()) ? [...FILES, ...BOOKS] : FILES);
      } catch (error) {
        await caches.delete(CACHE); // half a version is no version
        await failed(error);
        throw error;
      }
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith("site-") && name !== CACHE) await caches.delete(name);
      await self.clients.claim();
      await tell({ soort: "bewaard" });
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "nu-bijwerken") void self.skipWaiting();
  if (event.data === "bewaar-handboek") event.waitUntil(keepAll(BOOKS).then(() => tell({ soort: "bewaard" }), failed));
});

/** @param {URL} url @returns {string} the file that an address stands for */
const fileOf = (url) => (url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname);

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(fileOf(new URL(request.url)));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const fallback = request.mode === "navigate" && (await cache.match(new URL("offline/index.html", self.registration.scope)));
    if (fallback) return fallback;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.origin === location.origin) event.respondWith(answer(event.request));
});
