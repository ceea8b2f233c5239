// Refusals: who refuses says so in many ways ("zegt nee", "wil niet dat", "is tegen", "weigert"), most of them in words that say
// nothing by themselves. Each becomes one word of the index, in a text and in a question alike.

import { plain } from "./nederlands.js";

/** The word for a refusal, which no one types. */
const REFUSAL = "xweigerja";
const SAYS_NO = "(?:zegt|zei|zeggen|zeiden|roept) nee|nee (?:zegt|zei|zeggen)";
const WANTS_NOT = "(?:wil|willen|wilde|wilden|wou) (?:dat |het |dit |hem |haar |mij |helemaal |echt )?(?:niet|geen)|(?:dat|het|die|dit|hulp) niet wil(?:len)?";
const REFUSES = "weiger(?:t|de|den|en|ing)?|geweigerd|verbiedt|verbieden|(?:vindt|vinden) het niet goed|niet akkoord";
const IS_AGAINST = "(?:is|zijn|was) (?:er |hier )?(?:op )?tegen|tegen (?:is|zijn)\\b|tegen de (?:zin|wil)\\b|verzet(?:ten)? zich";
const IN_TEXT = new RegExp(`\\b(?:${[SAYS_NO, WANTS_NOT, REFUSES, IS_AGAINST].join("|")})\\b`);

/** The words for a refusal that a text tells of. @param {string} text @returns {string[]} */
export const refusalsIn = (text) => (IN_TEXT.test(plain(text)) ? [REFUSAL] : []);

/**
 * The refusal that a question names, if it does.
 * @param {string[]} words
 * @returns {{stem: string, at: number, length: number} | null} the word of the index for it, and the place of its words in the question
 */
export function refusalAsked(words) {
  const found = IN_TEXT.exec(words.join(" "));
  if (!found) return null;
  const count = (/** @type {string} */ text) => text.split(" ").filter(Boolean).length;
  return { stem: REFUSAL, at: count(words.join(" ").slice(0, found.index)), length: count(found[0]) };
}
