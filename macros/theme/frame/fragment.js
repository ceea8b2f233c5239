// The part of an address after "#", as words. Anyone can write a link: what cannot be read stays as it is.

/** @param {string} hash with or without "#" @returns {string} */
export function readFragment(hash) {
  const raw = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
