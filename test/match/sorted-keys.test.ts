import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeyIndex } from "../../src/match/sorted-keys.ts";

test("finds what is there and nothing else, as indexOf does", () => {
  // Hashes that lie evenly, and some that crowd at both ends.
  const hash = fc.oneof(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0xffffffd0, max: 0xffffffff }),
  );
  const hashes = fc.uniqueArray(hash, { maxLength: 100 });
  fc.assert(
    fc.property(hashes, hashes, (some, others) => {
      const keys = Uint32Array.from(some).sort();
      const placeOf = createKeyIndex(keys);
      for (const key of [...some, ...others]) expect(placeOf(key)).toBe(keys.indexOf(key));
    }),
  );
});
