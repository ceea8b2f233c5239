// The part of a found text that says most about a question, for below its title.

import { isEmpty, stem, words } from "./nederlands.js";

const MOST = 150; // characters
const SAYS = 4; // words: a shorter sentence ("Nu niet.") says nothing without the one beside it

/** A text in parts that say something by themselves. @param {string} text @returns {string[]} */
function sentences(text) {
  const count = (/** @type {string} */ part) => part.trim().split(/\s+/).length;
  /** @type {string[]} */
  const found = [];
  for (const one of text.match(/[^.;:?!]+[.;:?!]*\s*/g) ?? [text]) {
    const last = found.length - 1;
    if (last >= 0 && (count(found[last]) < SAYS || count(one) < SAYS)) found[last] += one;
    else found.push(one);
  }
  return found;
}

/**
 * The sentence with most of what is asked, the first when all have as much, cut at words.
 * @param {string} text @param {Set<string>[]} subjects the stems of each thing that is asked
 */
export function fragment(text, subjects) {
  const stems = (/** @type {string} */ part) => words(part).filter((word) => !isEmpty(word)).map(stem);
  const told = (/** @type {string} */ part) => {
    const own = stems(part);
    return subjects.filter((subject) => own.some((one) => subject.has(one))).length;
  };
  const parts = sentences(text);
  const counts = parts.map(told);
  const best = parts[counts.indexOf(Math.max(...counts))].trim();
  if (best.length <= MOST) return best;
  const pieces = best.split(" ");
  const first = pieces.findIndex((piece) => told(piece) > 0);
  let from = Math.max(0, first);
  while (from > 0 && pieces.slice(from - 1, first).join(" ").length < MOST / 3) from--;
  let to = from;
  while (to < pieces.length && pieces.slice(from, to + 1).join(" ").length < MOST) to++;
  return `${from > 0 ? "… " : ""}${pieces.slice(from, to).join(" ")}${to < pieces.length ? " …" : ""}`;
}
