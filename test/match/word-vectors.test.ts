import { expect, test } from "vitest";
import { readWordVectors, writeWordVectors } from "../../src/match/word-vectors.ts";

const table = new Map([
  ["doctor", [1, 0, 0]],
  ["nurse", [0.8, 0.6, 0]],
  ["train", [0, 0, -0.5]],
]);
const bytes = writeWordVectors(table);

function rowOf(word: string, from: Uint8Array = bytes): number[] {
  const vectors = readWordVectors(from);
  const row = new Float32Array(vectors.dimensions);
  vectors.addRow(vectors.rowOf(word), row);
  return [...row];
}

function cosine(a: string, b: string): number {
  const [first, second] = [rowOf(a), rowOf(b)];
  return (
    first.reduce((sum, value, i) => sum + value * second[i]!, 0) /
    Math.hypot(...first) /
    Math.hypot(...second)
  );
}

test("words keep their places towards each other through a file", () => {
  expect(cosine("doctor", "nurse")).toBeCloseTo(0.8, 1);
  expect(cosine("doctor", "train")).toBeCloseTo(0, 1);
});

test("rows keep their length, and an unknown word has none", () => {
  expect(Math.hypot(...rowOf("train"))).toBeCloseTo(0.5);
  expect(readWordVectors(bytes).rowOf("zzz")).toBe(-1);
});

// A Node Buffer is a Uint8Array whose slice() shares memory, and whose place in that memory is seldom aligned.
test("reads a Buffer that starts anywhere", () => {
  const shifted = Buffer.concat([Buffer.from("x"), bytes]).subarray(1);
  expect(rowOf("nurse", shifted)).toEqual(rowOf("nurse"));
});

test.each([
  ["nothing", new Uint8Array()],
  ["something else", new Uint8Array(64)],
  ["a file cut short", bytes.subarray(0, bytes.length - 1)],
])("refuses %s", (_, wrong) => {
  expect(() => readWordVectors(wrong)).toThrow(RangeError);
});
