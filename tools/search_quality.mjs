// Asks a built site's search the judged questions, in Node: `node tools/search_quality.mjs SITE QUERIES.json`. Prints JSON:
// per question the rank of the first right page (0: none), whether it is a citation, the first piece, and the time in ms.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [site, queries] = process.argv.slice(2);
const folder = pathToFileURL(`${resolve(site)}/assets/zoeken/`);
const load = async (/** @type {string} */ name) => import(new URL(name, folder).href);
const [{ SearchEngine }, mini, tree] = await Promise.all(["zoekmachine.js", "minisearch.js", "woordenboom.js"].map(load));
const data = JSON.parse(await readFile(new URL("index.json", folder), "utf-8"));
const engine = new SearchEngine(data, mini.default, tree.default);

const rows = JSON.parse(await readFile(queries, "utf-8")).map((/** @type {{query: string, expected: string[]}} */ one) => {
  const began = performance.now();
  const { groepen } = engine.search(one.query, 20);
  const ms = performance.now() - began;
  const right = (/** @type {{url: string}} */ group) => one.expected.some((page) => group.url.startsWith(`/${page}/`));
  const cited = engine.cited(one.query).length > 0;
  const piece = groepen[0]?.stukken[0].url ?? "";
  return { ...one, cited, piece, rank: groepen.findIndex(right) + 1, first: groepen[0]?.url ?? "", ms };
});
process.stdout.write(JSON.stringify(rows));
