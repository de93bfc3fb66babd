import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMatcher, createReader, loadWordVectors, trainModel } from "../../src/index.ts";

const read = createReader();
const wordVectors = loadWordVectors();

// A small desk of questions. Each line below says why it belongs where it does.
const EXAMPLES: Record<string, string[]> = {
  password: [
    "I forgot my password",
    "reset my password",
    "cannot log in any more",
    "locked out of my account",
    "new password please",
  ],
  parcel: [
    "where is my parcel",
    "my order has not arrived",
    "track my delivery",
    "parcel still not here",
    "when will it be delivered",
  ],
  refund: [
    "I want my money back",
    "how do I get a refund",
    "refund for a broken kettle",
    "return this and be repaid",
    "refund not received",
  ],
};
const rows = Object.entries(EXAMPLES).flatMap(([label, texts]) =>
  texts.map((text) => ({ words: read(text), label })),
);
const model = trainModel(rows, wordVectors);
const matcher = createMatcher(model, wordVectors);
const best = (text: string) => matcher.rank(matcher.space.of(read(text)))[0]!;

describe("finds", () => {
  test.each([
    ["pasword reset", "password", "one letter is missing: its letter runs are not"],
    ["resetting passwords", "password", "other endings, the same stems"],
    ["has the courier brought my package", "parcel", "no word in common but what words mean"],
    ["refunds", "refund", "one word, a plural"],
    ["log in", "password", "two words of one example"],
    ["is the delivery late", "parcel", "one known word among others"],
  ])("%s -> %s (%s)", (text, label) => {
    expect(best(text).label).toBe(label);
  });
});

test("an example is found with near certainty, a stranger's text is not", () => {
  expect(best("reset my password").confidence).toBeGreaterThan(0.85);
  expect(best("purple giraffes sing opera").confidence).toBeLessThan(0.4);
});

test("the nearest example is named by its place in the order of training", () => {
  const { example } = best("track the delivery");
  expect(rows[example]!.words.join(" ")).toBe("track my delivery");
});

test("the same examples give the same model", () => {
  expect(trainModel(rows, wordVectors).classifier).toEqual(model.classifier);
});

test("any words give labels in order, with confidences from 0 to 1", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 30 }), (words) => {
      const ranked = matcher.rank(matcher.space.of(words));
      expect(ranked.length).toBeGreaterThan(0);
      for (const { confidence, probability, nearness } of ranked) {
        for (const share of [confidence, probability, nearness]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});
