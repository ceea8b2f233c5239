// How the index is written, so that it is small for a host that packs with gzip only: rows of numbers as letters, the pieces of
// a word by their distances, and a word by what it adds to the one before it. The build packs and the browser unpacks.

/**
 * @typedef {{documentCount: number, documentIds: Record<string, number>, fieldIds: Record<string, number>,
 *   fieldLength: Record<string, number[]>, averageFieldLength: number[], index: [string, Record<string, Record<string, number>>][]}} Plain what
 *   MiniSearch writes and reads
 * @typedef {{velden: string[], gemiddeld: number[], stukken: string, lengtes: string[], woorden: string, waar: string, manieren: number[][],
 *   hoe: string}} Packed `woorden`: each as the letter for how much it shares with the one before it, and the rest; `waar`: by word, the
 *   distances of its pieces; `manieren`: how often a word stands in each field; `hoe`: which of these, for each word and piece
 * @typedef {[number, string[][], string[][]][]} Meanings by piece, the concepts of its parts and of each of its sentences
 * @typedef {{begrippen: string[], stukken: string, delen: string, zinnen: string}} PackedMeanings a line for each piece
 */

/** What a string of JSON has without an escape, and no space. */
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'()*+,-./:;<=>?@[]^_`{|}~";
const BASE = LETTERS.length >> 1; // the second half of the letters says that another one follows
const VALUES = new Uint8Array(128);
[...LETTERS].forEach((letter, value) => (VALUES[letter.charCodeAt(0)] = value));

/** @param {number} value @returns {string} */
const written = (value) => (value < BASE ? LETTERS[value] : LETTERS[BASE + (value % BASE)] + written(Math.floor(value / BASE) - 1));

/** @param {Iterable<number>} values */
const write = (values) => [...values].map(written).join("");

/** @param {string} text @returns {number[]} */
function read(text) {
  const found = [];
  let value = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)];
    if (digit < BASE) {
      found.push(value + digit * unit);
      value = 0;
      unit = 1;
    } else {
      unit *= BASE;
      value += (digit - BASE) * (unit / BASE) + unit;
    }
  }
  return found;
}

/** @param {number[]} values rising */
const writeRising = (values) => write(values.map((value, at) => value - (values[at - 1] ?? 0)));

/** @param {string} text @returns {number[]} */
function readRising(text) {
  const found = read(text);
  for (let at = 1; at < found.length; at++) found[at] += found[at - 1];
  return found;
}

/** Values by how often they come, the commonest first. @param {string[]} values */
function byCount(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}

/** @param {Plain} plain @returns {Packed} */
export function pack(plain) {
  const fields = Object.entries(plain.fieldIds).sort((a, b) => a[1] - b[1]).map(([name]) => name);
  const count = Object.keys(plain.documentIds).length;
  const rows = Array.from({ length: count }, (_, at) => plain.fieldLength[at]);
  const entries = plain.index.slice().sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([word, found]) => {
    const pieces = [...new Set(Object.values(found).flatMap((places) => Object.keys(places).map(Number)))].sort((a, b) => a - b);
    return { word, pieces, ways: pieces.map((piece) => fields.map((_, field) => found[field]?.[piece] ?? 0).join()) };
  });
  const ways = byCount(entries.flatMap((entry) => entry.ways));
  const numbers = new Map(ways.map((way, nr) => [way, nr]));
  const shared = (/** @type {string} */ word, /** @type {string} */ before) => {
    const other = [...word].findIndex((letter, at) => letter !== before[at]);
    return Math.min(other < 0 ? word.length : other, BASE - 1);
  };
  return {
    velden: fields,
    gemiddeld: plain.averageFieldLength,
    stukken: writeRising(rows.map((_, at) => plain.documentIds[at])),
    lengtes: fields.map((_, field) => write(rows.map((row) => row[field] ?? 0))),
    woorden: entries.map(({ word }, at) => {
      const same = shared(word, entries[at - 1]?.word ?? "");
      return written(same) + word.slice(same);
    }).join(" "),
    waar: entries.map(({ pieces }) => writeRising(pieces)).join(" "),
    manieren: ways.map((way) => way.split(",").map(Number)),
    hoe: write(entries.flatMap((entry) => entry.ways.map((way) => numbers.get(way) ?? 0))),
  };
}

/** @param {Packed} packed @returns {Plain & {nextId: number, storedFields: object, dirtCount: number, serializationVersion: number}} */
export function unpack({ velden, gemiddeld, stukken, lengtes, woorden, waar, manieren, hoe }) {
  const ids = readRising(stukken);
  const lengths = lengtes.map(read);
  const ways = read(hoe);
  const places = waar.split(" ");
  let word = "";
  let at = 0;
  /** @type {Plain["index"]} */
  const index = woorden.split(" ").map((rest, nr) => {
    word = word.slice(0, VALUES[rest.charCodeAt(0)]) + rest.slice(1);
    /** @type {Record<string, Record<string, number>>} */
    const found = {};
    for (const piece of readRising(places[nr])) {
      const times = manieren[ways[at++]];
      for (let field = 0; field < times.length; field++) if (times[field]) (found[field] ??= {})[piece] = times[field];
    }
    return [word, found];
  });
  return {
    documentCount: ids.length,
    nextId: ids.length,
    documentIds: Object.fromEntries(ids.entries()),
    fieldIds: Object.fromEntries(velden.map((name, nr) => [name, nr])),
    fieldLength: Object.fromEntries(ids.map((_, nr) => [nr, lengths.map((length) => length[nr])])),
    averageFieldLength: gemiddeld,
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  };
}

/** @param {Meanings} meanings @returns {PackedMeanings} */
export function packMeanings(meanings) {
  const concepts = byCount(meanings.flatMap(([, parts, sentences]) => [...parts, ...sentences].flat()));
  const numbers = new Map(concepts.map((concept, nr) => [concept, nr]));
  const line = (/** @type {string[][]} */ lists) =>
    lists.map((list) => writeRising(list.map((concept) => numbers.get(concept) ?? 0).sort((a, b) => a - b))).join(" ");
  return {
    begrippen: concepts,
    stukken: writeRising(meanings.map(([id]) => id)),
    delen: meanings.map(([, parts]) => line(parts)).join("\n"),
    zinnen: meanings.map(([, , sentences]) => line(sentences)).join("\n"),
  };
}

/** @param {PackedMeanings} packed @returns {Meanings} */
export function unpackMeanings({ begrippen, stukken, delen, zinnen }) {
  const lists = (/** @type {string} */ line) => line.split(" ").map((list) => readRising(list).map((nr) => begrippen[nr]));
  const sentences = zinnen.split("\n");
  const parts = delen.split("\n");
  return readRising(stukken).map((id, at) => [id, lists(parts[at]), sentences[at] ? lists(sentences[at]) : []]);
}
