/** What a map has at a key, made when it has nothing. @template K, V @param {Map<K, V>} map @param {K} key @param {() => V} make @returns {V} */
export function getOrMake(map, key, make) {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
