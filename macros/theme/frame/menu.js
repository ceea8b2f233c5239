// Where there is no room for the menu beside the text, a label of the theme opens it; keys do not reach a label. So it gets a button,
// which takes the focus into the menu and back. Closed, the menu's links are no stops (place.css).

const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
const menu = /** @type {HTMLElement | null} */ (document.querySelector(".md-sidebar--primary"));
const label = document.querySelector(".md-header__button[for='__drawer']");

if (toggle && menu && label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "menu-knop";
  button.setAttribute("aria-label", "Menu");
  button.append(...label.childNodes);
  label.append(button);
  const say = () => button.setAttribute("aria-expanded", String(toggle.checked));
  const open = (/** @type {boolean} */ yes) => {
    toggle.checked = yes;
    toggle.dispatchEvent(new Event("change"));
  };
  toggle.addEventListener("change", say);
  say();
  button.addEventListener("click", () => {
    open(true);
    menu.querySelector("a")?.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    open(false);
    button.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (toggle.checked && relatedTarget instanceof Node && !menu.contains(relatedTarget)) open(false);
  });
}

export {};
