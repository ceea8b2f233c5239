// The search itself: a question in, results grouped by page out. Knows nothing of a screen; runs in the browser and, for
// the tests and the bench, in Node. MiniSearch scores words (BM25); here a question becomes words that the index knows.

import { citedAddresses, documentAsked, termAsked } from "./aanduiding.js";
import { Concepts, Likeness } from "./begrippen.js";
import { Part } from "./deel.js";
import { isEmpty, plain, stem, words } from "./nederlands.js";
import { unpack, unpackMeanings } from "./pak.js";
import { sortOf } from "./soort.js";

/**
 * What macros/search/index.py writes.
 * @typedef {object} Data
 * @property {[string, string, string, number][]} groepen pages: address, title, kind, how much a page of this kind counts
 * @property {[number, string, string, string, string][]} stukken pieces: number of the page, anchor, citation, heading, text
 * @property {[number, string[]][]} synoniemen how much another name counts, and the names
 * @property {[string, string[]][]} alledaags concepts, and the words and phrases that name them
 * @property {import("./pak.js").PackedMeanings} betekenissen the practice examples, with the concepts of what they tell
 * @property {import("./pak.js").Packed} index MiniSearch's own, of the texts
 * @property {import("./pak.js").Packed} voorbeelden MiniSearch's own, of the practice examples
 */
/**
 * @typedef {import("./deel.js").Ranked} Ranked
 * @typedef {{url: string, aanduiding: string, kop: string, tekst: string}} Piece
 * @typedef {{url: string, titel: string, soort: string, stukken: Piece[]}} Group
 * @typedef {{groepen: Group[], stammen: Set<string>, onderwerpen: Set<string>[], gelezenAls: string[]}} Result groups, the stems to mark,
 *   those of each thing that is asked, and stems that a word was read as because the text does not know it
 */

/** Kinds of pages of which each part has a title that can be looked for. */
const NAMED = new Set(["Begrip", "Voorbeeld"]);
/** Kinds of pages where who finds nothing can begin. */
const STARTS = new Set(["Beslisboom", "Voorbeeld"]);
/** The kind of the site's own pages. */
const OWN = "Bladzijde";
/** From which part of the best score on something is as much to the point, for each sort of question. */
const CLOSE = { verhaal: 0.3, mag: 0.45, onderwerp: 0.55 };
/** How much more a page counts of the document that a question names. */
const NAMED_DOCUMENT = 2;
/** How much more a page of the site's own counts for who asks about the site. */
const OWN_PAGE = 4;
/** A name that is an abbreviation: GI, RvdK, Jw. */
const ABBREVIATION = /^[A-Z][A-Za-z]*[A-Z]$|^[A-Z][a-z]$/;
const FIRST_EXAMPLES = 3; // so that three hits have the text as well
const FIRST_TEXTS = 1;
/** So many signs of a question are read, some three hundred words: a file that is pasted would keep the page still for a minute. */
const LONGEST_QUESTION = 2000;
/** How alike a situation is at least that comes before a text which lacks a word of the question. */
const ALIKE = 0.8;

export class SearchEngine {
  /**
   * @param {Data} data
   * @param {{loadJS: Function}} MiniSearch
   * @param {new () => any} SearchableMap MiniSearch's own tree of words, here for spelling
   */
  constructor(data, MiniSearch, SearchableMap) {
    this.data = data;
    this.texts = new Part(unpack(data.index), data, MiniSearch, SearchableMap, { most: 3 });
    const situations = { concepts: new Concepts(data.alledaags), likeness: new Likeness(unpackMeanings(data.betekenissen)) };
    this.examples = new Part(unpack(data.voorbeelden), data, MiniSearch, SearchableMap, { most: 3, situations });
    /** Which piece stands at an address. */
    this.places = new Map(data.stukken.map(([group, anchor], id) => [`${data.groepen[group][0]}#${anchor}`, id]));
  }

  /**
   * What the site has for a question: what it cites or wants explained first, then what it is about.
   * @param {string} whole the question @param {number} [most] pages
   * @returns {Result}
   */
  search(whole, most = 8) {
    const question = whole.slice(0, LONGEST_QUESTION);
    const document = documentAsked(question);
    const asked = document?.rest ?? (termAsked(question).join(" ") || question);
    const parts = [this.texts, this.examples].map((part) => {
      const concepts = part.read(asked);
      return { concepts, ranked: part.rank(concepts, asked) };
    });
    const sort = document ? "tekst" : sortOf(question);
    const wanted = (/** @type {Ranked} */ { nr }) =>
      (document && this.data.groepen[nr][0].startsWith(document.pages) ? NAMED_DOCUMENT : 1) *
      (sort === "site" && this.data.groepen[nr][2] === OWN ? OWN_PAGE : 1);
    const texts = parts[0].ranked.map((one) => ({ ...one, score: one.score * wanted(one) }));
    const concepts = parts.flatMap((part) => part.concepts);
    const first = [...this.defined(question), ...this.cited(question)].map((id) => this.group(this.data.stukken[id][0], [id]));
    const known = parts[0].concepts.every(({ alternatives }) => alternatives.length);
    const all = merged(texts, parts[1].ranked, sort, known);
    const about = all.slice(0, most).map(({ nr, ids }) => this.group(nr, ids));
    // What is agreed about it comes first; what it stands for is next.
    const meanings = this.spelledOut(question).map((id) => this.group(this.data.stukken[id][0], [id]));
    about.splice(1, 0, ...meanings);
    const subjects = concepts.map(({ alternatives }) => new Set(alternatives.flatMap(({ stems }) => stems)));
    return {
      groepen: [...first, ...about].filter(({ url }, at, all) => all.findIndex((group) => group.url === url) === at).slice(0, most),
      stammen: new Set(subjects.flatMap((subject) => [...subject])),
      onderwerpen: subjects,
      gelezenAls: about.length ? concepts.flatMap(({ typo }) => typo) : [],
    };
  }

  /**
   * The titles, terms and examples whose letters look most like a question's, for who finds nothing.
   * @param {string} question @param {number} [most]
   * @returns {Piece[]}
   */
  nearest(question, most = 3) {
    const pairs = (/** @type {string} */ text) => new Set(words(text).flatMap((w) => [...w].slice(1).map((c, at) => w[at] + c)));
    const wanted = pairs(question);
    return this.data.stukken
      .map(([group, anchor, , heading], id) => {
        if (anchor && !NAMED.has(this.data.groepen[group][2])) return { id, alike: 0, heading };
        const has = pairs(heading);
        const same = [...wanted].filter((pair) => has.has(pair)).length;
        return { id, alike: (2 * same) / (wanted.size + has.size || 1), heading };
      })
      .filter(({ alike }, at, all) => alike > 0.2 && all.findIndex(({ heading }) => heading === all[at].heading) === at)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, most)
      .map(({ id }) => this.piece(id));
  }

  /** Where to begin without knowing a word: each tree, and the practice examples. */
  starts() {
    const begins = this.data.stukken.flatMap(([group, anchor], id) => (!anchor && STARTS.has(this.data.groepen[group][2]) ? [id] : []));
    return begins.map((id) => this.piece(id));
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

  /** Where the term of a question "wat is een …" is explained: the protocol's own definition first. @param {string} question */
  defined(question) {
    return this.explained(termAsked(question).join(" "));
  }

  /** Where an abbreviation is explained that is all of a question. @param {string} question */
  spelledOut(question) {
    const [word, ...more] = words(question);
    const isShort = (/** @type {string} */ name) => ABBREVIATION.test(name) && plain(name) === word;
    return !more.length && this.data.synoniemen.some(([weight, names]) => weight === 1 && names.some(isShort)) ? this.explained(word) : [];
  }

  /** @param {string} term */
  explained(term) {
    const key = (/** @type {string} */ name) => words(name).filter((word) => !isEmpty(word)).map(stem).join(" ");
    const asked = key(term);
    if (!asked) return [];
    const alike = this.texts.synonyms.map(({ weight, variants }) => (weight === 1 ? variants.map((one) => one.join(" ")) : []));
    const names = new Set([asked, ...alike.filter((variants) => variants.includes(asked)).flat()]);
    const isTerm = (/** @type {string} */ name) => names.has(key(name));
    return ["/privacyprotocol/artikel-1/", "/begrippen/"].flatMap((page) => {
      // A term stands in its anchor; with an abbreviation, as "Gecertificeerde instelling (GI)", in its heading.
      const id = this.data.stukken.findIndex(
        ([group, anchor, , heading]) => this.data.groepen[group][0] === page && (isTerm(anchor) || heading.split(/[()]/).some(isTerm)),
      );
      return id < 0 ? [] : [id];
    });
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
}

/**
 * The texts' pages and the examples by what they score. Where both have about as much to say, the two stand together at the top:
 * what the text says, and a situation in which it does. Who tells of people sees what happened to others first. For a subject that the
 * texts have all words of, an example must have them too; one that they have not ("in de trein laten liggen") is looked for in
 * what the examples tell, whatever else its other words mean in a provision.
 * @param {Ranked[]} texts @param {Ranked[]} examples @param {ReturnType<typeof sortOf> | "tekst"} sort of question; "tekst" names a document; then, and
 *   about the site, the texts come first
 * @param {boolean} known whether the texts have each word of the question
 */
function merged(texts, examples, sort, known) {
  const byScore = (/** @type {Ranked} */ a, /** @type {Ranked} */ b) => b.score - a.score || a.nr - b.nr;
  if (sort === "tekst" || sort === "site") return [...[...texts].sort(byScore), ...examples];
  const all = [...texts, ...examples].sort(byScore);
  const [best] = all;
  const other = (texts.includes(best) ? examples : texts)[0];
  const like = other && other.like * (sort === "onderwerp" && known ? Math.sqrt(other.share) : 1 + other.alike);
  if (!like || like < CLOSE[sort] * best.score) return all;
  const told = sort === "verhaal" || (!known && other.alike > ALIKE && like > best.score);
  const [first, second] = told && examples.includes(other) ? [other, best] : [best, other];
  const most = examples.includes(first) ? FIRST_EXAMPLES : FIRST_TEXTS;
  return [{ ...first, ids: first.ids.slice(0, most) }, second, ...all.filter((one) => one !== first && one !== second)];
}
