import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadWordVectors } from "../../src/index.ts";
import { crossValidate, dealVoices, type Fold } from "../../src/match/cross-validate.ts";
import { lines } from "./voices.ts";

const wordVectors = loadWordVectors();

describe("voices are dealt", () => {
  const anyLines = fc.array(fc.record({ voice: fc.constantFrom(..."abcdefghij") }), { minLength: 2 });
  const anyDeal = anyLines
    .filter((all) => new Set(all.map(({ voice }) => voice)).size >= 2)
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.integer({ min: 2, max: new Set(all.map(({ voice }) => voice)).size })),
    );

  test("each into one fold, and none of the folds is empty or fuller than another by more than a voice", () => {
    fc.assert(
      fc.property(anyDeal, ([all, folds]) => {
        const dealt = dealVoices(all, folds);
        const voices = dealt.flatMap((fold) => [...fold]);
        expect(voices.toSorted()).toEqual([...new Set(all.map(({ voice }) => voice))].sort());
        expect(dealt.every(({ size }) => size > 0)).toBe(true);
        const count = (fold: Set<string>) => all.filter(({ voice }) => fold.has(voice)).length;
        const [sizes, largest] = [
          dealt.map(count),
          Math.max(...voices.map((voice) => count(new Set([voice])))),
        ];
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  test("in the same way whatever the order of the lines", () => {
    fc.assert(
      fc.property(anyDeal, ([all, folds]) => {
        expect(dealVoices(all.toReversed(), folds)).toEqual(dealVoices(all, folds));
      }),
    );
  });

  test.each([1, 5, 2.5, Number.NaN])("not into %s folds, where there are four voices", (folds) => {
    expect(() => dealVoices(lines, folds)).toThrow(RangeError);
  });
});

test("every line is read once, by a matcher that learned from all the others' voices", () => {
  const seen: Fold[] = [];
  const readings = crossValidate(lines, 4, wordVectors, (fold) => seen.push(fold));
  expect(new Set(readings.map(({ line }) => line))).toEqual(new Set(lines));
  expect(seen.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  for (const { learned, read } of seen) expect(learned + read).toBe(lines.length);
});

test("the same lines give the same readings", () => {
  expect(crossValidate(lines, 4, wordVectors)).toEqual(crossValidate(lines, 4, wordVectors));
});

test("a voice is never learned from where it is read: what it alone speaks of stays untaught", () => {
  const own = { text: "lost my dog", words: ["lost", "my", "dog"], label: "pets", voice: "dan" };
  const readings = crossValidate([...lines, own, { ...own, text: "again" }], 3, wordVectors);
  const untaught = readings.filter(({ taught }) => !taught);
  expect(untaught.map(({ line }) => line.label)).toEqual(["pets", "pets"]);
  for (const { given, pulls } of untaught) {
    expect(given).not.toBe("pets");
    expect(pulls).toEqual([]);
  }
});

test("only a line that was misread has pulls, one a word", () => {
  const readings = crossValidate(lines, 4, wordVectors);
  expect(readings.some(({ line, given }) => given !== line.label)).toBe(true);
  for (const { line, given, pulls } of readings) {
    expect(pulls).toHaveLength(given === line.label ? 0 : line.words.length);
  }
});
