// Makes the search index at build time: documents as JSON on stdin, MiniSearch's index as JSON on stdout. The argument is
// the folder of the search's scripts, those that the browser will use.

import { pathToFileURL } from "node:url";
import { text } from "node:stream/consumers";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { default: MiniSearch } = await import(new URL("minisearch.js", folder).href);
const { OPTIONS } = await import(new URL("zoekmachine.js", folder).href);

const index = new MiniSearch(OPTIONS);
index.addAll(JSON.parse(await text(process.stdin)));
process.stdout.write(JSON.stringify(index));
