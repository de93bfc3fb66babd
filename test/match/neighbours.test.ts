import { expect, test } from "vitest";
import { loadWordVectors } from "../../src/index.ts";
import { fitFeatureSpace } from "../../src/match/features.ts";
import { buildNeighbours, createNeighbours, toIndex } from "../../src/match/neighbours.ts";

const wordVectors = loadWordVectors();

/** A search among examples: each a class and what it says. */
function search(...examples: readonly (readonly [number, string])[]) {
  const words = examples.map(([, text]) => text.split(" "));
  const space = fitFeatureSpace(words, wordVectors);
  const index = words.map((said) => toIndex(space.of(said)));
  const classes = examples.map(([k]) => k);
  const { nearest } = createNeighbours(buildNeighbours(index, classes, space.size, wordVectors.dimensions));
  return (text: string, wanted: readonly number[]) => nearest(space.of(text.split(" ")), wanted);
}

test("the nearest example of each class that is asked for, in that order", () => {
  const nearest = search(
    [7, "track my parcel"],
    [2, "reset my password"],
    [7, "parcel lost"],
    [4, "money back"],
  );
  const found = nearest("parcel password", [2, 7, 4]);
  expect(found.map(({ example }) => example)).toEqual([1, 2, -1]);
  expect(found[2]!.cosine).toBe(0);
});

test("an example is as near itself as can be", () => {
  const [itself] = search([0, "where is my card"], [1, "where is my parcel"])("where is my card", [0]);
  expect(itself!.example).toBe(0);
  expect(itself!.cosine).toBeGreaterThan(0.99);
});

test("a word that hundreds of examples of one class have still finds the one of another", () => {
  const many = Array.from({ length: 300 }, () => [0, "card"] as const);
  const nearest = search(...many, [1, "card swallowed by machine"]);
  expect(nearest("card", [1])[0]!.example).toBe(300);
});

test("of a class with hundreds of examples of a word one is found that is all but that word", () => {
  const many = Array.from({ length: 300 }, (_, i) => [0, `card number ${i} of the many`] as const);
  const [found] = search(...many, [0, "card"], [1, "parcel"])("card", [0]);
  expect(found!.example).toBe(300);
});
