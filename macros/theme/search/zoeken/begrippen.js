// What a sentence is about, beyond its words: the concepts of bron/alledaags.yml. A practice example is read as concepts when the
// index is made and a question when it is asked, so that "de juf appt" finds what is told of a teacher and of a message.

import { refusalsIn } from "./houding.js";
import { ageAsked, agesIn } from "./leeftijd.js";
import { getOrMake } from "./map.js";
import { isEmpty, stem, words } from "./nederlands.js";

/**
 * @typedef {Map<string, number>} Meaning the concepts of a text, each with how much it counts
 * @typedef {[number, string[][], string[][]]} Told a piece that tells of a situation, with the concepts of its parts, and those of each
 *   sentence by which people look for it
 * @typedef {{places: Set<string>[], concept: string}} Phrase the stems that fit at each of its places; "*" is a few words, "**" some more, and "=" begins a word itself
 */

/** How many words these stand for at most; the two halves of a Dutch verb stand far apart ("liet … liggen"). */
const SKIPPED = new Map([["*", 3], ["**", 8]]);
const SHORT = 3; // letters of a stem: such a stem is shared by too many words
const LONGER = 4; // letters that a form of such a word has more at most
const IN_COMPOUND = 4; // letters of a word that can be told in a compound
const REST = 2; // letters that a compound has besides its start or end at least
const COMPOUND = 0.8; // how much a part of a compound counts
const EXACT_AGE = 0.5; // beside the band that an age falls in
const PARTS = [1, 0.6, 0.35]; // how much a concept counts in a situation's question, in what is told, and in what it is about
const TYPED = 0.35; // how much it counts when only the sentences by which people look for the situation have it
const SENTENCE = 0.5; // how much the one sentence that is most alike counts beside all of the situation
const BESIDES = 0.7; // how much it counts against a situation that it tells of more; with 1 the likeness is a cosine

export class Concepts {
  /** @param {[string, string[]][]} lists concepts with the words and phrases that name them */
  constructor(lists) {
    /** @type {Map<string, Map<string, Set<string>>>} by their stem, the words that name a concept by themselves, with these concepts */
    this.single = new Map();
    /** @type {Map<string, Phrase[]>} by their first stem */
    this.phrases = new Map();
    /** @type {[string, string][]} how words start, each with its concept */
    this.starts = [];
    /** @type {[string, string][]} */
    this.ends = [];
    /** @type {Map<string, Set<string>>} the stems of the words that name a concept by themselves */
    this.stems = new Map();
    /** All words that say something about a concept, as they are written. @type {Set<string>} */
    this.words = new Set();
    const names = lists.flatMap(([concept, all]) => all.map((name) => ({ concept, name })));
    // A phrase can refer to the words of any concept.
    for (const { concept, name } of names) if (!name.includes(" ")) this.addWord(concept, name);
    for (const { concept, name } of names) if (name.includes(" ")) this.addPhrase(concept, name);
  }

  /** @param {string} concept @param {string} name */
  addWord(concept, name) {
    if (name.endsWith("-")) this.starts.push([name.slice(0, -1), concept]);
    else if (name.startsWith("-")) this.ends.push([name.slice(1), concept]);
    else if (words(name).length > 1) this.addPhrase(concept, name);
    else {
      const [word] = words(name);
      this.words.add(word);
      const own = stem(word);
      getOrMake(getOrMake(this.single, own, () => new Map()), word, () => new Set()).add(concept);
      getOrMake(this.stems, concept, () => new Set()).add(own);
    }
  }

  /** @param {string} concept @param {string} name */
  addPhrase(concept, name) {
    const places = name.split(" ").flatMap((part) => {
      if (part.startsWith("@")) return [this.stems.get(part.slice(1)) ?? new Set()];
      return SKIPPED.has(part) || part.startsWith("=") ? [new Set([part])] : words(part).map((word) => new Set([stem(word)]));
    });
    for (const first of places[0]) getOrMake(this.phrases, first, () => /** @type {Phrase[]} */ ([])).push({ places, concept });
    if (!/[@=]/.test(name)) for (const word of words(name)) this.words.add(word);
  }

  /** Whether a word says something, in a compound too. @param {string} word */
  knows(word) {
    return this.words.has(word) || this.named(word).length > 0 || this.inCompound(word).length > 0;
  }

  /**
   * What a text is about.
   * @param {string} text @param {(word: string) => string} [respelled] gives the word that was meant, for one that is no word
   * @returns {Meaning}
   */
  read(text, respelled = (word) => word) {
    /** @type {Meaning} */
    const found = new Map();
    const add = (/** @type {Iterable<string>} */ concepts, weight = 1) => {
      for (const concept of concepts) found.set(concept, Math.max(found.get(concept) ?? 0, weight));
    };
    const all = words(text).map(respelled);
    const stems = all.map(stem);
    for (const [at, word] of all.entries()) {
      const whole = at > 0 ? this.together(all[at - 1], word) : [];
      add(whole);
      if (whole.length) continue;
      const own = this.named(word);
      add(own);
      if (!own.length && !isEmpty(word)) add(this.inCompound(word), COMPOUND);
      for (const { places, concept } of this.phrases.get(stems[at]) ?? []) if (follows(stems, all, at, places)) add([concept]);
    }
    for (const one of [...refusalsIn(text), ...agesIn(text)]) add([one]);
    return found;
  }

  /** What a question is about: as a text, with its age as people type it. @param {string} question @param {(word: string) => string} respelled */
  asked(question, respelled) {
    const found = this.read(question, respelled);
    const age = ageAsked(words(question));
    return age ? found.set(age.band, 1).set(age.exact, EXACT_AGE) : found;
  }

  /** The concepts of each part of a text, those of an earlier part left out. @param {string[]} parts @returns {string[][]} */
  inParts(parts) {
    const before = new Set();
    return parts.map((part) => {
      const found = [...this.read(part).keys()].filter((concept) => !before.has(concept));
      for (const concept of found) before.add(concept);
      return found;
    });
  }

  /** The concepts of each of some sentences. @param {string[]} sentences @returns {string[][]} */
  inEach(sentences) {
    return sentences.map((sentence) => [...this.read(sentence).keys()]);
  }

  /** The concepts that a word names by itself. @param {string} word @returns {string[]} */
  named(word) {
    const own = stem(word);
    const found = [...(this.single.get(own) ?? [])].filter(
      ([known]) => word === known || (!isEmpty(word) && (own.length > SHORT || (word.startsWith(known) && word.length <= known.length + LONGER))),
    );
    const starts = this.starts.filter(([start]) => word.startsWith(start) && word.length >= start.length + REST);
    // A "sportschool" is no school: what has a line of its own is not what it ends with.
    const ends = this.ends.filter(([end]) => word.endsWith(end) && word.length >= end.length + REST && !found.some(([known]) => known === word));
    return [...found.flatMap(([, concepts]) => [...concepts]), ...[...starts, ...ends].map(([, concept]) => concept)];
  }

  /** The concepts of a compound that is typed in two words ("stief vader"); its last word is no such thing by itself. What is a word
   * itself ("school vraagt") starts none. @param {string} first @param {string} last */
  together(first, last) {
    const isWord = this.single.get(stem(first))?.has(first);
    const start = isWord ? [] : this.starts.filter(([start]) => start === first).map(([, concept]) => concept);
    return [...start, ...(this.single.get(stem(first + last))?.get(first + last) ?? [])];
  }

  /** The concepts of the longest known word that a compound ends with, and of the longest that it starts with. @param {string} word */
  inCompound(word) {
    const known = (/** @type {string} */ part) => this.single.get(stem(part))?.get(part);
    /** @type {string[]} */
    const found = [];
    const cuts = Array.from({ length: word.length }, (_, at) => at);
    const end = cuts.find((at) => at > REST && word.length - at >= IN_COMPOUND && known(word.slice(at)));
    if (end) found.push(...(known(word.slice(end)) ?? []));
    const start = cuts.reverse().find((at) => at >= IN_COMPOUND && word.length - at > REST && known(word.slice(0, at)));
    if (start) found.push(...(known(word.slice(0, start)) ?? []));
    return found;
  }
}

/**
 * Whether the words from a place on are those of a phrase.
 * @param {string[]} stems @param {string[]} words @param {number} at @param {Set<string>[]} places @returns {boolean}
 */
function follows(stems, words, at, [place, ...rest]) {
  if (!place) return true;
  const [most] = [...SKIPPED].flatMap(([mark, count]) => (place.has(mark) ? [count] : []));
  if (most === undefined) return at < stems.length && (place.has(stems[at]) || place.has(`=${words[at]}`)) && follows(stems, words, at + 1, rest);
  for (let skipped = 0; skipped <= most; skipped++) if (follows(stems, words, at + skipped, rest)) return true;
  return false;
}

/** How alike a question and some situations are: to all that is told of one, and to the one sentence by which people look for it. */
export class Likeness {
  /** @param {Told[]} told */
  constructor(told) {
    const meanings = told.map(([id, parts, sentences]) => /** @type {[number, Meaning]} */ ([id, meaningOf(parts, sentences)]));
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const [, meaning] of meanings) for (const concept of meaning.keys()) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    /** How much a concept says: a rare one more. */
    this.rarity = new Map([...counts].map(([concept, count]) => [concept, Math.log(1 + told.length / (1 + count))]));
    this.whole = this.shares(meanings);
    /** @type {number[]} by sentence, the piece that it looks for */
    this.pieceOf = told.flatMap(([id, , sentences]) => sentences.map(() => id));
    const each = told.flatMap(([, , sentences]) => sentences.map((one) => new Map(one.map((concept) => [concept, 1]))));
    this.sentences = this.shares(each.map((meaning, nr) => [nr, meaning]));
  }

  /** By concept, how much of each meaning it is. @param {[number, Meaning][]} meanings */
  shares(meanings) {
    /** @type {Map<string, [number, number][]>} */
    const found = new Map();
    for (const [id, meaning] of meanings) {
      const length = this.length(meaning) ** BESIDES;
      for (const [concept, weight] of meaning) {
        const share = (this.weight(concept) ** 2 * weight) / length;
        getOrMake(found, concept, () => /** @type {[number, number][]} */ ([])).push([id, share]);
      }
    }
    return found;
  }

  /** @param {string} concept */
  weight(concept) {
    return this.rarity.get(concept) ?? 0;
  }

  /** @param {Meaning} meaning */
  length(meaning) {
    return Math.sqrt([...meaning].reduce((sum, [concept, weight]) => sum + (this.weight(concept) * weight) ** 2, 0));
  }

  /** How alike each piece is, of those that share a concept. @param {Meaning} asked @returns {Map<number, number>} */
  of(asked) {
    const found = this.alike(asked, this.whole);
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const [nr, like] of this.alike(asked, this.sentences)) best.set(this.pieceOf[nr], Math.max(best.get(this.pieceOf[nr]) ?? 0, like));
    for (const [id, like] of best) found.set(id, (found.get(id) ?? 0) + SENTENCE * like);
    return found;
  }

  /** @param {Meaning} asked @param {Map<string, [number, number][]>} shares @returns {Map<number, number>} */
  alike(asked, shares) {
    /** @type {Map<number, number>} */
    const found = new Map();
    const length = this.length(asked);
    for (const [concept, weight] of asked) {
      for (const [id, share] of shares.get(concept) ?? []) found.set(id, (found.get(id) ?? 0) + (weight * share) / length);
    }
    return found;
  }
}

/** What a situation is about: the concepts of its parts, and what only the sentences say. @param {string[][]} parts @param {string[][]} sentences @returns {Meaning} */
function meaningOf(parts, sentences) {
  const typed = sentences.flat().map((concept) => /** @type {[string, number]} */ ([concept, TYPED]));
  return new Map([...typed, ...parts.flatMap((part, nr) => part.map((concept) => /** @type {[string, number]} */ ([concept, PARTS[nr]])))]);
}
