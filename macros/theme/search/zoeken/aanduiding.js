// Reading how people cite: "art 5 lid 2 convenant", "pp 8.6", "6.4 b", "vuistregel 4 gezin". Gives addresses to look up,
// the most exact first; whether they exist is for the one who asks.

import { isEmpty, words } from "./nederlands.js";

const ARTICLE = new Set(["art", "artikel", "artikelen", "artt", "aritkel", "artikle"]);
const PART = new Set(["lid", "leden", "l"]);
const LETTER = new Set(["onder", "sub", "letter", "onderdeel"]);
const FILLER = new Set(["van", "het", "de", "uit", "in", "bij", "model", "n", "proeftuin", "samenwerkings", "privacy"]);
const LAWS = new Set("avg uavg jeugdwet jw wmo bw wgbo big wjsg sr sv wetboek wet gdpr evrm awb gemeentewet participatiewet".split(" "));
const DOCUMENTS = new Map(
  Object.entries({
    convenant: "convenant", modelconvenant: "convenant", samenwerkingsconvenant: "convenant", overeenkomst: "convenant",
    samenwerkingsovereenkomst: "convenant", conv: "convenant", pp: "privacyprotocol", protocol: "privacyprotocol",
    privacyprotocol: "privacyprotocol", reglement: "privacyprotocol", privacyreglement: "privacyprotocol",
  }),
);
/** Numbered parts with a name of their own, and the pages that have them. @type {Record<string, string[]>} */
const NAMED = {
  overweging: ["convenant/overwegingen", "privacyprotocol/overwegingen"],
  bijlage: ["convenant/bijlagen"],
  vuistregel: ["vuistregels/gezin", "vuistregels/professionals", "vuistregels/feitenonderzoek"],
  spelregel: ["vuistregels/professionals"],
  basisregel: ["wegwijzer-professionals"],
  afweging: ["wegwijzer-professionals"],
  stap: ["wegwijzer-organisaties"],
  uitgangspunt: ["wegwijzer-organisaties"],
  organiseren: ["wegwijzer-organisaties"],
};

/**
 * The addresses that a question can mean as a citation: lists of [page, anchor], the most exact first; none when the
 * question is no citation, or one of a law.
 * @param {string} question
 * @returns {[string, string][][]}
 */
export function citedAddresses(question) {
  const tokens = words(question).filter((word) => !FILLER.has(word));
  const documents = [...new Set(tokens.flatMap((word) => DOCUMENTS.get(word) ?? []))];
  const rest = tokens.filter((word) => !DOCUMENTS.has(word));
  if (rest.some((word) => LAWS.has(word))) return [];
  const named = rest.find((word) => word in NAMED);
  if (named) return namedPart(named, rest, documents);
  const explicit = rest.some((word) => ARTICLE.has(word)) || documents.length > 0;
  const numbers = rest.filter((word) => /^\d/.test(word)).flatMap((word) => word.split("."));
  const after = rest[rest.findIndex((word) => LETTER.has(word)) + 1];
  const letters = rest.filter((word) => /^(?:[a-k]|i{1,3}|iv)$/.test(word));
  const letter = letters.includes(after) ? after : letters[0];
  const strange = rest.filter(
    (word) => !/^\d/.test(word) && !letters.includes(word) && !ARTICLE.has(word) && !PART.has(word) && !LETTER.has(word),
  );
  const looks = explicit || rest.some((word) => word.includes(".")) || rest.some((word) => PART.has(word));
  if (!looks || numbers.length < 1 || numbers.length > 2 || (strange.length && !explicit)) return [];
  const lidFirst = PART.has(rest[0]) && numbers.length === 2;
  const [article, lid] = lidFirst ? [numbers[1], numbers[0]] : numbers;
  if (PART.has(rest[0]) && numbers.length === 1) return [];
  // A number with a point is how the protocol numbers, and it alone.
  const numbered = rest.some((word) => word.includes(".")) ? ["privacyprotocol"] : ["convenant", "privacyprotocol"];
  return (documents.length ? documents : numbered).map((document) => {
    const page = `${document}/artikel-${Number(article)}`;
    /** @type {[string, string][]} */
    const found = [];
    if (lid && letter) found.push([page, `lid-${Number(lid)}-${letter}`]);
    if (lid) found.push([page, `lid-${Number(lid)}`]);
    if (!lid && letter) found.push([page, `lid-1-${letter}`]);
    return [...found, [page, ""]];
  });
}

/** How the addresses of a document begin, by the words for it. @type {Map<string, string>} */
const PAGES = new Map([...DOCUMENTS].map(([word, document]) => [word, `/${document}/`]));
PAGES.set("wegwijzer", "/wegwijzer-").set("wegwijzers", "/wegwijzer-").set("vuistregels", "/vuistregels/");
/** First halves of such a word that is typed in two. */
const HALVES = new Set(["privacy", "model", "samenwerkings"]);
/** Words that lead up to a document ("wat staat er in het protocol over"). */
const LEADS = new Set("staat staan zegt zeggen schrijft regelt regelen er in uit van bij volgens het de dit ons over".split(" "));

/**
 * The document in which a question wants to know what stands, and the question without it: "volgens het protocol", "in het convenant".
 * None when the document is all that is asked.
 * @param {string} question
 * @returns {{pages: string, rest: string} | null} how the addresses of its pages begin
 */
export function documentAsked(question) {
  const all = words(question);
  const [at, ...others] = [...all.keys()].filter((nr) => PAGES.has(all[nr]));
  if (at === undefined || others.length) return null;
  let from = at;
  while (HALVES.has(all[from - 1])) from--;
  while (LEADS.has(all[from - 1])) from--;
  const rest = [...all.slice(0, from), ...all.slice(at + 1)];
  return from < at && !rest.every(isEmpty) ? { pages: PAGES.get(all[at]) ?? "", rest: rest.join(" ") } : null;
}

const TERM = /^(?:wat (?:is|zijn|betekent|betekenen|bedoelen ze met)|definitie(?: van)?|betekenis(?: van)?) (?:een |de |het )?(.+)$/;

/** The words of the term that a question wants explained ("wat is een datalek"); none when it is no such question. @param {string} question */
export function termAsked(question) {
  return words(TERM.exec(words(question).join(" "))?.[1] ?? "");
}

/** @param {string} name @param {string[]} rest @param {string[]} documents @returns {[string, string][][]} */
function namedPart(name, rest, documents) {
  const number = rest.find((word) => /^(?:\d+|[a-h])$/.test(word));
  if (!number) return [];
  const others = rest.filter((word) => word !== name && word !== number);
  const pages = NAMED[name].filter(
    (page) => !documents.length || !page.includes("/overwegingen") || documents.some((document) => page.startsWith(document)),
  );
  const meant = pages.filter((page) => others.some((word) => page.endsWith(`/${word}`)));
  return (meant.length ? meant : pages).map((page) => [[page, `${name}-${number}`]]);
}
