import { describe, expect, test } from "vitest";
import { loadWordVectors } from "../../src/index.ts";
import { confusionsOf } from "../../src/match/confusions.ts";
import { crossValidate, type Reading } from "../../src/match/cross-validate.ts";
import { lines } from "./voices.ts";

test("two labels that collide by a word are found, with that word first", () => {
  const { pairs, labels } = confusionsOf(crossValidate(lines, 4, loadWordVectors()));
  const pair = pairs.find(({ label, given }) => label === "bins" && given === "parcel")!;
  expect(pair.words[0]!.word).toBe("collect");
  expect(pair.examples.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["will they collect", "did they collect"]),
  );
  expect(pair.of).toBe(12);
  expect(labels.map(({ label }) => label).sort()).toEqual(["bins", "library", "parcel"]);
});

describe("readings are counted", () => {
  /** A reading of `words`, of which each pulls by its length, as a word that starts with "-" pulls the other way. */
  const reading = (label: string, given: string, words = "", confidence = 0.5, taught = true): Reading => {
    const said = words.split(" ");
    const pulls = said.map((word) => (word.startsWith("-") ? -word.length : word.length));
    return { line: { words: said, label, voice: "v" }, given, confidence, taught, pulls };
  };
  const counted = (...readings: Reading[]) => confusionsOf(readings);

  test("by label, the worst first, and by pair, the most frequent first", () => {
    const { lines, right, labels, pairs } = counted(
      reading("a", "a"),
      reading("a", "a"),
      reading("a", "b"),
      reading("b", "a"),
      reading("b", "c"),
      reading("b", "a"),
    );
    expect({ lines, right }).toEqual({ lines: 6, right: 2 });
    expect(labels).toEqual([
      { label: "b", lines: 3, right: 0 },
      { label: "a", lines: 3, right: 2 },
    ]);
    expect(pairs.map(({ label, given, misread, of }) => [label, given, misread, of])).toEqual([
      ["b", "a", 2, 3],
      ["a", "b", 1, 3],
      ["b", "c", 1, 3],
    ]);
  });

  test("words over all lines of the pair, at most six, and none that speaks for the right label", () => {
    const { pairs } = counted(
      reading("a", "b", "one two -six seventh"),
      reading("a", "b", "one one eleven fifteen thirteen twenty"),
    );
    expect(pairs[0]!.words).toEqual([
      { word: "one", pull: 9 },
      { word: "thirteen", pull: 8 },
      { word: "fifteen", pull: 7 },
      { word: "seventh", pull: 7 },
      { word: "eleven", pull: 6 },
      { word: "twenty", pull: 6 },
    ]);
  });

  test("and of few words only those that speak for the mistake", () => {
    const { pairs } = counted(reading("a", "b", "one -two"));
    expect(pairs[0]!.words).toEqual([{ word: "one", pull: 3 }]);
  });

  test("with the three lines that were misread most surely", () => {
    const { pairs } = counted(...[0.1, 0.9, 0.3, 0.8].map((sure) => reading("a", "b", `${sure}`, sure)));
    expect(pairs[0]!.examples.map(({ words }) => words[0])).toEqual(["0.9", "0.8", "0.3"]);
  });

  test("without those that nothing could have read right, which are named", () => {
    const found = counted(reading("a", "a"), reading("new", "a", "", 0.5, false));
    expect(found).toMatchObject({ lines: 1, right: 1, pairs: [], untaught: [{ label: "new", lines: 1 }] });
  });

  test("and nothing comes to nothing", () => {
    expect(counted()).toEqual({ lines: 0, right: 0, labels: [], pairs: [], untaught: [] });
  });
});
