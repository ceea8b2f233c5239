// Asks a built site's search the judged questions, in Node: `node tools/search_quality.mjs SITE QUERIES.json`. Prints JSON:
// per question the rank of the first right page and of the first right hit as they are shown (0: none), whether it is a citation
// or asks for a definition, the first piece, the first hits, and the time in ms. What is right: a page, a page with an anchor, "groep:" with a group of
// examples, or "leeftijd:" with an age band of the trees.

import { readFile } from "node:fs/promises";

import { loadEngine } from "./search_engine.mjs";

const [site, queries] = process.argv.slice(2);
const examples = new Map(
  await readFile(`${site}/api/voorbeelden.json`, "utf-8").then(
    (text) => JSON.parse(text).voorbeelden.map((/** @type {{url: string}} */ one) => [one.url, one]),
    () => [],
  ),
);

/** @param {string} url of a piece @param {string} expected */
function meant(url, expected) {
  const [kind, value] = expected.split(":");
  const example = examples.get(url);
  if (kind === "groep") return url === `/voorbeelden/#${value}` || Boolean(example?.groepen.includes(value));
  if (kind !== "leeftijd") return url.startsWith(`/${expected}`) && (!expected.includes("#") || url === `/${expected}`);
  if (url.startsWith("/beslisbomen/")) return url.endsWith("leeftijd") || url.endsWith(`-${value}`);
  const persons = example?.samen?.personen ?? [];
  if (persons.some((/** @type {{leeftijd: string}} */ { leeftijd }) => leeftijd === value)) return true;
  return Boolean(example?.adviezen.some((/** @type {{antwoorden: object}} */ { antwoorden }) =>
    Object.entries(antwoorden).some(([question, answer]) => question.endsWith("leeftijd") && answer === value)));
}

const engine = await loadEngine(site);

const rows = JSON.parse(await readFile(queries, "utf-8")).map((/** @type {{query: string, expected: string[]}} */ one) => {
  const began = performance.now();
  const { groepen } = engine.search(one.query, 20);
  const ms = performance.now() - began;
  const right = (/** @type {{url: string}} */ group) => one.expected.some((page) => group.url.startsWith(`/${page}/`));
  const hits = groepen.flatMap(({ stukken }) => stukken.map(({ url }) => url));
  const hit = hits.findIndex((url) => one.expected.some((expected) => meant(url, expected))) + 1;
  const cited = engine.cited(one.query).length > 0;
  const defined = engine.defined(one.query).length > 0;
  const piece = groepen[0]?.stukken[0].url ?? "";
  return { ...one, cited, defined, piece, rank: groepen.findIndex(right) + 1, first: groepen[0]?.url ?? "", hit, hits: hits.slice(0, 3), ms };
});
process.stdout.write(JSON.stringify(rows));
