// Makes the search index at build time: documents as JSON on stdin, one a line; MiniSearch's index as JSON on stdout.
// Arguments: the engine, and the folder of the search's own scripts, those that the browser will use.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [engine, folder] = process.argv.slice(2);
const { default: MiniSearch } = await import(pathToFileURL(engine).href);
const { OPTIONS } = await import(pathToFileURL(`${folder}/zoekmachine.js`).href);

const index = new MiniSearch(OPTIONS);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) index.add(JSON.parse(line));
process.stdout.write(JSON.stringify(index));
