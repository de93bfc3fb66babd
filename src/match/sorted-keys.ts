/** How many different keys there can be: they are hashes of 32 bits. */
const RANGE = 2 ** 32;
/** How far from the guess is looked first: hashes lie evenly, so among 60,000 keys one is seldom 100 places off. */
const FIRST_STEP = 16;

/**
 * The place of `key` in `keys`, which are hashes in ascending order and each there once; or -1. As hashes lie evenly, the
 * search starts where the key should stand and widens from there (interpolation, then galloping search): it reads a few
 * neighbouring places instead of places all over the memory.
 */
export function placeOf(keys: Uint32Array, key: number): number {
  const last = keys.length - 1;
  if (last < 0) return -1;
  let from = Math.floor((key / RANGE) * keys.length);
  let to = from;
  for (let step = FIRST_STEP; from > 0 && keys[from]! > key; step *= 2) from = Math.max(0, from - step);
  for (let step = FIRST_STEP; to < last && keys[to]! < key; step *= 2) to = Math.min(last, to + step);
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = keys[middle]!;
    if (found === key) return middle;
    if (found < key) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
