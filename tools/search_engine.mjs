// The search of a built site, in Node: the site's own scripts and its index.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The engine as a page of this site would have it. @param {string} site the folder of the site */
export async function loadEngine(site) {
  const folder = pathToFileURL(`${resolve(site)}/assets/zoeken/`);
  const load = async (/** @type {string} */ name) => import(new URL(name, folder).href);
  const [{ SearchEngine }, mini, tree] = await Promise.all(["zoekmachine.js", "minisearch.js", "woordenboom.js"].map(load));
  return new SearchEngine(JSON.parse(await readFile(new URL("index.json", folder), "utf-8")), mini.default, tree.default);
}
