// Makes the search index at build time: the concepts and then the documents as JSON on stdin, one a line; MiniSearch's indexes as
// JSON on stdout, one for each part, and the concepts of what is told, packed. Arguments: the engine, and the folder of the search's
// own scripts, those that the browser will use.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [engine, folder] = process.argv.slice(2);
const { default: MiniSearch } = await import(pathToFileURL(engine).href);
const { OPTIONS } = await import(pathToFileURL(`${folder}/deel.js`).href);
const { Concepts } = await import(pathToFileURL(`${folder}/begrippen.js`).href);
const { pack, packMeanings } = await import(pathToFileURL(`${folder}/pak.js`).href);

const parts = { index: new MiniSearch(OPTIONS), voorbeelden: new MiniSearch(OPTIONS) };
/** @type {import("../theme/search/zoeken/begrippen.js").Told[]} */
const betekenissen = [];
/** @type {Concepts | null} */
let concepts = null;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!concepts) {
    concepts = new Concepts(JSON.parse(line));
    continue;
  }
  const { part, verteld, gezegd, ...document } = JSON.parse(line);
  parts[/** @type {keyof typeof parts} */ (part)].add(document);
  if (verteld) betekenissen.push([document.id, concepts.inParts(verteld), concepts.inEach(gezegd)]);
}
const plain = (/** @type {object} */ part) => JSON.parse(JSON.stringify(part));
const packed = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, pack(plain(part))]));
process.stdout.write(JSON.stringify({ ...packed, betekenissen: packMeanings(betekenissen) }));
