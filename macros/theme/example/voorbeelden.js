// The page of examples: opens the example that an address names, and filters by what someone types. Without this the groups'
// links lead to each part, and an example unfolds with a tap.

import { fragment, hasFragment } from "./invoer.js";
import { isEmpty, stem, words } from "./zoeken/nederlands.js";

const place = /** @type {HTMLElement} */ (document.querySelector(".voorbeelden"));
const form = /** @type {HTMLFormElement} */ (place.querySelector(".voorbeeld-filter"));
const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const message = /** @type {HTMLElement} */ (place.querySelector(".voorbeeld-melding"));
const groups = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(".voorbeeld-groep")]);
const examples = /** @type {HTMLDetailsElement[]} */ ([...place.querySelectorAll(".voorbeeld")]);

/** @param {string} text @returns {string[]} */
const stems = (text) => words(text).filter((word) => !isEmpty(word)).map(stem);

/** The stems of each example with its group's name, made when someone first types. @type {Map<HTMLElement, string[]> | null} */
let known = null;

/** Shows the examples that have all words; all of them when there is none. @param {string} typed */
function filter(typed) {
  known ??= new Map(
    examples.map((example) => [example, stems(`${example.closest("section")?.querySelector("h2")?.textContent} ${example.textContent}`)]),
  );
  const wanted = stems(typed);
  let count = 0;
  for (const [example, has] of known) {
    example.hidden = !wanted.every((one) => has.some((other) => other.startsWith(one)));
    count += Number(!example.hidden);
  }
  for (const group of groups) {
    group.hidden = !group.querySelector(".voorbeeld:not([hidden])");
    for (const rest of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll(".voorbeeld-elders, .voorbeeld-terug"))) rest.hidden = wanted.length > 0;
  }
  /** @type {HTMLElement} */ (place.querySelector(".voorbeeld-groepen")).hidden = wanted.length > 0;
  const said = count ? `${count} ${count === 1 ? "voorbeeld" : "voorbeelden"}` : "Geen voorbeeld gevonden. Probeer een ander woord, of wis het veld en kies een groep.";
  message.textContent = wanted.length ? said : "";
}

/** Opens the example that the address names, also one that was filtered away. */
function open() {
  const target = document.getElementById(fragment());
  if (!target || !place.contains(target)) return;
  if (field.value) {
    field.value = "";
    filter("");
  }
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView();
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", () => filter(field.value));
addEventListener("hashchange", open);
document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[href*='#']"));
  if (link?.href === location.href) open(); // no change of address tells of it
});
if (field.value) filter(field.value);
if (hasFragment()) open();
