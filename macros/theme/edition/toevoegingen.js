// What a proeftuin adds to the model, in the form of /eigen-versie/: a part of the form each, made of the page's template. What is
// right is for Python to say.

import { own, textOr } from "./invoer.js";

/** @typedef {{id: string, na: string, kop?: string, tekst: string}} Addition as the file has it */

const list = /** @type {HTMLElement | null} */ (document.querySelector(".ev-toevoegingen"));
const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template.ev-toevoeging"));

/** @returns {HTMLElement[]} the parts of the form, in order */
const blocks = () => [...(list?.querySelectorAll(".ev-veld") ?? [])].map((one) => /** @type {HTMLElement} */ (one));

/** @param {HTMLElement} block @param {string} name @returns {HTMLInputElement} */
const input = (block, name) => /** @type {HTMLInputElement} */ (block.querySelector(`[data-deel="${name}"]`));

/** @returns {Addition[]} */
export function additions() {
  return blocks().map((block) => {
    const [na, kop, tekst] = ["na", "kop", "tekst"].map((name) => input(block, name).value.trim());
    return { id: textOr(block.dataset.id, ""), na, ...(kop ? { kop } : {}), tekst };
  });
}

/** @param {unknown} data what Python read from a file */
export function fillAdditions(data) {
  list?.replaceChildren();
  for (const one of Array.isArray(data) ? data : []) {
    const [id, na, kop, tekst] = ["id", "na", "kop", "tekst"].map((name) => textOr(own(one, name), ""));
    add({ id, na, kop, tekst });
  }
}

/** @returns {string} an id that no other addition has */
function freeId() {
  const taken = new Set(blocks().map((block) => block.dataset.id));
  let number = 1;
  while (taken.has(`toevoeging-${number}`)) number += 1;
  return `toevoeging-${number}`;
}

/** @param {Addition} addition @returns {HTMLElement | undefined} */
function add({ id, na, kop, tekst }) {
  const block = /** @type {HTMLElement | undefined} */ (template?.content.firstElementChild?.cloneNode(true));
  if (!block) return undefined;
  block.dataset.id = id;
  const place = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (input(block, "na")));
  place.value = na;
  if (na && place.value !== na) {
    place.append(new Option(`${na} (staat niet in het model)`, na)); // from a file: shown, so that it can be mended
    place.value = na;
  }
  input(block, "kop").value = kop ?? "";
  input(block, "tekst").value = tekst;
  list?.append(block);
  count();
  return block;
}

/** Numbers the parts, and names what belongs together. */
function count() {
  blocks().forEach((block, index) => {
    const title = /** @type {HTMLElement} */ (block.querySelector("h3"));
    [title.id, title.textContent] = [`toevoeging-${index + 1}`, `Toevoeging ${index + 1}`];
    const error = /** @type {HTMLElement} */ (block.querySelector(".ev-fout"));
    error.id = `fout-toevoeging-${index + 1}`;
    for (const one of block.querySelectorAll("[data-deel]")) one.setAttribute("aria-describedby", error.id);
    block.querySelector(".ev-weg")?.setAttribute("aria-label", `Verwijder toevoeging ${index + 1}`);
  });
}

/** @param {ReadonlyMap<string, string>} told what is wrong, by Python's place ("toevoegingen, nummer 2") */
export function showWrong(told) {
  blocks().forEach((block, index) => {
    const written = input(block, "tekst").value.trim();
    const begun = !written && block.contains(document.activeElement); // who is in it may still write
    const wrong = !begun && (written || input(block, "kop").value.trim()) ? told.get(`toevoegingen, nummer ${index + 1}`) : undefined;
    const place = /** @type {HTMLElement} */ (block.querySelector(".ev-fout"));
    [place.hidden, place.textContent] = [!wrong, wrong ?? ""];
    input(block, "tekst").toggleAttribute("aria-invalid", false);
    if (wrong) input(block, "tekst").setAttribute("aria-invalid", "true");
  });
}

/** @param {() => void} changed what to do when an addition came or went */
export function offerAdditions(changed) {
  for (const button of document.querySelectorAll(".ev-voegtoe")) {
    button.addEventListener("click", () => {
      const { na, kop } = /** @type {HTMLElement} */ (button).dataset;
      const block = add({ id: freeId(), na: na ?? "", kop: kop ?? "", tekst: "" });
      if (block) input(block, na ? "tekst" : "na").focus();
      changed();
    });
  }
  list?.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest(".ev-weg");
    if (!button) return;
    button.closest(".ev-veld")?.remove();
    count();
    /** @type {HTMLElement | null} */ (document.querySelector(".ev-voegtoe"))?.focus();
    changed();
  });
}
