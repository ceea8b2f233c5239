// One part of the index: its words, what a word of a question can be in it, and which of its pieces say most. The texts are one
// part and the practice examples another, so that the words of the one never change what counts in the other.

import { citedAddresses } from "./aanduiding.js";
import { refusalAsked, refusalsIn } from "./houding.js";
import { ageAsked, agesIn } from "./leeftijd.js";
import { getOrMake } from "./map.js";
import { isEmpty, isPrefix, relatives, stem, words } from "./nederlands.js";

/**
 * @typedef {{stems: string[], weight: number}} Alternative words that must all be there, and how much they count
 * @typedef {{alternatives: Alternative[], typo: string[]}} Concept a subject that a question names
 * @typedef {{concepts: import("./begrippen.js").Concepts, likeness: import("./begrippen.js").Likeness}} Situations
 * @typedef {{nr: number, score: number, like: number, alike: number, share: number, ids: number[]}} Ranked a page with its best pieces; `like`:
 *   its score, more when its best piece is told as the question is; `share`: how much of the question's words its best piece has
 */

/** How MiniSearch reads a text; the same at build time and in the browser. */
export const OPTIONS = {
  fields: ["titel", "kop", "tekst"],
  idField: "id",
  tokenize: (/** @type {string} */ text) => [...words(text).filter((word) => !isEmpty(word)), ...agesIn(text), ...refusalsIn(text)],
  processTerm: stem,
};
/** A question comes as stems already. */
const AS_IS = { tokenize: (/** @type {string} */ text) => [text], processTerm: (/** @type {string} */ text) => text };
// The figures below were chosen together on the judged questions of tests/search/, by trying; none serves a single one.
const SCORING = { boost: { titel: 3, kop: 1.5, tekst: 1 }, bm25: { k: 1.6, b: 0.7, d: 0.5 } };
/** How much a way counts in which a word of a question can be a word of the text. */
const WEIGHT = { same: 1, verb: 0.8, start: 0.3, end: 0.2, part: 0.75, typo: 0.7, phrase: 0.7, band: 0.8 };
const WORDS = 1.2; // how much the very words count beside what they are about
const MOST_TOLD = 40; // pieces that are looked at once more for words that follow each other
const TOLD = 1; // how much more a piece counts that has all of those in its title
const MOST_READINGS = 8; // of one word, by each way
const SHORTEST_TYPO = 5; // letters of a stem: of a shorter word, another is too often one letter off
const MOST_KEPT = 200; // lists of matches, and corrected words

export class Part {
  /**
   * @param {{index: [string, unknown][]}} index MiniSearch's own
   * @param {import("./zoekmachine.js").Data} data
   * @param {{loadJS: Function}} MiniSearch
   * @param {new () => any} SearchableMap MiniSearch's own tree of words, here for spelling
   * @param {{most: number, situations?: Situations}} how `most`: pieces of one page in the results; `situations`: what the pieces
   *   tell; those of a page have nothing to do with each other then, so that each counts by itself
   */
  constructor(index, data, MiniSearch, SearchableMap, { most, situations }) {
    this.data = data;
    this.situations = situations;
    this.loose = Boolean(situations);
    this.most = most;
    this.mini = MiniSearch.loadJS(index, OPTIONS);
    /** The stems of the text, short ones first. */
    this.stems = index.index.map((entry) => entry[0]).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    this.known = new Set(this.stems);
    this.spelling = new SearchableMap();
    for (const known of this.stems) if (known.length > 3) this.spelling.set(known, true);
    this.everyday = new SearchableMap();
    for (const word of situations?.concepts.words ?? []) if (word.length > 3) this.everyday.set(word, true);
    // Without empty words ("Raad voor de …"): a question loses its own too.
    const full = (/** @type {string} */ name) => words(name).filter((word) => !isEmpty(word)).map(stem);
    this.synonyms = data.synoniemen.map(([weight, names]) => ({ weight, variants: names.map(full) }));
    this.inSynonyms = new Set(this.synonyms.flatMap(({ variants }) => variants.flat()));
    /** @type {Map<string, [number, number][]>} */
    this.matched = new Map();
    /** @type {Map<string, string>} */
    this.corrected = new Map();
  }

  /**
   * The pages about some concepts, the best first, each with its best pieces. A page counts by the best piece for each
   * concept, and by the one piece that has most of them; what lacks a rare word counts less.
   * @param {Concept[]} concepts @param {string} question
   * @returns {Ranked[]}
   */
  rank(concepts, question) {
    const found = concepts.map(({ alternatives }) => this.score(alternatives));
    const rarity = found.map((scores) => Math.log(1 + this.mini.documentCount / (1 + scores.size)));
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
      const share = this.loose ? top.share : page.best.reduce((sum, score, at) => sum + (score > 0 ? rarity[at] / all : 0), 0);
      const best = this.loose ? top.score : page.best.reduce((sum, one) => sum + one, 0);
      const score = (best + top.score * top.share) * Math.sqrt(share) * this.data.groepen[nr][3];
      const like = this.loose ? score * this.likeTold(page.pieces, question) : score;
      if (!this.situations) return { nr, score, like, alike: 0, share: top.share, ids: page.pieces.slice(0, this.most).map(({ id }) => id) };
      const { ids, alike } = this.aboutTheSame(page.pieces, question, found.reduce((sum, scores) => sum + Math.max(0, ...scores.values()), 0));
      return { nr, score, like, alike, share: top.share, ids: ids.slice(0, this.most) };
    });
    if (this.situations && !ranked.length) ranked.push(...this.byConceptsAlone(question));
    return ranked.sort((a, b) => b.score - a.score || a.nr - b.nr);
  }

  /**
   * The pieces that tell of what a question is about, in its words or in others.
   * @param {{id: number, score: number, share: number}[]} pieces by their words @param {string} question @param {number} most what a piece with all of its words could score
   * @returns {{ids: number[], alike: number}} the best first, and how much the first is about the same
   */
  aboutTheSame(pieces, question, most) {
    const alike = this.situations?.likeness.of(this.situations.concepts.asked(question, (word) => this.respelled(word))) ?? new Map();
    const own = new Map(pieces.map(({ id, score, share }) => [id, score * Math.sqrt(share)]));
    const value = new Map([...own].map(([id, score]) => [id, (WORDS * score) / (most || 1)]));
    for (const [id, like] of alike) value.set(id, (value.get(id) ?? 0) + like);
    const ids = [...value].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id);
    return { ids, alike: alike.get(ids[0]) ?? 0 };
  }

  /** The page of the situations that a question tells of without one of their words. @param {string} question @returns {Ranked[]} */
  byConceptsAlone(question) {
    const { ids, alike } = this.aboutTheSame([], question, 0);
    if (!ids.length) return [];
    return [{ nr: this.data.stukken[ids[0]][0], score: alike, like: alike, alike, share: 0, ids: ids.slice(0, this.most) }];
  }

  /** The everyday word that was meant, for one that is no word. @param {string} word */
  respelled(word) {
    const concepts = this.situations?.concepts;
    if (!concepts || isEmpty(word) || this.known.has(stem(word)) || concepts.knows(word)) return word;
    const same = (/** @type {string} */ other) => [...other].findIndex((letter, at) => letter !== word[at]) >>> 0;
    return this.near(word, this.everyday).sort((a, b) => same(b) - same(a))[0] ?? word;
  }

  /**
   * Puts the pieces first in which words of the question follow each other as they do there: a situation is told in many words, and
   * the small ones say who does what.
   * @param {{id: number, score: number, share: number}[]} pieces the best first @param {string} question
   * @returns {number} how much more the first of them counts for that
   */
  likeTold(pieces, question) {
    const pairs = (/** @type {string} */ text) => words(text).map(stem).map((one, at, all) => `${all[at - 1]} ${one}`).slice(1);
    const asked = pairs(question);
    if (!asked.length) return 1;
    const best = pieces.slice(0, MOST_TOLD);
    const more = new Map();
    for (const piece of best) {
      const [, , , heading] = this.data.stukken[piece.id];
      const told = new Set(pairs(heading));
      more.set(piece, 1 + (TOLD * asked.filter((pair) => told.has(pair)).length) / asked.length);
      piece.score *= more.get(piece);
    }
    best.sort((a, b) => b.score * b.share - a.score * a.share);
    pieces.splice(0, best.length, ...best);
    return more.get(pieces[0]);
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
    const asked = this.joined(words(question));
    const age = citedAddresses(question).length ? null : ageAsked(asked);
    const without = age ? [...asked.slice(0, age.at), ...asked.slice(age.at + age.length)] : asked;
    const refusal = refusalAsked(without);
    const all = refusal ? [...without.slice(0, refusal.at), ...without.slice(refusal.at + refusal.length)] : without;
    const full = all.filter((word) => !isEmpty(word));
    const tokens = full.length ? full : all;
    const stems = tokens.map((word) => this.meant(stem(word)));
    const concepts = [];
    if (age) {
      const words = [{ stems: [stem(age.exact)], weight: WEIGHT.same }, { stems: [stem(age.band)], weight: WEIGHT.band }];
      concepts.push({ alternatives: this.usable(words), typo: [] });
    }
    if (refusal) {
      const words = [{ stems: [refusal.stem], weight: WEIGHT.same }, ...this.synonym([stem("weigeren")], 0).alternatives];
      concepts.push({ alternatives: this.usable(words), typo: [] });
    }
    for (let at = 0; at < tokens.length; ) {
      const { length, alternatives } = this.synonym(stems, at);
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
      const slips = stems.slice(at, at + length).filter((one, nr) => one !== stem(tokens[at + nr]));
      concepts.push({ alternatives: [...own.alternatives, ...this.usable(alternatives)], typo: [...own.typo, ...slips] });
      at += Math.max(length, 1);
    }
    return concepts;
  }

  /** Words in which a participle that is typed in two ("terug getrokken") is one. @param {string[]} all */
  joined(all) {
    /** @type {string[]} */
    const found = [];
    for (const word of all) {
      const whole = `${found.at(-1)}${word}`;
      if (isPrefix(found.at(-1) ?? "") && word.startsWith("ge") && this.isName(stem(whole))) found.splice(-1, 1, whole);
      else found.push(word);
    }
    return found;
  }

  /** Whether the text or a name for a subject of it has a stem. @param {string} own */
  isName(own) {
    return this.known.has(own) || this.inSynonyms.has(own);
  }

  /** The stem that was meant, so that a typing error leaves a name of more words whole ("privicy officer"); not of a word that is still
   * being typed. @param {string} own */
  meant(own) {
    if (this.isName(own) || own.length < SHORTEST_TYPO || this.stems.some((one) => one.startsWith(own))) return own;
    let meant = this.corrected.get(own);
    if (meant === undefined) {
      meant = this.near(own, this.spelling).find((near) => this.inSynonyms.has(near)) ?? own;
      if (this.corrected.size >= MOST_KEPT) this.corrected.clear();
      this.corrected.set(own, meant);
    }
    return meant;
  }

  /** Those whose words are all in the text. @param {Alternative[]} alternatives */
  usable(alternatives) {
    return alternatives.filter(({ stems }) => stems.every((one) => this.known.has(one)));
  }

  /**
   * The longest known name that starts at a word: how many words it takes, itself and the other names for the same.
   * @param {string[]} stems @param {number} at
   */
  synonym(stems, at) {
    let length = 0;
    /** @type {Alternative[]} */
    let alternatives = [];
    const here = stems.slice(at);
    for (const { weight, variants } of this.synonyms) {
      for (const variant of variants) {
        if (variant.length < length || !variant.every((one, nr) => one === here[nr])) continue;
        if (variant.length > length) alternatives = [{ stems: variant, weight: 1 }];
        length = variant.length;
        for (const other of variants) {
          // The rare words of a phrase would outweigh the one word that it stands for.
          if (other !== variant) alternatives.push({ stems: other, weight: other.length > 1 ? weight * WEIGHT.phrase : weight });
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
        concept.typo = this.near(own, this.spelling);
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

  /**
   * The words nearest in spelling: one letter off, two in a long word; changed places count as one.
   * @param {string} own @param {any} spelling
   */
  near(own, spelling) {
    if (own.length < SHORTEST_TYPO) return [];
    const most = own.length > 6 ? 2 : 1;
    /** @type {Map<string, number>} */
    const found = new Map();
    const look = (/** @type {string} */ spelled, /** @type {number} */ cost) => {
      for (const [near, [, distance]] of spelling.fuzzyGet(spelled, most - cost)) {
        found.set(near, Math.min(found.get(near) ?? 9, distance + cost));
      }
    };
    look(own, 0);
    for (let at = 0; at + 1 < own.length; at++) look(own.slice(0, at) + own[at + 1] + own[at] + own.slice(at + 2), 1);
    // The letter that a word begins with is seldom wrong: changed places, or one left out or put in.
    for (const near of found.keys()) if (![own[0], own[1]].includes(near[0]) && near[1] !== own[0]) found.delete(near);
    const least = Math.min(...found.values());
    return [...found].filter(([, cost]) => cost === least).map(([near]) => near).slice(0, 4);
  }
}
