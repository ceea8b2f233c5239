// The search itself: a question in, results grouped by page out. Knows nothing of a screen; runs in the browser and, for
// the tests and the bench, in Node. MiniSearch scores words (BM25); here a question becomes words that the index knows.

import { citedAddresses } from "./aanduiding.js";
import { isEmpty, isPrefix, relatives, stem, words } from "./nederlands.js";

/**
 * What macros/search/index.py writes.
 * @typedef {object} Data
 * @property {[string, string, string, number][]} groepen pages: address, title, kind, how much a page of this kind counts
 * @property {[number, string, string, string, string][]} stukken pieces: number of the page, anchor, citation, heading, text
 * @property {[number, string[]][]} synoniemen how much another name counts, and the names
 * @property {{index: [string, unknown][]}} index MiniSearch's own
 */
/**
 * @typedef {{stems: string[], weight: number}} Alternative words that must all be there, and how much they count
 * @typedef {{alternatives: Alternative[], typo: string[]}} Concept a subject that a question names
 * @typedef {{url: string, aanduiding: string, kop: string, tekst: string}} Piece
 * @typedef {{url: string, titel: string, soort: string, stukken: Piece[]}} Group
 * @typedef {{groepen: Group[], stammen: Set<string>, gelezenAls: string[]}} Result groups, the stems to mark, and stems
 *   that a word was read as because the text does not know it
 */

/** How MiniSearch reads a text; the same at build time and in the browser. */
export const OPTIONS = {
  fields: ["titel", "kop", "tekst"],
  idField: "id",
  tokenize: (/** @type {string} */ text) => words(text).filter((word) => !isEmpty(word)),
  processTerm: stem,
};
/** A question comes as stems already. */
const AS_IS = { tokenize: (/** @type {string} */ text) => [text], processTerm: (/** @type {string} */ text) => text };
// The figures below were chosen together on the judged questions of tests/zoeken/, by trying; none serves a single one.
const SCORING = { boost: { titel: 3, kop: 1.5, tekst: 1 }, bm25: { k: 1.6, b: 0.7, d: 0.5 } };
/** How much a way counts in which a word of a question can be a word of the text. */
const WEIGHT = { same: 1, verb: 0.8, start: 0.3, end: 0.2, part: 0.75, typo: 0.7, phrase: 0.7 };
const MOST_READINGS = 8; // of one word, by each way
const MOST_KEPT = 200; // lists of matches
const MOST_PIECES = 3; // of one page in the results

export class SearchEngine {
  /**
   * @param {Data} data
   * @param {{loadJS: Function}} MiniSearch
   * @param {new () => any} SearchableMap MiniSearch's own tree of words, here for spelling
   */
  constructor(data, MiniSearch, SearchableMap) {
    this.data = data;
    this.mini = MiniSearch.loadJS(data.index, OPTIONS);
    /** The stems of the text, short ones first. */
    this.stems = data.index.index.map((entry) => entry[0]).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    this.known = new Set(this.stems);
    this.spelling = new SearchableMap();
    for (const known of this.stems) if (known.length > 3) this.spelling.set(known, true);
    // Without empty words ("Raad voor de …"): a question loses its own too.
    const full = (/** @type {string} */ name) => words(name).filter((word) => !isEmpty(word)).map(stem);
    this.synonyms = data.synoniemen.map(([weight, names]) => ({ weight, variants: names.map(full) }));
    /** @type {Map<string, [number, number][]>} */
    this.matched = new Map();
    /** Which piece stands at an address. */
    this.places = new Map(data.stukken.map(([group, anchor], id) => [`${data.groepen[group][0]}#${anchor}`, id]));
  }

  /**
   * What the text has for a question: what it cites first, then what it is about.
   * @param {string} question @param {number} [most] pages
   * @returns {Result}
   */
  search(question, most = 8) {
    const concepts = this.read(question);
    const cited = this.cited(question).map((id) => this.group(this.data.stukken[id][0], [id]));
    const about = this.rank(concepts).slice(0, most).map(({ nr, ids }) => this.group(nr, ids));
    return {
      groepen: [...cited, ...about.filter((group) => !cited.some(({ url }) => url === group.url))].slice(0, most),
      stammen: new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ stems }) => stems))),
      gelezenAls: concepts.flatMap(({ typo }) => typo),
    };
  }

  /**
   * The titles and terms whose letters look most like a question's, for who finds nothing.
   * @param {string} question @param {number} [most]
   * @returns {Piece[]}
   */
  nearest(question, most = 3) {
    const pairs = (/** @type {string} */ text) => new Set(words(text).flatMap((w) => [...w].slice(1).map((c, at) => w[at] + c)));
    const wanted = pairs(question);
    return this.data.stukken
      .map(([group, anchor, , heading], id) => {
        if (anchor && this.data.groepen[group][2] !== "Begrip") return { id, alike: 0, heading };
        const has = pairs(heading);
        const same = [...wanted].filter((pair) => has.has(pair)).length;
        return { id, alike: (2 * same) / (wanted.size + has.size || 1), heading };
      })
      .filter(({ alike }, at, all) => alike > 0.2 && all.findIndex(({ heading }) => heading === all[at].heading) === at)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, most)
      .map(({ id }) => this.piece(id));
  }

  /**
   * The provisions that a question cites. Only the most exact ones: when one document has the whole citation, another
   * that has but the article is left out.
   * @param {string} question
   */
  cited(question) {
    const found = citedAddresses(question).flatMap((addresses) => {
      const exact = addresses.findIndex(([page, anchor]) => this.places.has(`/${page}/#${anchor}`));
      return exact < 0 ? [] : [{ exact, id: this.places.get(`/${addresses[exact].join("/#")}`) ?? 0 }];
    });
    const best = Math.min(...found.map(({ exact }) => exact));
    return found.filter(({ exact }) => exact === best).map(({ id }) => id);
  }

  /**
   * The pages about some concepts, the best first, each with its best pieces. A page counts by the best piece for each
   * concept, and by the one piece that has most of them; what lacks a rare word counts less.
   * @param {Concept[]} concepts
   */
  rank(concepts) {
    const found = concepts.map(({ alternatives }) => this.score(alternatives));
    const rarity = found.map((scores) => Math.log(1 + this.data.stukken.length / (1 + scores.size)));
    const all = rarity.reduce((sum, one) => sum + one, 0) || 1;
    /** @type {Map<number, {id: number, score: number, share: number}>} */
    const pieces = new Map();
    /** @type {Map<number, {best: number[], pieces: {id: number, score: number, share: number}[]}>} */
    const pages = new Map();
    found.forEach((scores, nr) => {
      for (const [id, score] of scores) {
        const page = getOrMake(pages, this.data.stukken[id][0], () => ({ best: concepts.map(() => 0), pieces: [] }));
        const piece = getOrMake(pieces, id, () => {
          const made = { id, score: 0, share: 0 };
          page.pieces.push(made);
          return made;
        });
        piece.score += score;
        piece.share += rarity[nr] / all;
        page.best[nr] = Math.max(page.best[nr], score);
      }
    });
    const ranked = [...pages].map(([nr, page]) => {
      page.pieces.sort((a, b) => b.score * b.share - a.score * a.share);
      const [top] = page.pieces;
      const share = page.best.reduce((sum, score, at) => sum + (score > 0 ? rarity[at] / all : 0), 0);
      const score = (page.best.reduce((sum, one) => sum + one, 0) + top.score * top.share) * Math.sqrt(share) * this.data.groepen[nr][3];
      return { nr, score, ids: page.pieces.slice(0, MOST_PIECES).map(({ id }) => id) };
    });
    return ranked.sort((a, b) => b.score - a.score || a.nr - b.nr);
  }

  /** @param {number} nr @param {number[]} ids @returns {Group} */
  group(nr, ids) {
    const [url, titel, soort] = this.data.groepen[nr];
    return { url, titel, soort, stukken: ids.map((id) => this.piece(id)) };
  }

  /** @param {number} id @returns {Piece} */
  piece(id) {
    const [group, anchor, aanduiding, kop, tekst] = this.data.stukken[id];
    return { url: this.data.groepen[group][0] + (anchor && `#${anchor}`), aanduiding, kop, tekst };
  }

  /** The best score of each piece for one of the alternatives. @param {Alternative[]} alternatives @returns {Map<number, number>} */
  score(alternatives) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { stems, weight } of alternatives) {
      for (const [id, score] of this.matches(stems)) {
        const weighted = score * weight;
        if (weighted > (best.get(id) ?? 0)) best.set(id, weighted);
      }
    }
    return best;
  }

  /** Which pieces have all of some stems, with their score by word. Kept: the next letter typed asks for most again. @param {string[]} stems */
  matches(stems) {
    const key = stems.join(" ");
    let found = this.matched.get(key);
    if (!found) {
      /** @type {{id: number, score: number}[]} */
      const results = this.mini.search({ combineWith: "AND", queries: stems }, { ...AS_IS, ...SCORING });
      found = results.map(({ id, score }) => /** @type {[number, number]} */ ([id, score / stems.length]));
      if (this.matched.size >= MOST_KEPT) this.matched.clear();
      this.matched.set(key, found);
    }
    return found;
  }

  /** The concepts that a question names, each with the words of the text that it can be. @param {string} question @returns {Concept[]} */
  read(question) {
    const all = words(question);
    const full = all.filter((word) => !isEmpty(word));
    const tokens = full.length ? full : all;
    const concepts = [];
    for (let at = 0; at < tokens.length; ) {
      const { length, alternatives } = this.synonym(tokens, at);
      const two = tokens.slice(at, at + 2);
      if (length < 2 && two.length === 2 && this.known.has(stem(two.join("")))) {
        concepts.push({ alternatives: this.usable([{ stems: [stem(two.join(""))], weight: 1 }, { stems: two.map(stem), weight: 0.9 }]), typo: [] });
        at += 2;
        continue;
      }
      const own = length > 1 ? { alternatives: [], typo: [] } : this.word(tokens[at], length > 0);
      // "zeg … op": a verb whose prefix stands elsewhere in the question.
      for (const prefix of all.filter(isPrefix)) {
        const whole = stem(prefix + tokens[at]);
        own.alternatives.push(...this.usable([whole, ...relatives(whole)].map((one) => ({ stems: [one], weight: WEIGHT.verb }))));
      }
      concepts.push({ alternatives: [...own.alternatives, ...this.usable(alternatives)], typo: own.typo });
      at += Math.max(length, 1);
    }
    return concepts;
  }

  /** Those whose words are all in the text. @param {Alternative[]} alternatives */
  usable(alternatives) {
    return alternatives.filter(({ stems }) => stems.every((one) => this.known.has(one)));
  }

  /**
   * The longest known name that starts at a word: how many words it takes, itself and the other names for the same.
   * @param {string[]} tokens @param {number} at
   */
  synonym(tokens, at) {
    let length = 0;
    /** @type {Alternative[]} */
    let alternatives = [];
    const here = tokens.slice(at).map(stem);
    for (const { weight, variants } of this.synonyms) {
      for (const variant of variants) {
        if (variant.length < length || !variant.every((one, nr) => one === here[nr])) continue;
        if (variant.length > length) alternatives = [{ stems: variant, weight: 1 }];
        length = variant.length;
        for (const stems of variants) {
          // The rare words of a phrase would outweigh the one word that it stands for.
          if (stems !== variant) alternatives.push({ stems, weight: stems.length > 1 ? weight * WEIGHT.phrase : weight });
        }
      }
    }
    return { length, alternatives };
  }

  /** What a single word can be. @param {string} word @param {boolean} hasSynonym @returns {Concept} */
  word(word, hasSynonym) {
    const own = stem(word);
    /** @type {Map<string, number>} */
    const found = new Map();
    const add = (/** @type {string} */ one, /** @type {number} */ weight) => found.set(one, Math.max(found.get(one) ?? 0, weight));
    if (this.known.has(own)) add(own, WEIGHT.same);
    for (const other of relatives(own)) if (this.known.has(other)) add(other, WEIGHT.verb);
    if (own.length > 2) this.first((one) => one.startsWith(own) || one.startsWith(word)).forEach((one) => add(one, WEIGHT.start));
    if (own.length > 3) this.first((one) => one.endsWith(own)).forEach((one) => add(one, WEIGHT.end));
    /** @type {Concept} */
    const concept = { alternatives: [], typo: [] };
    if (!this.known.has(own) && !hasSynonym && own.length > 3) {
      const parts = this.parts(word);
      if (parts.length) {
        concept.alternatives.push({ stems: parts, weight: 1 });
        parts.forEach((part) => add(part, WEIGHT.part));
      } else if (!found.size) {
        concept.typo = this.near(own);
        concept.typo.forEach((near) => add(near, WEIGHT.typo));
      }
    }
    for (const [one, weight] of found) concept.alternatives.push({ stems: [one], weight });
    return concept;
  }

  /** The shortest stems of the text that fit. @param {(stem: string) => boolean} fits */
  first(fits) {
    const found = [];
    for (const one of this.stems) {
      if (fits(one) && found.push(one) === MOST_READINGS) break;
    }
    return found;
  }

  /**
   * The words of the text that a compound is made of, with the longest first part; a first part alone if the rest is
   * unknown; none when it is no compound.
   * @param {string} word
   */
  parts(word) {
    for (let at = word.length - 3; at >= 4; at--) {
      const first = stem(word.slice(0, at));
      if (first.length < 3 || !this.known.has(first)) continue;
      for (const rest of [word.slice(at), word.slice(at).replace(/^(?:s|en|e)/, "")]) {
        if (rest.length >= 3 && this.known.has(stem(rest))) return [first, stem(rest)];
      }
    }
    for (let at = word.length - 3; at >= 6; at--) {
      if (this.known.has(stem(word.slice(0, at)))) return [stem(word.slice(0, at))];
    }
    return [];
  }

  /** The words of the text nearest in spelling: one letter off, two in a long word; changed places count as one. @param {string} own */
  near(own) {
    const most = own.length > 6 ? 2 : 1;
    /** @type {Map<string, number>} */
    const found = new Map();
    const look = (/** @type {string} */ spelled, /** @type {number} */ cost) => {
      for (const [near, [, distance]] of this.spelling.fuzzyGet(spelled, most - cost)) {
        found.set(near, Math.min(found.get(near) ?? 9, distance + cost));
      }
    };
    look(own, 0);
    for (let at = 0; at + 1 < own.length; at++) look(own.slice(0, at) + own[at + 1] + own[at] + own.slice(at + 2), 1);
    const least = Math.min(...found.values());
    return [...found].filter(([, cost]) => cost === least).map(([near]) => near).slice(0, 4);
  }
}

/** @template K, V @param {Map<K, V>} map @param {K} key @param {() => V} make @returns {V} */
function getOrMake(map, key, make) {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}
