// What a tree's page reads from outside: a link with answers, the tab's history, storage, caches, and what Python's worker says. As in
// invoer.js: in one way that cannot throw.

import { count, isObject, own, parsed, rawFragment, readFragment, textOr } from "./invoer.js";

/** @typedef {Record<string, string>} Words short words by short words */
/** @typedef {{woorden: Words, feiten: Words} | {beschadigd: true} | null} Link the answers that a link holds, and the facts of a household
 * behind them; null: no link with answers */

export const LINK = "#a=";
const LONGEST_LINK = 2000; // characters, as decision_trees/link.py has it
const FACTS = "&h=";
const PAIR = /^([a-z0-9.-]{1,60})~([a-z0-9-]{1,60})$/;
const FACT = /^([a-z0-9.>-]{1,60})~([a-z0-9+-]{1,60})$/;
const WORD = /^[a-z0-9.>+-]{1,79}$/; // an id of ours, also of a fact in a household
const MOST_WORDS = 400; // as decision_trees/service.py has it for facts

/** @param {unknown} value @returns {Words} what in it are short words by short words */
export function words(value) {
  const entries = isObject(value) ? Object.entries(value) : [];
  const fitting = entries.filter(([key, said]) => WORD.test(key) && typeof said === "string" && WORD.test(said));
  return /** @type {Words} */ (Object.fromEntries(fitting.slice(0, MOST_WORDS)));
}

/** @param {string} hash @returns {Link} */
export function readLink(hash = rawFragment()) {
  if (!hash.startsWith(LINK)) return null;
  if (hash.length > LONGEST_LINK) return { beschadigd: true };
  const [answers, facts = ""] = readFragment(hash).slice(LINK.length - 1).split(FACTS);
  const [woorden, feiten] = [pairs(answers, PAIR), pairs(facts, FACT)];
  return woorden && feiten ? { woorden, feiten } : { beschadigd: true };
}

/** @param {string} text @param {RegExp} form @returns {Words | null} null when one of the pairs has another form */
function pairs(text, form) {
  const found = text.split("_").filter(Boolean).map((pair) => form.exec(pair));
  return found.every(Boolean) ? Object.fromEntries(found.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""])) : null;
}

/** @param {string} tree @param {{state: unknown}} from the tab's history, or an event of it @returns {unknown} what was kept for a tree */
export const keptFor = (tree, from = history) => own(own(from.state, "boom"), tree);

/** @typedef {{soort: string, stap: number, nummer: number, antwoord: unknown, fout: string, oorzaak: string}} Message
 *   what Python's worker may say; `soort` is "" when it is nothing of ours */

/** @param {unknown} data @returns {Message} */
export function message(data) {
  return {
    soort: textOr(own(data, "soort"), ""),
    stap: count(own(data, "stap"), 4),
    nummer: count(own(data, "nummer"), Number.MAX_SAFE_INTEGER),
    antwoord: parsed(own(data, "antwoord")),
    fout: textOr(own(data, "fout"), ""),
    oorzaak: textOr(own(data, "oorzaak"), ""),
  };
}

/** @typedef {"sessionStorage" | "localStorage"} Place */

/** @param {Place} place @param {string} name @param {RegExp} form @returns {string | null} a stored text of that form */
export function stored(place, name, form) {
  try {
    const value = globalThis[place].getItem(name);
    return value !== null && form.test(value) ? value : null;
  } catch {
    return null; // forbidden, or not there
  }
}

/** @param {Place} place @param {string} name @param {string | null} value null: removed @returns {boolean} whether that was done */
export function store(place, name, value) {
  try {
    if (value === null) globalThis[place].removeItem(name);
    else globalThis[place].setItem(name, value);
    return true;
  } catch {
    return false; // forbidden, full, or not there
  }
}

/** @param {string} name @param {() => void} act what to do when another tab stored something else under that name, or removed it */
export function storedElsewhere(name, act) {
  addEventListener("storage", ({ key }) => (key === name || key === null) && act());
}

/** @param {string} shelf the name of a cache @param {string} address @returns {Promise<Uint8Array<ArrayBuffer> | null>} what is kept there */
export async function shelved(shelf, address) {
  try {
    const found = await caches.match(address, { cacheName: shelf });
    return found ? new Uint8Array(await found.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
