// Dutch for the search: how a text becomes words and a word its stem. The build (Node) and the browser use this file
// alike, so that the index and a question always agree. Rules for a language only; what this field calls things stands
// in bron/synoniemen.yml.

/** Words that say nothing about a subject: articles, pronouns, auxiliaries and question words. */
const EMPTY = new Set(
  (
    "aan al als bij dan dat de den der deze die dit door een eens elk elke en er ergens even gaan gaat ga hoe hun ik in is " +
    "iets iemand ja je jij jouw jullie kan kun kunnen maar me men met mij mijn naar nee nu of om ons onze ook op over te " +
    "tot u uit uw van vanuit vanwege voor waar waarom waarin waarmee waarover wanneer want wat we wel welk welke wie wij worden wordt " +
    "ze zich zij zijn zo zou zouden hebben hebt heb heeft had moet moeten mag mogen wil willen ben bent was waren het " +
    "hij hem haar niks niets komt komen laat laten " +
    "doe doen doet weet weten hoeveel hoelang eigenlijk precies gebeurt gebeuren hierover daar hier waarvoor wiens toch via per"
  ).split(" "),
);

/** Plurals and verb forms that no rule gives: the form, and the word it belongs to. */
const IRREGULAR = new Map(
  Object.entries({
    kinderen: "kind", leden: "lid", steden: "stad", dossiers: "dossier", ingetrokken: "intrekken", getrokken: "trekken",
    gesproken: "spreken", besproken: "bespreken", sprak: "spreken", genomen: "nemen", opgenomen: "opnemen", gegeven: "geven",
    doorgegeven: "doorgeven", gezien: "zien", ingezien: "inzien", geschreven: "schrijven", beschreven: "beschrijven",
    verwezen: "verwijzen", besloten: "besluiten", afgesloten: "afsluiten", gestolen: "stelen", verloren: "verliezen",
    geldt: "geldig", gelden: "geldig", geldende: "geldig", gevonden: "vinden", gebleven: "blijven", gehouden: "houden", onthouden: "onthouden", gevraagd: "vragen",
    ontbonden: "ontbinden", slaat: "slaan", sloeg: "slaan", geslagen: "slaan", keek: "kijken", gekeken: "kijken",
    zei: "zeggen", zeiden: "zeggen", vroeg: "vragen", vroegen: "vragen", gebeld: "bellen", trok: "trekken", las: "lezen", leest: "lezen",
    appen: "whatsapp", appt: "app", appte: "app", geappt: "app", appje: "app", appjes: "app", // the rules would make AP of them
    gestuurd: "sturen", kwijtgeraakt: "kwijt", gekozen: "kiezen", verplicht: "verplichten", uitgewisseld: "uitwisselen",
  }),
);

const NUMBERS = "vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien".split(" ");
const AGE_IN_WORDS = new RegExp(`\\b(${NUMBERS.join("|")})[ -]?(jarigen?|jaar)\\b`, "g");
const OF_AGE = new RegExp(`\\b((?:kind|jongen|meisje|zoon|dochter|zoontje|dochtertje|jongere|puber|tiener|leerling|kleuter) van) (${NUMBERS.join("|")})\\b`, "g");

/** A text without capitals and accents, an age in digits. @param {string} text @returns {string} */
export const plain = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "").toLowerCase()
    .replace(AGE_IN_WORDS, (_, number, years) => `${NUMBERS.indexOf(number) + 4} ${years}`)
    .replace(OF_AGE, (_, whose, number) => `${whose} ${NUMBERS.indexOf(number) + 4}`);

/** More letters than a word has: what is longer is a code or a slip, and the search would take minutes to look what it is like. */
const LONGEST_WORD = 60;

/** The words of a text, plain; a number with its points is one word. @param {string} text @returns {string[]} */
export const words = (text) => (plain(text).match(/\d+(?:\.\d+)*|[a-z]+/g) ?? []).filter((word) => word.length <= LONGEST_WORD);

/** Whether a word says nothing about a subject. @param {string} word */
export const isEmpty = (word) => EMPTY.has(word);

/**
 * The stem of a plain word: without plural, inflection and the commonest suffixes, spelled as at the end of a word.
 * @param {string} word
 */
export function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    found = makeStem(word);
    if (stems.size < 20_000) stems.set(word, found);
  }
  return found;
}

/** Stems made before: the same words come back with every keystroke. @type {Map<string, string>} */
const stems = new Map();

/** The word that an irregular form belongs to, also behind the prefix of a verb ("teruggetrokken"). @param {string} word */
function regular(word) {
  const [, prefix = "", rest = ""] = PREFIX_AND_REST.exec(word) ?? [];
  return IRREGULAR.get(word) ?? (IRREGULAR.has(rest) ? prefix + IRREGULAR.get(rest) : word);
}

/** @param {string} word */
function makeStem(word) {
  let s = regular(word);
  if (s.length < 4 || /\d/.test(s)) return s;
  s = s.replace(/([a-z]{3})(?:[tpk]?je)s?$/, "$1");
  for (let round = 0; round < 2; round++) {
    // What stays is put back: a look behind stops this whole file on iOS before 16.4.
    s = s.replace(/([a-z]{2}[^aeiou]|ei|eu|ie|oe|ou|ui|ij)en$|([a-z]{2}[^aeious])s$|(ie|ee|oe)s$|([a-z]{3})e$/, "$1$2$3$4");
    s = s.replace(/([a-z]{3})(?:ing|heid|hed|lijk|baar|iteit)$/, "$1");
  }
  s = s.replace(/dt$/, "d").replace(/([a-z]{2}[^aeiouy])[dt]$/, "$1").replace(/([bdfgklmnprst])\1$/, "$1");
  s = s.replace(/(a|e|o|u)\1(?=[^aeiou]$)/, "$1");
  return s.replace(/v$/, "f").replace(/z$/, "s");
}

const SEPARABLE = "aan|achter|af|bij|door|in|langs|mee|na|om|onder|op|over|rond|samen|tegen|terug|toe|uit|vast|voor|weg";
const SEPARABLE_WORDS = new Set(SEPARABLE.split("|"));
const PARTICIPLE = new RegExp(`^(${SEPARABLE}|)ge(?=[a-z]{3})`);
const PREFIX = new RegExp(`^(${SEPARABLE})(?=[a-z]{3})`);
const PREFIX_AND_REST = new RegExp(`^(${SEPARABLE})(ge[a-z]+)$`);

/**
 * Other stems that the same verb can have: with or without the "ge" of a participle, at the start or after a prefix
 * that parts from its verb (opzeg, opgezeg). Some are no words at all; the vocabulary decides.
 * @param {string} stem
 */
export function relatives(stem) {
  const found = ["ge" + stem];
  if (PARTICIPLE.test(stem)) found.push(stem.replace(PARTICIPLE, "$1"));
  if (PREFIX.test(stem)) found.push(stem.replace(PREFIX, "$1ge"));
  return found;
}

/** Whether a word can be the prefix of a verb that stands apart from it. @param {string} word */
export const isPrefix = (word) => SEPARABLE_WORDS.has(word);
