import { expect, test } from "vitest";
import { readWordVectors, writeWordVectors } from "../../src/match/word-vectors.ts";

const table = new Map([
  ["doctor", [1, 0, 0]],
  ["nurse", [0.8, 0.6, 0]],
  ["train", [0, 0, -0.5]],
]);
const bytes = writeWordVectors(table);

function cosine(a: string, b: string): number {
  const vectors = readWordVectors(bytes);
  const first = [...vectors.mean([a])!];
  return [...vectors.mean([b])!].reduce((sum, value, i) => sum + value * first[i]!, 0);
}

test("words keep their places towards each other through a file", () => {
  expect(cosine("doctor", "nurse")).toBeCloseTo(0.8, 1);
  expect(cosine("doctor", "train")).toBeCloseTo(0, 1);
});

test("a mean has length 1, and a text of unknown words has none", () => {
  const vectors = readWordVectors(bytes);
  expect(Math.hypot(...vectors.mean(["doctor", "train", "zzz"])!)).toBeCloseTo(1);
  expect(vectors.mean(["zzz"])).toBeUndefined();
});

// A Node Buffer is a Uint8Array whose slice() shares memory, and whose place in that memory is seldom aligned.
test("reads a Buffer that starts anywhere", () => {
  const shifted = Buffer.concat([Buffer.from("x"), bytes]).subarray(1);
  expect([...readWordVectors(shifted).mean(["nurse"])!]).toEqual([
    ...readWordVectors(bytes).mean(["nurse"])!,
  ]);
});

test.each([
  ["nothing", new Uint8Array()],
  ["something else", new Uint8Array(64)],
  ["a file cut short", bytes.subarray(0, bytes.length - 1)],
])("refuses %s", (_, wrong) => {
  expect(() => readWordVectors(wrong)).toThrow(RangeError);
});
