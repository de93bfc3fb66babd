import fc from "fast-check";
import { expect, test } from "vitest";
import { createHashIndex, lookUp } from "../../src/match/hash-index.ts";

test("finds what is in it and nothing else, as a Map does", () => {
  const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 200 });
  fc.assert(
    fc.property(hashes, hashes, (keys, others) => {
      const index = createHashIndex(keys);
      const map = new Map(keys.map((key, place) => [key, place]));
      for (const key of [...keys, ...others]) expect(lookUp(index, key)).toBe(map.get(key) ?? -1);
    }),
  );
});
