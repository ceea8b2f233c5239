// Everything that comes from outside the page's own code: the address, the tab's history, storage, caches, messages. Anyone can write a
// link, and a browser may give back something cut off or of an older version. So each is read here, in one way that
// cannot throw: what cannot be used is empty, and the page begins afresh or says so.

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @param {string} name @returns {unknown} the object's own property; never one that every object has */
export const own = (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);

/** @param {unknown} value @param {string} otherwise @returns {string} */
export const textOr = (value, otherwise) => (typeof value === "string" ? value : otherwise);

/** @param {unknown} value @param {number} most @returns {number} a whole number from 0 to `most`, or 0 */
export const count = (value, most) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most ? Number(value) : 0);

/** @param {string} hash with or without "#" @returns {string} the part of an address after "#", as words; what cannot be read as it is */
export function readFragment(hash) {
  const raw = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** @returns {string} what stands behind the `#` of this page's address */
export const fragment = () => readFragment(location.hash);

/** @returns {string} the same as it is written there, to pass on in another address */
export const rawFragment = () => location.hash;

/** @returns {boolean} whether this page's address has something behind its `#` */
export const hasFragment = () => location.hash.length > 1;

const LONGEST_QUESTION = 200; // characters

/** @returns {string} what this page's address asks of the search */
export const asked = () => (new URLSearchParams(location.hash.slice(1)).get("q") ?? "").slice(0, LONGEST_QUESTION);

/** @param {string} question @returns {string} what stands behind the `#` of an address that asks this of the search; half a sign, which
 * an address cannot hold, becomes the sign for one that is not known */
export const asking = (question) => `#q=${encodeURIComponent(question.replace(/\p{Surrogate}/gu, "\ufffd"))}`;

/** @param {unknown} text @returns {unknown} what JSON says; undefined when it is no JSON */
export function parsed(text) {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
