// Keeping the site on the device: starts after a visit to a tree's page, shows what is kept, tells of a new version.
// Respects data saver: then nothing is fetched until the reader asks.

import { count, own, textOr } from "./invoer.js";

const root = new URL("..", import.meta.url);
/** Every cache of this site starts with one of these: other versions and other applications share the origin. */
const OWN = [`bewaard:${root.pathname}@`, `python-momentopname:${root.pathname}`];
const PATIENCE = 5000; // milliseconds
const FORBIDDEN = "Deze browser laat bewaren niet toe. Met internet werkt alles.";
const panel = document.querySelector(".offline-paneel");
const supported = "serviceWorker" in navigator && "caches" in window;

/** @param {string} text */
function say(text) {
  const place = panel?.querySelector(".offline-stand");
  if (place) place.textContent = text;
}

/** @returns {Promise<ServiceWorkerRegistration | null>} */
const register = () => navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname }).catch(() => null);
const registered = () => navigator.serviceWorker.getRegistration(root.pathname);

/** @typedef {{versie: string, tab?: string, heel: boolean, bestanden: number, handboek: boolean}} Known of the worker, of
 * this page, and what is kept */

/** @param {unknown} said @returns {Known | null} */
function read(said) {
  const versie = textOr(own(said, "versie"), "");
  const known = { versie, tab: textOr(own(said, "tab"), "") || undefined, heel: own(said, "heel") === true };
  return versie ? { ...known, bestanden: count(own(said, "bestanden"), 1e6), handboek: own(said, "handboek") === true } : null;
}

/** What a worker knows. @param {ServiceWorker | null | undefined} worker @returns {Promise<Known | null>} null when it does not say */
const ask = (worker) =>
  new Promise((resolve) => {
    if (!worker) return resolve(null);
    const { port1, port2 } = new MessageChannel();
    const end = setTimeout(() => resolve(null), PATIENCE);
    port1.onmessage = ({ data }) => {
      clearTimeout(end);
      resolve(read(data));
    };
    worker.postMessage("welke-versie", [port2]);
  });

/** Shows that this page is of an older version, with a button that loads the newest. */
function offerUpdate() {
  if (document.querySelector("body > .nieuwe-versie")) return;
  const bar = document.createElement("div");
  bar.className = "nieuwe-versie";
  bar.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Bijwerken";
  button.addEventListener("click", async () => {
    button.disabled = true;
    const waiting = (await registered())?.waiting;
    if (!waiting) return location.reload(); // another tab was first: the newest is in charge
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    setTimeout(() => location.reload(), PATIENCE);
    waiting.postMessage("nu-bijwerken");
  });
  bar.append("Er is een nieuwe versie. Je antwoorden blijven bewaard. ", button);
  document.body.append(bar);
}

/** The version that this page is of, once the worker has said so. @type {string | undefined} */
let ownVersion;

/** A page that the browser kept as it was is no tab to the worker: after an update it would get files of the newer version.
 * WebKit leaves it with a worker that is gone and does not answer, so the one in charge is asked.
 * @param {ServiceWorkerRegistration} registration */
async function comeBack(registration) {
  const now = await ask((await registered())?.active);
  if (now && ownVersion && now.versie !== ownVersion) location.reload();
  else await compare(registration);
}

/** Looks whether this page is of the newest version that is kept. @param {ServiceWorkerRegistration} registration */
async function compare(registration) {
  const now = await ask(navigator.serviceWorker.controller);
  if (!now?.tab) return;
  ownVersion ??= now.tab;
  const next = await ask(registration.waiting);
  if (next && next.versie === now.versie) registration.waiting?.postMessage("nu-bijwerken"); // put back: nothing changes
  if (now.tab !== (next?.versie ?? now.versie)) offerUpdate();
  else document.querySelector("body > .nieuwe-versie")?.remove(); // it was taken back
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const look = () => void compare(registration);
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow(); // this page's own coming may have found it, before this script ran
  navigator.serviceWorker.addEventListener("controllerchange", look);
  addEventListener("pageshow", ({ persisted }) => persisted && void comeBack(registration));
  look();
}

async function showState() {
  if (!panel) return;
  const known = await ask((await registered())?.active);
  const kept = known?.heel === true;
  const book = known?.handboek === true;
  say(known && kept
    ? `Beschikbaar zonder internet: alle bladzijden, het zoeken en de beslisbomen${book ? ", en het handboek" : ""} (${known.bestanden} bestanden).`
    : "Nog niet op dit apparaat bewaard.");
  /** @type {HTMLButtonElement | null} */ (panel.querySelector(".offline-boek"))?.toggleAttribute("hidden", !kept || book);
  /** @type {HTMLButtonElement | null} */ (panel.querySelector(".offline-weg"))?.toggleAttribute("hidden", !kept);
  /** @type {HTMLButtonElement | null} */ (panel.querySelector(".offline-haal"))?.toggleAttribute("hidden", kept);
}

async function remove() {
  await (await registered())?.unregister();
  for (const name of await caches.keys()) if (OWN.some((own) => name.startsWith(own))) await caches.delete(name);
  await showState();
  say("Weggehaald. De site werkt nu alleen met internet.");
}

/** Resolves when Python is ready, or has said that it cannot be. @param {HTMLElement} tree @returns {Promise<void>} */
const pythonSettled = (tree) =>
  new Promise((resolve) => {
    const look = () => {
      if (tree.dataset.python === "loading") return;
      seen.disconnect();
      resolve();
    };
    const seen = new MutationObserver(look);
    seen.observe(tree, { attributes: true, attributeFilter: ["data-python"] });
    look();
  });

/** Keep the site: a worker that is there already, but whose files were removed, fetches them again. */
async function keep() {
  const registration = await register();
  if (!registration) return false;
  registration.active?.postMessage("bewaar");
  watch(registration);
  return true;
}

async function begin() {
  if (!supported) {
    say("Deze browser kan de site niet bewaren. Met internet werkt alles.");
    return;
  }
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (own(data, "van") !== root.pathname) return;
    const kind = own(data, "soort");
    if (kind === "voortgang") say(`Bezig: ${count(own(data, "klaar"), 1e6)} van ${count(own(data, "totaal"), 1e6)} bestanden.`);
    else if (kind === "mislukt") say(own(data, "vol") === true ? "Er is te weinig ruimte op dit apparaat." : "Bewaren lukte niet. Probeer het later opnieuw.");
    else if (kind === "bewaard") void showState();
  });
  panel?.querySelector(".offline-haal")?.addEventListener("click", async () => {
    say("Bezig met bewaren…");
    if (!(await keep())) say("Bewaren lukt hier niet. Met internet werkt alles.");
  });
  panel?.querySelector(".offline-boek")?.addEventListener("click", async () => {
    say("Bezig met bewaren…");
    (await navigator.serviceWorker.ready).active?.postMessage("bewaar-handboek");
  });
  panel?.querySelector(".offline-weg")?.addEventListener("click", () => void remove());
  await showState().catch(() => say(FORBIDDEN));
  const existing = await registered().catch(() => undefined);
  if (existing) watch(existing);
  const saver = /** @type {any} */ (navigator).connection?.saveData === true;
  const tree = /** @type {HTMLElement | null} */ (document.querySelector(".boom"));
  if (tree && !existing && !saver) {
    await pythonSettled(tree); // the line is Python's first
    const first = async () => (await registered()) ?? keep();
    setTimeout(() => void first(), 2000);
    addEventListener("online", () => void first()); // what a dead spot broke off is tried again
  }
}

begin().catch(() => say(FORBIDDEN)); // no storage, or a browser that forbids it: the site works without
