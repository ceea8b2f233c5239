// The whole tree as it stands in the page's text: its nodes, the links between them, and what a route of answers leads to.
// It follows what Python put there (decision_trees/walk.py has the rules) and decides nothing. Python compares what is
// read here with its own tree before anything counts as checked.

import { words as shortWords } from "./boominvoer.js";
import { readFragment } from "./invoer.js";

/** @typedef {Record<string, string>} Answers answer ids by question id, in the order in which they were given */
/** @typedef {{vraag: string, antwoord: string}} Step */
/** @typedef {{route: Step[], id: string, eerder: string, gezegd: Set<string>}} Place where answers lead: the route, the node, an
 * earlier answer to it that must be confirmed, and all that the route says */

/** @param {string | undefined} value @returns {string[]} */
const words = (value) => (value ? value.split(" ") : []);

/** @param {Element | null | undefined} element @returns {string} its text, with single spaces */
const textOf = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** @template {Element} T @param {ParentNode} parent @param {string} selector @returns {T} what the page must have */
export function one(parent, selector) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`missing ${selector}`);
  return /** @type {T} */ (found);
}

export class TreeText {
  /** @param {HTMLElement} element the text @param {string} tree @param {string} start */
  constructor(element, tree, start) {
    this.tree = tree;
    this.start = start;
    /** @type {Map<string, HTMLElement>} */
    this.nodes = new Map();
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-knoop]"))) {
      this.nodes.set(node.dataset.knoop ?? "", node);
    }
  }

  /** @param {string} question @returns {HTMLAnchorElement[]} */
  answers(question) {
    return [...(this.nodes.get(question)?.querySelectorAll(".antwoord") ?? [])].map((link) => /** @type {HTMLAnchorElement} */ (link));
  }

  /** @param {string} question @param {string} answer */
  answer(question, answer) {
    return this.answers(question).find((link) => link.dataset.antwoord === answer);
  }

  /** @param {string} question @returns {string} its words */
  words(question) {
    return textOf(this.nodes.get(question)?.querySelector("h3"));
  }

  /** @param {unknown} value anything @returns {Answers} those answers in it that the tree has, in their order */
  fitting(value) {
    /** @type {Answers} */
    const answers = {};
    for (const [question, answer] of Object.entries(shortWords(value))) {
      if (this.answer(question, answer)) answers[question] = answer;
    }
    return answers;
  }

  /** The route that answers make, as `walk.view` makes it: it stops at an answer that contradicts an earlier one, and at
   * one that is older than an answer it rests on.
   * @param {Answers} answers @param {string | null} [until] a question to stop at @returns {Place} */
  follow(answers, until) {
    const given = new Map(Object.keys(answers).map((question, moment) => [question, moment]));
    /** @type {Place} */
    const place = { route: [], id: this.start, eerder: "", gezegd: new Set() };
    while (place.id !== until && given.has(place.id)) {
      const { id } = place;
      const answer = this.answer(id, answers[id]);
      if (!answer || !this.fits(answer, place.gezegd)) break;
      const rests = words(this.nodes.get(id)?.dataset.steuntOp);
      const newer = place.route.filter((step) => Number(given.get(step.vraag)) > Number(given.get(id)));
      if (newer.some((step) => words(this.nodes.get(step.vraag)?.dataset.gaatOver).some((aspect) => rests.includes(aspect)))) {
        place.eerder = answers[id];
        break;
      }
      place.route.push({ vraag: id, antwoord: answers[id] });
      for (const said of words(answer.dataset.zegt)) place.gezegd.add(said);
      place.id = answer.dataset.naar ?? "";
    }
    return place;
  }

  /** @param {HTMLElement} answer @param {Set<string>} said @returns {boolean} whether it contradicts nothing that was said */
  fits(answer, said) {
    return !words(answer.dataset.nietNa).some((word) => said.has(word));
  }

  /** @param {string} question @param {Set<string>} said @returns {HTMLAnchorElement[]} the answers that are offered there */
  offered(question, said) {
    return this.answers(question).filter((answer) => this.fits(answer, said));
  }

  /** @returns {string} the whole tree as decision_trees/tree_text.py writes it */
  whole() {
    return [line(["begin", this.tree, this.start]), ...[...this.nodes.keys()].map((id) => this.node(id))].join("\n");
  }

  /** @param {string} id @returns {string} one node as decision_trees/tree_text.py writes it */
  node(id) {
    const node = this.nodes.get(id);
    if (!node) return "";
    /** @param {string} selector */
    const part = (selector) => textOf(node.querySelector(selector));
    /** @param {string} name */
    const items = (name) => [name, ...[...node.querySelectorAll(`.${name} > li`)].map(textOf)];
    const also = [...node.querySelectorAll(".naar-boom a")].map((link) => fromRoot(link.getAttribute("href")));
    const lines = node.classList.contains("vraag")
      ? [
          [
            "vraag", id, part("h3"), `${part(".waarom > p")} ${part(".uitleg-vouw > p")}`.trim(), node.dataset.gaatOver,
            node.dataset.steuntOp, address(node, ".bronnen a"),
          ],
          ...this.answers(id).map((link) => [
            "antwoord", link.dataset.antwoord, textOf(link), link.dataset.naar, readFragment(link.hash), link.dataset.zegt,
            link.dataset.nietNa,
          ]),
        ]
      : [
          ["uitkomst", id, part(".oordeel"), part(".uitkomst-titel"), part(".advies"), part(".vraag-aan > span"), address(node, ".omdat a")],
          ...["stappen", "vastleggen", "vertellen", "verandert"].map(items),
          ...(node.dataset.termijnen ? [["termijnen", node.dataset.termijnen]] : []),
        ];
    if (also.length) lines.push(["ook", ...also]);
    return lines.map(line).join("\n");
  }
}

/** @param {(string | undefined)[]} fields @returns {string} */
const line = (fields) => fields.map((field) => field ?? "").join("\t");

/** @param {string | null | undefined} href @returns {string} an address without the way up that it begins with */
const fromRoot = (href) => (href ?? "").replace(/^(\.\.\/)+/, "/");

/** @param {HTMLElement} node @param {string} selector @returns {string} where a source leads: to a law, or from the site's root */
const address = (node, selector) => fromRoot(node.querySelector(selector)?.getAttribute("href"));
