// Makes the search index at build time: documents as JSON on stdin, one a line; MiniSearch's indexes as JSON on stdout, one for
// each part. Arguments: the engine, and the folder of the search's own scripts, those that the browser will use.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [engine, folder] = process.argv.slice(2);
const { default: MiniSearch } = await import(pathToFileURL(engine).href);
const { OPTIONS } = await import(pathToFileURL(`${folder}/deel.js`).href);

const parts = { index: new MiniSearch(OPTIONS), voorbeelden: new MiniSearch(OPTIONS) };
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { part, ...document } = JSON.parse(line);
  parts[/** @type {keyof typeof parts} */ (part)].add(document);
}
process.stdout.write(JSON.stringify(parts));
