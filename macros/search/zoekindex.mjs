// Makes the search index at build time: documents as JSON on stdin, MiniSearch's index as JSON on stdout. Arguments: the
// engine, and the folder of the search's own scripts, those that the browser will use.

import { pathToFileURL } from "node:url";
import { text } from "node:stream/consumers";

const [engine, folder] = process.argv.slice(2);
const { default: MiniSearch } = await import(pathToFileURL(engine).href);
const { OPTIONS } = await import(pathToFileURL(`${folder}/zoekmachine.js`).href);

const index = new MiniSearch(OPTIONS);
index.addAll(JSON.parse(await text(process.stdin)));
process.stdout.write(JSON.stringify(index));
