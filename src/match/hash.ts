/** FNV-1a, 32 bits: features are known by number, so that a model holds no strings. http://www.isthe.com/chongo/tech/comp/fnv/ */
const PRIME = 0x01000193;

export const SEED = 0x811c9dc5;

/** The hash of `text` between `from` and `to`, continued from `seed`. */
export function hash(text: string, seed = SEED, from = 0, to = text.length): number {
  let h = seed;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return h >>> 0;
}

/** The hash of an ordered pair of hashes. */
export function hashPair(first: number, second: number): number {
  let h = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15) ^ second, 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> 0;
}
