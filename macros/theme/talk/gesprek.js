// The talk that goes with an advice: its sheet is fetched from the page of all sheets when the reader opens it, so that the server
// learns nothing of the advice. Python chose the sheet when the site was built; this shows it.

/** @type {Promise<Document> | undefined} the page of the sheets, once one was asked for */
let sheets;

/** @param {string} address @returns {Promise<Document>} */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** @param {HTMLDetailsElement} fold */
async function fill(fold) {
  const link = /** @type {HTMLAnchorElement} */ (fold.querySelector("a"));
  const address = link.href.split("#")[0];
  const place = document.createElement("div");
  place.className = "gesprek-hier";
  place.setAttribute("role", "status");
  place.textContent = "Het gesprek wordt geladen…";
  fold.append(place);
  try {
    const page = await (sheets ??= fetched(address));
    const sheet = page.getElementById(fold.dataset.gesprek ?? "");
    if (sheet?.dataset.kenmerk !== fold.dataset.kenmerk) {
      place.textContent = "Dit gesprek hoort bij een andere versie van deze bladzijde. Laad de bladzijde opnieuw.";
      return;
    }
    place.removeAttribute("role");
    place.replaceChildren(...shown(/** @type {HTMLElement} */ (sheet), address));
  } catch {
    sheets = undefined;
    place.textContent = "Het gesprek kan nu niet worden geladen. Probeer de link hierboven.";
    delete fold.dataset.gevuld;
  }
}

/** @param {HTMLElement} sheet @param {string} address of its page, to which its links are relative @returns {Node[]} */
function shown(sheet, address) {
  const copy = /** @type {HTMLElement} */ (document.importNode(sheet, true));
  for (const link of copy.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", address).href;
  copy.querySelector("h2")?.remove(); // the fold's own link has the title
  copy.querySelector(".gesprek-adviezen")?.remove();
  return [...copy.childNodes];
}

document.addEventListener("toggle", (event) => {
  const fold = event.target;
  if (!(fold instanceof HTMLDetailsElement) || !fold.dataset.gesprek || !fold.open || fold.dataset.gevuld) return;
  fold.dataset.gevuld = "ja";
  fold.querySelector(".gesprek-hier")?.remove();
  void fill(fold);
}, { capture: true });
