// The form of /eigen-versie/: asks Python what stands at each place, what is wrong and what is open, and shows that. It decides nothing.
// Python starts only when the coordinator asks. Nothing leaves the device; it keeps nothing but what the coordinator has it keep.

import { store, stored, storedElsewhere } from "./boominvoer.js";
import { own, textOr } from "./invoer.js";
import { PythonClient } from "./python.js";
import { additions, fillAdditions, offerAdditions, showWrong } from "./toevoegingen.js";

/** @typedef {{hoe: string, delen: string[]}} Said what stands at a place, in parts between which other places stand */
/** @typedef {{plaats: string, melding: string}} Problem */
/** @typedef {{plaats: string, waarde: string, melding: string}} Left what a file says that the form has no place for */
/** @typedef {{plaatsen: Record<string, Said>, problemen: Problem[], open: {id: string, naam: string}[], ingevuld: number, velden: number}} Status */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.eigen-versie"));
const KEPT = `eigen-versie:${new URL("..", location.href).pathname}`;
const LONGEST_FILE = 1_000_000; // bytes, as macros/edition/opening.py has it
const LONGEST_WORD = 4_000_000; // bytes, as macros/edition/word_text.py has it

/** @template {Element} T @param {string} selector @returns {T} */
const part = (selector) => /** @type {T} */ (form.querySelector(selector));
/** @param {string} name @returns {HTMLInputElement} */
const input = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
/** @param {string} text */
const say = (text) => (part(".ev-stand").textContent = text);
/** @param {string} selector @param {boolean} hidden */
const hide = (selector, hidden) => part(selector).toggleAttribute("hidden", hidden);
/** @returns {HTMLInputElement[]} the inputs of the fields */
const inputs = () => [...form.querySelectorAll("[name]")].map((one) => /** @type {HTMLInputElement} */ (one));

/** @type {PythonClient | null} */
let python = null;
/** The version of the model that it was made for; empty for this one. */
let model = "";
/** What stood in the form before a file was opened. @type {Record<string, unknown> | null} */
let before = null;
/** Whether something was filled in that is in no file, and that the device does not keep. */
let unsaved = false;
/** The last question that was asked: an answer to an older one is not shown. */
let asked = 0;

/** @param {string} text @returns {{naam: string, vertegenwoordiger?: string}[]} */
function parties(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => {
    const [naam, ...by] = line.split(";");
    return { naam: naam.trim(), ...(by.length ? { vertegenwoordiger: by.join(";").trim() } : {}) };
  });
}

/** @param {HTMLInputElement} one @returns {unknown} */
const answer = (one) => (one instanceof HTMLTextAreaElement ? parties(one.value) : one.value.trim());

/** @returns {Record<string, unknown>} the edition as it stands in the form */
function edition() {
  const fields = inputs().filter((one) => !one.name.startsWith("ev-") && one.value.trim());
  const antwoorden = Object.fromEntries(fields.map((one) => [one.name, answer(one)]));
  return { vorm: 1, model, naam: input("ev-naam").value.trim(), versie: input("ev-versie").value.trim(), antwoorden, toevoegingen: additions() };
}

/** @param {unknown} data what Python read from a file */
function fill(data) {
  const answers = own(data, "antwoorden");
  for (const one of inputs()) {
    const value = own(answers, one.name);
    if (Array.isArray(value)) {
      const lines = value.map((party) => [textOr(own(party, "naam"), ""), textOr(own(party, "vertegenwoordiger"), "")]);
      one.value = lines.map((line) => line.filter(Boolean).join("; ")).join("\n");
    } else one.value = textOr(value, "");
  }
  model = textOr(own(data, "model"), "");
  input("ev-naam").value = textOr(own(data, "naam"), "");
  input("ev-versie").value = textOr(own(data, "versie"), "1") || "1";
  fillAdditions(own(data, "toevoegingen"));
}

/** @param {Status} status */
function show(status) {
  for (const mark of form.querySelectorAll("mark")) {
    const said = status.plaatsen[mark.dataset.plaats ?? ""];
    if (!said) continue;
    mark.dataset.hoe = said.hoe;
    mark.textContent = said.delen[Number(mark.dataset.deel ?? 0)] ?? "";
  }
  showProblems(status.problemen);
  part(".ev-voortgang span").textContent = `${status.ingevuld} van ${status.velden} velden ingevuld; nog ${status.open.length} nodig`;
  /** @type {HTMLProgressElement} */ (part("progress")).value = status.ingevuld / status.velden;
  showOpen(status.open);
}

/** @param {Problem[]} problems */
function showProblems(problems) {
  const told = new Map(problems.map(({ plaats, melding }) => [inputName(plaats), melding]));
  for (const one of inputs()) {
    const wrong = one.value.trim() ? told.get(one.name) : undefined; // what is empty is open, not wrong
    one.toggleAttribute("aria-invalid", false);
    if (wrong) one.setAttribute("aria-invalid", "true");
    const place = document.getElementById(`fout-${one.name}`);
    if (place) [place.hidden, place.textContent] = [!wrong, wrong ?? ""];
  }
  showWrong(new Map(problems.map(({ plaats, melding }) => [plaats, melding])));
  const shown = problems.filter(({ plaats }) => !isEmpty(inputName(plaats)));
  hide(".ev-mis", shown.length === 0);
  part(".ev-mis ul").replaceChildren(...shown.map(({ plaats, melding }) => item(melding, inputName(plaats), plaats)));
}

/** @param {string} place @returns {string} the name of the input that Python's place is about */
const inputName = (place) => place.replace(/^toevoegingen, nummer /, "toevoeging-").replace(/^antwoorden\.|^(?=naam$|versie$)/, (found) => (found ? "" : "ev-")).split(",")[0];

/** @param {string} name @returns {boolean} whether it is an input that was left empty, and so is open, not wrong */
function isEmpty(name) {
  const one = inputs().find((other) => other.name === name);
  return one !== undefined && !one.value.trim();
}

/** @param {string} message @param {string} name of an input, if there is one @param {string} place @returns {HTMLElement} */
function item(message, name, place) {
  const made = document.createElement("li");
  const target = document.getElementById(`veld-${name}`) ?? document.getElementById(name);
  if (target) {
    const title = target.tagName === "H3" ? target.textContent : form.querySelector(`label[for="${name}"]`)?.textContent;
    made.append(Object.assign(document.createElement("a"), { href: `#${target.id}`, textContent: title ?? place }), `: ${message}`);
  } else made.textContent = place === "model" ? message : `${place}: ${message}`;
  if (place === "model" && model) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Nagekeken" });
    button.addEventListener("click", () => { model = ""; void refresh(); });
    made.append(" ", button);
  }
  return made;
}

/** @param {Left[]} left */
function showLeft(left) {
  hide(".ev-over", left.length === 0);
  part(".ev-over ul").replaceChildren(...left.map(({ plaats, waarde, melding }) =>
    item(`${waarde}${!waarde || /[.;:]$/.test(waarde) ? "" : "."} ${melding}`.trim(), inputName(plaats), plaats)));
}

/** @param {{id: string, naam: string}[]} open */
function showOpen(open) {
  stillOpen = open.map(({ id }) => id);
  const intro = document.createElement("p");
  intro.textContent = open.length ? `Nog ${open.length} in te vullen voordat jullie tekenen:` : "Alles is ingevuld wat voor het tekenen nodig is.";
  const list = document.createElement("ul");
  for (const { id, naam } of open) {
    const link = Object.assign(document.createElement("a"), { href: `#${document.getElementById(`veld-${id}`) ? `veld-${id}` : id}`, textContent: naam });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  part(".ev-open").replaceChildren(intro, ...(open.length ? [list] : []));
}

/** The fields that are still open, and the one that was last looked at. @type {string[]} */
let stillOpen = [];
let lastField = "";

/** To the next field that is open or wrong, behind the one that was last looked at; to the end when all is filled in. */
function toNextOpen() {
  const order = ["ev-naam", ...[...form.querySelectorAll(".ev-veld[data-veld]")].map((one) => /** @type {HTMLElement} */ (one).dataset.veld ?? "")];
  const behind = order.slice(order.indexOf(lastField) + 1).concat(order);
  const next = behind.find((id) => stillOpen.includes(id) || input(id)?.hasAttribute("aria-invalid"));
  if (next) return input(next).focus();
  part("#klaar").scrollIntoView();
  say("Alles is ingevuld wat voor het tekenen nodig is.");
}

/** Shows what stands at each place now, and has the device keep it when the coordinator said so. */
async function refresh() {
  const number = (asked += 1);
  const versie = edition();
  keep(versie);
  try {
    const status = /** @type {Status} */ (await python?.ask({ doe: "stand", versie }));
    if (status && number === asked) show(status);
  } catch (error) {
    complain(error);
  }
}

/** @param {unknown} error @returns {string} */
const reason = (error) => (error instanceof Error ? error.message : String(error));

/** @param {unknown} error of a request: its own, or that of Python that stopped */
const complain = (error) => (python?.over ? failed(error) : say(reason(error)));

/** @param {Record<string, unknown>} versie */
function keep(versie) {
  const box = /** @type {HTMLInputElement} */ (part(".ev-onthoud"));
  if (box.checked && !store("localStorage", KEPT, JSON.stringify(versie))) {
    box.checked = false;
    say("Dit apparaat kan het niet onthouden. Bewaar het als bestand.");
  }
}

/** Another tab wiped what the device keeps, or keeps what stands there: two tabs never write over each other's. */
function keptElsewhere() {
  const box = /** @type {HTMLInputElement} */ (part(".ev-onthoud"));
  if (!box.checked) return;
  box.checked = false;
  unsaved = true;
  say("Een ander tabblad veranderde of wiste wat dit apparaat onthoudt. Dit tabblad wordt niet meer onthouden: bewaar het als bestand.");
}

/** Whether the form was shown: then a start is one after a stop. */
let begun = false;

async function start() {
  if (form.dataset.python === "loading") return;
  form.dataset.python = "loading";
  say("Het programma start…");
  python = new PythonClient(textOr(form.dataset.map, ""));
  python.progress = (step) => say(`Het programma start… stap ${step} van 4`);
  try {
    await python.ready;
  } catch (error) {
    return failed(error);
  }
  python.stopped = failed;
  if (begun) {
    form.dataset.python = "ready";
    return goOn();
  }
  const told = await takeUp(stored("localStorage", KEPT, /[^]/));
  if (python?.over) return; // `failed` has told
  form.dataset.python = "ready";
  begun = true;
  hide(".ev-start", true);
  for (const one of form.querySelectorAll(".ev-alles, .ev-antwoord")) one.toggleAttribute("hidden", false);
  say(told);
  await refresh();
  input("ev-naam").focus();
}

/** After a stop: what was filled in stands in the form still. */
async function goOn() {
  const button = part(".ev-opnieuw");
  if (button === document.activeElement) input(lastField || "ev-naam").focus();
  button.toggleAttribute("hidden", true);
  say("Het programma werkt weer. Wat je invulde, staat er nog.");
  await refresh();
}

/** Goes on with what the device kept; what cannot be read stays there. @param {string | null} kept @returns {Promise<string>} what to say of it */
async function takeUp(kept) {
  if (!kept) return "Je kunt invullen. Alles blijft op dit apparaat.";
  try {
    await read(kept);
    /** @type {HTMLInputElement} */ (part(".ev-onthoud")).checked = true;
    return "Dit apparaat had onthouden wat je eerder invulde. Je kunt verder.";
  } catch {
    return "Wat dit apparaat had onthouden, is niet meer te lezen. Open je bestand, of begin opnieuw.";
  }
}

/** Has Python read the text of a file, and shows it in the form. @param {string} text */
async function read(text) {
  const found = await python?.ask({ doe: "lees", tekst: text });
  take(found, /** @type {Left[]} */ (own(found, "over") ?? []));
}

/** Has Python read a Word file that was filled in, and shows it in the form with what came along in no field. @param {ArrayBuffer} bytes */
async function readWord(bytes) {
  const bestand = base64(bytes);
  const found = await python?.ask({ doe: "lees_word", bestand, versie: edition() });
  const left = /** @type {Left[]} */ (own(found, "over") ?? []);
  take(found, [...left, ...(await beside(bestand, textOr(own(found, "document"), "")))]);
}

/** What a Word file says beside its fields: for that the model's file is needed. @param {string} bestand @param {string} id of its document @returns {Promise<Left[]>} */
async function beside(bestand, id) {
  try {
    const model = await modelFile(part(`.ev-word[data-document="${id}"]`));
    return /** @type {Left[]} */ (own(await python?.ask({ doe: "vergelijk_word", bestand, model }), "over") ?? []);
  } catch (error) {
    return [{ plaats: "Word-bestand", waarde: "", melding: `Alleen de velden zijn gelezen. Kijk zelf na of er meer is veranderd. (${reason(error)})` }];
  }
}

/** @param {unknown} found what Python read @param {Left[]} left what could not come along */
function take(found, left) {
  before = edition();
  fill(own(found, "versie"));
  showLeft(left);
}

/** @param {unknown} error */
function failed(error) {
  form.dataset.python = "unavailable";
  hide(".ev-opnieuw", !begun);
  part(".ev-start").textContent = "Probeer opnieuw"; // hidden once the form was shown
  const kept = "Wat je invulde, staat nog in de velden.";
  say(begun ? `Het programma is gestopt (${reason(error)}). ${kept}` : `Invullen kan nu niet (${reason(error)}). Lezen kan wel.`);
}

async function save() {
  try {
    const made = await python?.ask({ doe: "bewaar", versie: edition() });
    download("eigen-versie.json", textOr(own(made, "tekst"), ""), "application/json");
    unsaved = false;
    const left = form.querySelector(".ev-mis[hidden]") ? "is ingevuld" : "klopt: zie de lijst boven het eerste veld";
    if (own(made, "problemen")) say(`eigen-versie.json staat in je map met downloads. Nog niet alles ${left}.`);
  } catch (error) {
    complain(error);
  }
}

/** @param {ArrayBuffer} bytes @returns {string} the same as base64, made in parts: a call takes so many arguments */
function base64(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.byteLength; at += 30_000) parts.push(String.fromCharCode(...new Uint8Array(bytes.slice(at, at + 30_000))));
  return btoa(parts.join(""));
}

/** @param {HTMLElement} button of a document of the model @returns {Promise<string>} its Word file as base64 */
async function modelFile(button) {
  let file;
  try {
    file = await fetch(textOr(button.dataset.bestand, ""));
  } catch {
    throw new Error("Het Word-bestand van het model kan nu niet worden gehaald. Heb je verbinding met internet?");
  }
  if (!file.ok) throw new Error("Het Word-bestand van het model is er niet. Heb je verbinding met internet?");
  return base64(await file.arrayBuffer());
}

/** @param {string} name @param {BlobPart} body @param {string} type */
function download(name, body, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([body], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${name} staat in je map met downloads.`);
}

/** @param {HTMLElement} button of a document of the model */
async function word(button) {
  try {
    say("Het Word-bestand wordt gemaakt…");
    const bestand = await modelFile(button);
    const made = await python?.ask({ doe: "word", document: button.dataset.document, bestand, versie: edition() });
    const bytes = Uint8Array.from(atob(textOr(own(made, "bestand"), "")), (sign) => sign.charCodeAt(0));
    download(`${button.dataset.document}.docx`, bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  } catch (error) {
    complain(error);
  }
}

/** @param {Event} event */
async function open(event) {
  const chosen = /** @type {HTMLInputElement} */ (event.target);
  const file = chosen.files?.[0];
  if (!file) return;
  try {
    const isWord = /\.docx?$/i.test(file.name) || (await file.slice(0, 4).text()).startsWith("PK");
    if (file.size > (isWord ? LONGEST_WORD : LONGEST_FILE)) throw new Error("bestand: Dit bestand is te groot voor een eigen versie. Er is niets veranderd.");
    await (isWord ? readWord(await file.arrayBuffer()) : read(await file.text()));
    unsaved = isWord; // what came from Word is in no file of an own version yet
    hide(".ev-terug", isBlank(before));
    await refresh();
    const told = form.querySelectorAll(".ev-mis li, .ev-over li").length;
    /** @type {HTMLElement | null} */ (form.querySelector(".ev-mis:not([hidden]), .ev-over:not([hidden])"))?.focus();
    if (python?.over) return; // `failed` has told
    say(told ? `Geopend, maar niet alles klopt of kon mee: ${told} keer. Zie de lijst boven het eerste veld.` : "Geopend.");
  } catch (error) {
    complain(error);
  } finally {
    chosen.value = "";
  }
}

/** @param {Record<string, unknown> | null} edition @returns {boolean} whether nothing was filled in or added */
const isBlank = (edition) => [edition?.antwoorden, edition?.toevoegingen].every((held) => Object.keys(/** @type {object} */ (held ?? {})).length === 0);

/** Puts back what stood in the form before a file was opened. */
function putBack() {
  fill(before);
  showLeft([]);
  hide(".ev-terug", true);
  unsaved = true;
  say("Wat er stond, staat er weer.");
  void refresh();
}

/** Something was filled in: what was said of a file that was saved or opened before is no longer so. */
function changed() {
  if (!unsaved) say("Nog niet bewaard als bestand. Alles blijft op dit apparaat.");
  unsaved = true;
}

function wipe() {
  if (!isBlank(edition()) && !confirm("Wis je alles? Wat je niet als bestand bewaarde, haal je niet terug.")) return;
  store("localStorage", KEPT, null);
  python?.end();
  python = null;
  asked += 1;
  form.reset();
  unsaved = false;
  location.reload(); // marks, messages and Python's memory begin afresh
}

if (form) {
  form.reset(); // a browser may bring back what was wiped
  part(".ev-start").toggleAttribute("hidden", false);
  say("Het programma start pas als je op de knop drukt.");
  for (const button of form.querySelectorAll(".ev-start, .ev-opnieuw")) button.addEventListener("click", () => void start());
  form.addEventListener("input", (event) => {
    if (!(/** @type {Element} */ (event.target).matches(".ev-bestand, .ev-onthoud"))) changed();
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved && !(/** @type {HTMLInputElement} */ (part(".ev-onthoud")).checked)) event.preventDefault();
  });
  form.addEventListener("change", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.matches(".ev-bestand")) void open(event);
    else if (field.matches(".ev-onthoud") && !field.checked) store("localStorage", KEPT, null);
    else void refresh();
  });
  storedElsewhere(KEPT, keptElsewhere);
  form.addEventListener("submit", (event) => event.preventDefault());
  part(".ev-bewaar").addEventListener("click", () => void save());
  for (const button of form.querySelectorAll(".ev-lees")) button.addEventListener("click", () => /** @type {HTMLElement} */ (part(".ev-bestand")).click());
  for (const button of form.querySelectorAll(".ev-word")) {
    button.addEventListener("click", () => void word(/** @type {HTMLElement} */ (button)));
  }
  part(".ev-print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => {
    for (const field of form.querySelectorAll("textarea")) if (field.value) field.style.blockSize = `${field.scrollHeight + 4}px`;
  });
  addEventListener("afterprint", () => {
    for (const field of form.querySelectorAll("textarea")) field.style.blockSize = "";
  });
  form.addEventListener("focusin", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    const field = /** @type {HTMLElement | null} */ (target.closest(".ev-veld[data-veld]"));
    lastField = field?.dataset.veld ?? (target.name === "ev-naam" ? target.name : lastField);
  });
  part(".ev-volgende").addEventListener("click", toNextOpen);
  offerAdditions(() => {
    changed();
    void refresh();
  });
  part(".ev-terug").addEventListener("click", putBack);
  part(".ev-wis").addEventListener("click", wipe);
}
