// On each provision: copy its link or its citation, or share it. And an explanation of a term where it is used.
// The page works without this: anchors are addresses, and a term is a link to its explanation.

const main = document.querySelector("article");
const addition = document.querySelector('meta[name="bepaling-toevoeging"]')?.getAttribute("content") ?? "";
const announced = document.createElement("p");
announced.className = "redactie alleen-voorlezen";
announced.setAttribute("role", "status");
main?.append(announced);

/** @param {string} text @param {string} said */
async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    announced.textContent = said;
    return true;
  } catch {
    announced.textContent = "Kopiëren lukt hier niet. Selecteer de tekst en kopieer hem zelf.";
    return false;
  }
}

/** @param {string} label @param {() => Promise<boolean>} action */
function choice(label, action) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.tekst = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", async () => {
    const done = await action();
    button.dataset.tekst = done ? "Gekopieerd" : label;
    setTimeout(() => (button.dataset.tekst = label), 2000);
  });
  return button;
}

/** @param {HTMLElement} element */
function addMenu(element) {
  const citation = element.dataset.aanduiding ?? "";
  const address = () => `${location.origin}${location.pathname}#${element.id}`;
  const menu = document.createElement("span");
  menu.className = "bepaling-menu redactie";
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "bepaling-knop";
  opener.setAttribute("aria-label", `Link en verwijzing: ${citation}`);
  opener.setAttribute("aria-expanded", "false");
  const choices = document.createElement("span");
  choices.className = "bepaling-keuzes";
  choices.hidden = true;
  choices.append(
    choice("Kopieer link", () => copy(address(), "Link gekopieerd")),
    choice("Kopieer verwijzing", () => copy(citation + addition, "Verwijzing gekopieerd")),
  );
  if (typeof navigator.share === "function") {
    choices.append(choice("Delen…", () => navigator.share({ title: citation, url: address() }).then(() => false, () => false)));
  }
  /** @param {boolean} open */
  const set = (open) => {
    choices.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => set(choices.hidden));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !choices.hidden) {
      set(false);
      opener.focus();
    }
  });
  menu.append(opener, choices);
  (element.tagName === "LI" ? element.querySelector(":scope > p") ?? element : element).append(menu);
}

for (const element of document.querySelectorAll("article [data-aanduiding]")) {
  addMenu(/** @type {HTMLElement} */ (element));
}

if ("popover" in HTMLElement.prototype) {
  const box = document.createElement("div");
  box.className = "begrip-uitleg redactie";
  box.setAttribute("popover", "auto");
  box.tabIndex = -1;
  const words = document.createElement("p");
  const more = document.createElement("a");
  more.textContent = "Meer over dit begrip";
  more.href = new URL("../begrippen/", import.meta.url).href;
  box.append(words, more);
  main?.append(box);
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.begrip"));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const name = document.createElement("strong");
    name.textContent = link.dataset.begrip ?? "";
    words.replaceChildren(name, `: ${link.dataset.uitleg ?? ""}`);
    more.href = link.href;
    box.showPopover();
    box.focus();
    box.addEventListener("toggle", () => link.focus({ preventScroll: true }), { once: true });
  });
}
