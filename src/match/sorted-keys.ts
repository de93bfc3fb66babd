const KEY_BITS = 32;

/**
 * What finds the place of a key, or -1, in `keys`: hashes of 32 bits in ascending order, each there once. As hashes lie
 * evenly, their leading bits tell where to look to within a place or two: an index of about as many buckets as there are
 * keys, made in one pass, which reads next to nothing of the memory that a binary search would.
 */
export function createKeyIndex(keys: Uint32Array): (key: number) => number {
  const shift = KEY_BITS - Math.max(1, Math.ceil(Math.log2(keys.length + 1)));
  const starts = new Uint32Array(2 ** (KEY_BITS - shift) + 1);
  let bucket = 0;
  for (let place = 0; place < keys.length; place++) {
    const last = keys[place]! >>> shift;
    while (bucket < last) starts[++bucket] = place;
  }
  starts.fill(keys.length, bucket + 1);

  return (key) => {
    const from = key >>> shift;
    const end = starts[from + 1]!;
    for (let place = starts[from]!; place < end; place++) if (keys[place] === key) return place;
    return -1;
  };
}
