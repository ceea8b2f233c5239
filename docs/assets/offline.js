// Keeping the site on the device: starts after a visit to a tree's page, shows what is kept, tells of a new version.
// Respects data saver: then nothing is fetched until the reader asks.

const root = new URL("..", import.meta.url);
const panel = document.querySelector(".offline-paneel");
const supported = "serviceWorker" in navigator && "caches" in window;

/** @param {string} text */
function say(text) {
  const place = panel?.querySelector(".offline-stand");
  if (place) place.textContent = text;
}

/** @returns {Promise<ServiceWorkerRegistration | null>} */
const register = () => navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname }).catch(() => null);

/** @param {ServiceWorker} waiting */
function offerUpdate(waiting) {
  if (document.querySelector(".nieuwe-versie")) return;
  const bar = document.createElement("div");
  bar.className = "nieuwe-versie";
  bar.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Bijwerken";
  button.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("nu-bijwerken");
  });
  bar.append("Er is een nieuwe versie. Je antwoorden blijven bewaard. ", button);
  document.body.append(bar);
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration.waiting && navigator.serviceWorker.controller) offerUpdate(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) offerUpdate(coming);
    });
  });
}

async function showState() {
  if (!panel) return;
  const names = (await caches.keys()).filter((name) => name.startsWith("site-"));
  const registration = await navigator.serviceWorker.getRegistration(root.pathname);
  const kept = names.length > 0 && registration?.active;
  const files = kept ? await (await caches.open(names[0])).keys() : [];
  const book = files.some(({ url }) => url.endsWith("/handboek.pdf"));
  say(kept
    ? `Beschikbaar zonder internet: alle bladzijden, het zoeken en de beslisbomen${book ? ", en het handboek" : ""} (${files.length} bestanden).`
    : "Nog niet op dit apparaat bewaard.");
  /** @type {HTMLButtonElement | null} */ (panel.querySelector(".offline-boek"))?.toggleAttribute("hidden", !kept || book);
  /** @type {HTMLButtonElement | null} */ (panel.querySelector(".offline-weg"))?.toggleAttribute("hidden", !kept);
  /** @type {HTMLButtonElement | null} */ (panel.querySelector(".offline-haal"))?.toggleAttribute("hidden", Boolean(kept));
}

async function remove() {
  const registration = await navigator.serviceWorker.getRegistration(root.pathname);
  await registration?.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
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

async function begin() {
  if (!supported) {
    say("Deze browser kan de site niet bewaren. Met internet werkt alles.");
    return;
  }
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.soort === "voortgang") say(`Bezig: ${data.klaar} van ${data.totaal} bestanden.`);
    else if (data?.soort === "mislukt") say(data.vol ? "Er is te weinig ruimte op dit apparaat." : "Bewaren lukte niet. Probeer het later opnieuw.");
    else if (data?.soort === "bewaard") void showState();
  });
  panel?.querySelector(".offline-haal")?.addEventListener("click", async () => {
    say("Bezig met bewaren…");
    if (!(await register())) say("Bewaren lukt hier niet. Met internet werkt alles.");
  });
  panel?.querySelector(".offline-boek")?.addEventListener("click", async () => {
    say("Bezig met bewaren…");
    (await navigator.serviceWorker.ready).active?.postMessage("bewaar-handboek");
  });
  panel?.querySelector(".offline-weg")?.addEventListener("click", () => void remove());
  await showState().catch(() => say("Deze browser laat bewaren niet toe. Met internet werkt alles."));
  const existing = await navigator.serviceWorker.getRegistration(root.pathname).catch(() => undefined);
  if (existing) watch(existing);
  const saver = /** @type {any} */ (navigator).connection?.saveData === true;
  const tree = /** @type {HTMLElement | null} */ (document.querySelector(".boom"));
  if (tree && !existing && !saver) {
    await pythonSettled(tree); // the line is Python's first
    setTimeout(async () => {
      const registration = await register();
      if (registration) watch(registration);
    }, 2000);
  }
}

begin().catch(() => undefined); // no storage, or a browser that forbids it: the site works without
