// Ages: in a text and in a question a number can be someone's age. It becomes words of the index: one for the very age, one for
// each age band of the trees that it falls in. So "meisje 13" finds who is 14, and no article 13.

import { plain } from "./nederlands.js";

/** The trees' bands of ages: first, last, and the word for it, which no one types. @type {[number, number, string][]} */
const BANDS = [[0, 11, "xbandja"], [12, 15, "xbandka"], [16, 17, "xbandla"], [18, 120, "xbandma"]];
const PERSONS =
  "baby|peuter|kleuter|kind|kinderen|kleinkind|meisje|meid|jongen|zoon|dochter|jongere|jeugdige|leerling|puber|client|man|vrouw|" +
  "moeder|vader|broer|zus|iemand|knul|gozer|tiener|dochtertje|zoontje|jongetje";
const PERSON = new Set(PERSONS.split("|"));
const YEARS = new Set(["jaar", "jaren", "jarige", "jarigen", "jr", "oud"]);
const IN_TEXT = new RegExp(
  `(?:(tot|vanaf) )?(\\d{1,3})(?:(?: tot en met | of |[–-])(\\d{1,3}))? (?:jaar|jarigen?)|(?:${PERSONS})(?: met gezag)? van (\\d{1,3})\\b|\\((\\d{2})\\)|\\((\\d{1,2})[–-](\\d{1,2})\\)`,
  "g",
);

/** The word for an age itself. @param {number} age */
const exact = (age) => `xj${String(age).replace(/\d/g, (digit) => "bcfghklmpq"[Number(digit)])}a`;

/** @param {number} first @param {number} last @returns {string[]} */
const bands = (first, last) => BANDS.filter(([from, to]) => from <= last && to >= first).map(([, , word]) => word);

/** The words for the ages that a text names. @param {string} text @returns {string[]} */
export function agesIn(text) {
  const found = [];
  for (const [, border, one, last, of, adult, from, to] of plain(text).matchAll(IN_TEXT)) {
    const age = Number(one ?? of ?? adult ?? from);
    if (border === "tot") found.push(...bands(0, age - 1));
    else if (border === "vanaf") found.push(...bands(age, 17));
    else if (last ?? to) found.push(...bands(age, Number(last ?? to)));
    else found.push(exact(age), ...bands(age, age));
  }
  return found;
}

/**
 * The age that a question names, if it does: the number after a person or before "jaar", or all that is asked.
 * @param {string[]} words
 * @returns {{exact: string, band: string, at: number, length: number} | null} the words of the index for it, and the place of its
 *   words in the question
 */
export function ageAsked(words) {
  for (const [at, word] of words.entries()) {
    if (!/^\d{1,3}$/.test(word) || Number(word) > 120) continue;
    const before = words[at - 1] === "van" ? words[at - 2] : words[at - 1];
    let length = 1;
    while (YEARS.has(words[at + length])) length++;
    if (length > 1 || words.length === 1 || PERSON.has(before)) {
      return { exact: exact(Number(word)), band: bands(Number(word), Number(word))[0], at, length };
    }
  }
  return null;
}
