import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf } from "../../src/match/sorted-keys.ts";

test("finds what is there and nothing else, as indexOf does", () => {
  const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 100 });
  fc.assert(
    fc.property(hashes, hashes, (some, others) => {
      const keys = Uint32Array.from(some).sort();
      for (const key of [...some, ...others]) expect(placeOf(keys, key)).toBe(keys.indexOf(key));
    }),
  );
});
