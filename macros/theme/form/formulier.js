// The forms that go with an advice. Python makes them of the answers, in the browser; this shows them, prints one and saves one as a
// Word file. It is loaded when the reader asks for forms. Nothing is kept: the next step in the walk takes the forms away.

import { saveFile } from "./bestand.js";

/** @typedef {{soort: string, tekst: string, delen: string[], regels: number, bronnen: string[]}} Block */
/** @typedef {{id: string, titel: string, over: string, bestand: string, blokken: Block[]}} Form */

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @param {string} tag @param {string} text @param {(Node | string)[]} inside @returns {HTMLElement} */
function make(tag, text = "", ...inside) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...inside);
  return element;
}

/** @param {string} words @param {() => void} act @returns {HTMLElement} */
function button(words, act) {
  const made = make("button", words);
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
}

/** @param {string[]} texts */
const list = (texts) => make("ul", "", ...texts.map((text) => make("li", text)));

/** A block as macros/theme/form/block.html makes it. @param {Block} block @returns {HTMLElement[]} */
function shown({ soort, tekst, delen, regels, bronnen }) {
  /** @type {HTMLElement} */
  let part;
  if (soort === "kop") part = make("h4", tekst);
  else if (soort === "tekst") part = make("p", tekst);
  else if (soort === "lijst") part = list(delen);
  else if (soort === "paren") {
    part = make("dl");
    for (let at = 0; at < delen.length; at += 2) part.append(make("div", "", make("dt", delen[at]), " ", make("dd", delen[at + 1])));
  } else if (soort === "open") {
    part = make("p", `${tekst}:`);
    part.className = "formulier-open";
    for (let line = 0; line < Math.max(regels, 1); line += 1) {
      const empty = make("span");
      empty.className = "formulier-regel";
      part.append(empty);
    }
  } else {
    part = list(delen);
    part.className = "formulier-keuze";
  }
  const sources = make("p", "", make("small", bronnen.join("; ")));
  sources.className = "formulier-bron";
  return bronnen.length ? [part, sources] : [part];
}

export class Forms {
  /** @param {HTMLElement} element @param {import("../tree/boom.js").Walker} walker */
  constructor(element, walker) {
    this.element = element;
    this.walker = walker;
  }

  /** What the forms are made of: the answers, the household, the day, and when the terms began, if the reader said so. */
  get request() {
    const { tree, state, terms } = this.walker;
    const date = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());
    return { doe: "formulieren", boom: tree, antwoorden: state.antwoorden, feiten: state.huishouden, datum: date, sinds: terms?.field.value ?? "", nu: Date.now() };
  }

  /** @param {string} text */
  say(text) {
    /** @type {HTMLElement} */ (this.element.querySelector(".formulieren-stand")).textContent = text;
  }

  async show() {
    const { state } = this.walker;
    this.clear();
    this.element.hidden = false;
    const waits = this.walker.element.dataset.python === "loading";
    this.say(waits ? "De formulieren komen zodra de rekenhulp klaar is." : "De formulieren worden gemaakt…");
    try {
      /** @type {{formulieren: Form[]}} */
      const { formulieren } = await this.walker.checks.ask(this.request);
      if (state !== this.walker.state) return;
      this.element.append(...formulieren.map((form) => this.folded(form, formulieren.length === 1)));
      this.say(formulieren.length ? "" : "Bij dit punt in de boom hoort nog geen formulier. Beantwoord eerst de vragen.");
    } catch {
      if (state !== this.walker.state) return;
      this.say("De formulieren kunnen hier nu niet worden gemaakt. Gebruik een leeg formulier.");
    }
    /** @type {HTMLElement} */ (this.element.querySelector("h2")).focus();
  }

  /** @param {Form} form @param {boolean} open @returns {HTMLElement} */
  folded(form, open) {
    const sheet = make("div", "", make("h3", form.titel), ...(form.over ? [make("p", form.over)] : []), ...form.blokken.flatMap(shown));
    sheet.className = "formulier";
    const buttons = make("div", "", button("Print", () => this.print(fold)), button("Bewaar als Word-bestand", () => void this.save(form)));
    buttons.className = "boom-knoppen";
    const fold = /** @type {HTMLDetailsElement} */ (make("details", "", make("summary", form.over ? `${form.titel}: ${form.over}` : form.titel), buttons, sheet));
    fold.open = open;
    return fold;
  }

  /** @param {HTMLDetailsElement} fold */
  print(fold) {
    fold.classList.add("te-printen");
    document.documentElement.classList.add("print-formulier");
    window.print();
    document.documentElement.classList.remove("print-formulier");
    fold.classList.remove("te-printen");
  }

  /** @param {Form} form */
  async save(form) {
    try {
      const { bestand, inhoud } = await this.walker.checks.ask({ ...this.request, welk: form.id });
      const bytes = Uint8Array.from(atob(inhoud), (sign) => sign.charCodeAt(0));
      saveFile(bestand, bytes, WORD);
      this.say(`${bestand} is gemaakt. Het staat alleen op dit apparaat.`);
    } catch {
      this.say("Het Word-bestand kan hier nu niet worden gemaakt. Print het formulier.");
    }
  }

  clear() {
    for (const fold of this.element.querySelectorAll("details")) fold.remove();
    this.say("");
    this.element.hidden = true;
  }
}
