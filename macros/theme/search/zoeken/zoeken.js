// The search on the screen: the field in the header as a combobox, and the page /zoeken/. What is found, and how, is the
// engine's; it is fetched with its index when someone first wants to search.

import { asked, asking, readFragment } from "../invoer.js";

/** @typedef {import("./zoekmachine.js").SearchEngine} SearchEngine */
/** @typedef {import("./zoekmachine.js").Result} Result */
/** @typedef {import("./zoekmachine.js").Piece} Piece */

const ROOT = new URL("../../", import.meta.url);
const SEARCH_PAGE = new URL("zoeken/", ROOT);
const FIRST = 3; // groups shown at once
const PAUSE = 80; // ms
const LOCK = "data-md-scrolllock"; // the theme's, on the body while the search is open on a phone
const KINDS = new Set(["Begrip", "Beslisboom", "Bladzijde", "Uitkomst", "Voorbeeld", "Voorbeelden", "Vraag"]);
/** What people ask, to tap for who does not know yet what to type. */
const ASKED = ["mag school weten", "gescheiden ouders", "jongere wil niet", "laptop gestolen", "dossier laten wissen", "artikel 6.4"];
const FAILED = "Zoeken lukt nu niet: het zoekbestand is er niet. Kies uit de inhoud, of probeer het later opnieuw.";

/** @type {Promise<SearchEngine> | null} */
let engine = null;
/** @type {typeof import("./nederlands.js")} what a word is; there once the engine is */
let dutch;
/** @type {typeof import("./fragment.js")["fragment"]} there then too */
let fragment;

/** The engine with its index; fetched once, again after a failure. @returns {Promise<SearchEngine>} */
export function getEngine() {
  engine ??= (async () => {
    const [{ SearchEngine }, language, part, mini, tree, data] = await Promise.all([
      import("./zoekmachine.js"),
      import("./nederlands.js"),
      import("./fragment.js"),
      import(new URL("minisearch.js", import.meta.url).href),
      import(new URL("woordenboom.js", import.meta.url).href),
      fetch(new URL("index.json", import.meta.url)).then((response) => {
        if (!response.ok) throw new Error(`index.json: ${response.status}`);
        return response.json();
      }),
    ]);
    dutch = language;
    ({ fragment } = part);
    return new SearchEngine(data, mini.default, tree.default);
  })();
  engine.catch(() => (engine = null));
  return engine;
}

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} url an address from the site's root, as the index has it */
const here = (url) => new URL(url.slice(1), ROOT).href;

/** A text with the words of the question marked. @param {string} text @param {Set<string>} stems @returns {(Node | string)[]} */
function marked(text, stems) {
  const { words, stem, isEmpty } = dutch;
  return text.split(/([\p{L}\d]+(?:\.[\p{L}\d]+)*)/u).map((part, nr) => {
    const found = nr % 2 && words(part).some((word) => stems.has(stem(word)) && !isEmpty(word));
    return found ? element("mark", {}, part) : part;
  });
}

/** One result as a link. @param {Piece} piece @param {Result["groepen"][0]} group the page it stands on @param {Result} result
 * @param {Record<string, string>} attributes */
function link(piece, group, { stammen: stems, onderwerpen }, attributes) {
  const ownHeading = piece.kop !== group.titel || !piece.tekst;
  const text = piece.tekst.startsWith(piece.kop) ? piece.tekst.slice(piece.kop.length).trim() : piece.tekst;
  // A provision is known by how people cite it; a question, an advice or an example by its own words.
  const named = KINDS.has(piece.aanduiding);
  const title = named ? marked(piece.kop, stems) : [piece.aanduiding];
  const kind = piece.aanduiding === group.soort ? [] : [element("span", { class: "zoek-soort" }, piece.aanduiding)]; // said above it
  const below = named ? kind : [element("strong", { class: "zoek-kop" }, ...marked(piece.kop, stems))];
  return element(
    "a",
    { href: here(piece.url), class: "zoek-stuk", ...attributes },
    element("span", { class: "zoek-aanduiding" }, ...title),
    ...(named || ownHeading ? below : []),
    ...(text ? [element("span", { class: "zoek-tekst" }, ...marked(fragment(text, onderwerpen), stems))] : []),
  );
}

/** What a number of results is called. @param {number} count @param {number} pages */
const counted = (count, pages) =>
  `${count} ${count === 1 ? "resultaat" : "resultaten"} op ${pages} ${pages === 1 ? "bladzijde" : "bladzijden"}`;

/** Shows results in a place: a listbox in the header, plain links on the page. */
class Results {
  /** @param {HTMLElement} place @param {HTMLInputElement} input @param {{listbox: boolean}} how */
  constructor(place, input, { listbox }) {
    this.input = input;
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(name));
    this.message = find(".zoek-melding");
    this.list = find(".zoek-lijst");
    this.more = find(".zoek-verder");
    this.listbox = listbox;
    this.asked = "";
    /** @type {(() => Node)[]} groups that are not shown yet */
    this.rest = [];
  }

  /** Searches and shows. A later question overtakes an earlier one. @param {string} question */
  async show(question) {
    this.asked = question;
    if (!question.trim()) return this.suggest();
    if (!engine) this.message.textContent = "Het zoekbestand wordt opgehaald…";
    try {
      const search = await getEngine();
      if (this.asked === question) this.fill(question, search);
    } catch (error) {
      console.warn(error);
      if (this.asked === question) this.clear(FAILED);
    }
  }

  /** Shows what still waits for a pause: at once when someone moves through the results. */
  complete() {
    this.list.append(...this.rest.map((make) => make()));
    this.rest = [];
  }

  /** What can be asked, for an empty field. */
  suggest() {
    this.clear("");
    const ask = (/** @type {string} */ words) => {
      const button = element("button", { type: "button", class: "zoek-vraag" }, words);
      button.addEventListener("click", () => {
        this.input.value = words;
        this.input.focus();
        this.input.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return element("li", {}, button);
    };
    const examples = element("a", { href: new URL("voorbeelden/", ROOT).href }, "Alle voorbeelden uit de praktijk");
    this.more.append(element("p", {}, "Zoek bijvoorbeeld:"), element("ul", { class: "zoek-vragen" }, ...ASKED.map(ask)), examples);
  }

  /** @param {string} message */
  clear(message) {
    this.rest = [];
    this.message.textContent = message;
    this.list.replaceChildren();
    this.more.replaceChildren();
  }

  /** @param {string} question @param {SearchEngine} search */
  fill(question, search) {
    const result = search.search(question, this.listbox ? 8 : 20);
    if (!result.groepen.length) return this.fillNothing(question, search);
    const groups = result.groepen.map((group, nr) => () => this.group(group, nr, result));
    this.list.replaceChildren(...groups.slice(0, FIRST).map((make) => make()));
    // What is below the fold of a phone follows when typing pauses, so that a letter never waits for it.
    this.rest = groups.slice(FIRST);
    setTimeout(() => this.asked === question && this.complete(), PAUSE);
    const count = result.groepen.reduce((sum, group) => sum + group.stukken.length, 0);
    this.message.textContent = `${counted(count, result.groepen.length)}${result.gelezenAls.length ? ", ook met een andere spelling" : ""}`;
    this.more.replaceChildren();
    if (this.listbox) {
      const target = `${SEARCH_PAGE.href}${asking(question.trim())}`;
      this.more.append(element("a", { href: target, class: "zoek-deel" }, "Alle resultaten, met een link om te delen"));
    }
  }

  /** @param {Result["groepen"][0]} group @param {number} nr @param {Result} result */
  group(group, nr, result) {
    const name = element("span", { class: "zoek-titel", id: `zoek-groep-${this.listbox ? "kop" : "blad"}-${nr}` }, group.titel);
    const kind = element("span", { class: "zoek-soort" }, group.soort);
    const links = group.stukken.map((piece, at) =>
      link(piece, group, result, this.listbox ? { role: "option", id: `zoek-${nr}-${at}`, "aria-selected": "false", tabindex: "-1" } : {}),
    );
    if (this.listbox) return element("div", { class: "zoek-groep", role: "group", "aria-labelledby": name.id }, element("div", { role: "presentation", class: "zoek-groepkop" }, name, " ", kind), ...links);
    return element("section", { class: "zoek-groep" }, element("h2", { class: "zoek-groepkop" }, name, " ", kind), ...links);
  }

  /** @param {string} question @param {SearchEngine} search */
  fillNothing(question, search) {
    this.clear(`Niets gevonden voor “${question.trim()}”. Dit lijkt erop, of stel je vraag aan een beslisboom.`);
    const near = search.nearest(question).map((piece) => [here(piece.url), `${piece.kop} (${piece.aanduiding})`]);
    const items = [...near, ...search.starts().map(({ url, kop }) => [here(url), kop])];
    this.more.append(element("ul", {}, ...items.map(([url, text]) => element("li", {}, element("a", { href: url }, text)))));
  }
}

/** The theme's label that opens the search, where the header has no room for the field, with a button in it: so that keys reach it, and
 * the field behind it only once it is open. @returns {HTMLElement} */
function openButton() {
  const label = /** @type {HTMLElement} */ (document.querySelector(".md-header__button[for='__search']"));
  const button = element("button", { type: "button", class: "zoek-knop", "aria-label": "Zoeken" }, ...label.childNodes);
  label.append(button);
  return button;
}

/** The field in the header: opens and closes with the theme's own toggle, moves with arrows, goes with Enter. */
function headerField() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".zoek"));
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const input = /** @type {HTMLInputElement | null} */ (place?.querySelector("input"));
  if (!place || !toggle || !input) return;
  const results = new Results(place, input, { listbox: true });
  const options = () => /** @type {HTMLAnchorElement[]} */ ([...results.list.querySelectorAll("[role=option]")]);
  let active = -1;

  const mark = (/** @type {number} */ nr) => {
    results.complete();
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length ? (nr + all.length) % all.length : -1;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    all[active].setAttribute("aria-selected", "true");
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  };
  const search = async () => {
    active = -1;
    input.removeAttribute("aria-activedescendant");
    await results.show(input.value);
    input.setAttribute("aria-expanded", String(options().length > 0));
  };
  let opened = ""; // the address at which the search was opened
  const open = (/** @type {boolean} */ yes) => {
    toggle.checked = yes;
    toggle.dispatchEvent(new Event("change"));
  };

  const button = openButton();
  button.addEventListener("click", () => open(true));
  toggle.addEventListener("change", () => {
    if (!toggle.checked) return input.blur();
    opened = location.href;
    input.focus();
  });
  // An eighth of a second after it has read an address with a fragment, the theme closes the search, by a click that no
  // one made: right when a link was followed, but not under the hands of someone who types already.
  toggle.addEventListener("click", (event) => {
    const typing = !toggle.checked && document.activeElement === input;
    if (typing && !event.isTrusted && location.href === opened) event.preventDefault();
  });
  input.addEventListener("focus", () => {
    if (!toggle.checked) open(true);
    if (!input.value) results.suggest();
    void getEngine().catch(() => results.clear(FAILED));
  });
  input.addEventListener("input", () => void search());
  if (toggle.checked || document.activeElement === input) open(true); // someone was faster than this script
  if (input.value) void search();
  place.addEventListener("reset", () => setTimeout(() => (input.focus(), search())));
  place.addEventListener("submit", (event) => event.preventDefault());
  place.addEventListener("click", (event) => {
    const followed = /** @type {Element} */ (event.target).closest?.("a");
    if (!followed) return;
    open(false);
    // On a phone the theme gives back the place from before the search, a moment after it closes; a link to a part of
    // this very page has moved by then.
    if (followed.pathname !== location.pathname || !document.body.hasAttribute(LOCK)) return;
    const released = new MutationObserver(() => {
      released.disconnect();
      document.getElementById(readFragment(followed.hash))?.scrollIntoView();
    });
    released.observe(document.body, { attributes: true, attributeFilter: [LOCK] });
  });
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (results.asked !== input.value) await search();
      const all = options();
      (all[active] ?? all[0])?.click();
    }
  });
  addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && toggle.checked) {
      open(false);
      button.focus(); // where it is not shown, this does nothing
    } else if (["/", "s", "f"].includes(event.key) && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open(true);
    }
  });
  place.addEventListener("focusout", (event) => {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (to && !place.contains(to) && to !== toggle) open(false);
  });
}

/** The page /zoeken/: the question stands in the fragment, so that it can be shared and never reaches a server. */
function searchPage() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".zoekpagina"));
  const input = /** @type {HTMLInputElement | null} */ (place?.querySelector("input"));
  if (!place || !input) return;
  const results = new Results(place, input, { listbox: false });
  const read = () => {
    input.value = asked();
    void results.show(input.value);
  };
  input.addEventListener("input", () => {
    void results.show(input.value);
    try {
      history.replaceState(null, "", input.value ? asking(input.value) : location.pathname);
    } catch {
      // Safari had a hundred of them within half a minute: the address follows with a later letter
    }
  });
  place.addEventListener("submit", (event) => {
    event.preventDefault();
    /** @type {HTMLAnchorElement | null} */ (results.list.querySelector("a"))?.focus();
  });
  addEventListener("hashchange", read);
  read();
}

headerField();
searchPage();
