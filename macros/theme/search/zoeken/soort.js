// What sort of question it is: one that tells of people ("moeder wil niet dat school het weet"), one that asks what is allowed
// ("mag ik de huisarts bellen"), or a subject. It decides how soon practice examples stand beside the text, and which comes first.

import { words } from "./nederlands.js";

const PEOPLE =
  "mijn|(?:pleeg|stief)?(?:moeder|vader|ouders?|pa|ma|papa|mama)|(?:pleeg)?kind|jongen|meisje|meid|zoon|dochter|jongere|puber|leerling|baby|peuter|kleuter|" +
  "oma|opa|tante|oom|broer(?:tje)?|zus(?:je)?|ex|buren|buurvrouw|buurman|vrouw|man|collega|juf|meester|mentor|voogd|trainer|baas|" +
  "hij|hem|zij|haar|wil|willen|zegt|zeggen|belt|vraagt";
const TELLS = new RegExp(`\\b(?:${PEOPLE})\\b`);
const ASKS = /\b(?:mag|mogen|moet|moeten|kan) (?:ik|we|wij|de|het|een|hij|zij|ze)\b/;
const SHORT = 2; // words: who types no more looks for a subject
const SENTENCE = 4; // words: who types as many asks something

/** @param {string} question @returns {"verhaal" | "mag" | "onderwerp"} */
export function sortOf(question) {
  const asked = words(question);
  const text = asked.join(" ");
  if (asked.length > SHORT && TELLS.test(text)) return "verhaal";
  return asked.length >= SENTENCE || ASKS.test(text) ? "mag" : "onderwerp";
}
