/** The place of `key` in `keys`, which are in ascending order and each there once; or -1. */
export function placeOf(keys: Uint32Array, key: number): number {
  let from = 0;
  let to = keys.length - 1;
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = keys[middle]!;
    if (found === key) return middle;
    if (found < key) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
