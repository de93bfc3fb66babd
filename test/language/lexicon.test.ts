import { expect, test } from "vitest";
import { createLexicon } from "../../src/language/lexicon.ts";

const { apply } = createLexicon([
  ["a and e", "ae"],
  ["casualty", "ae"],
  ["accident and emergency", "ae"],
  ["op", "operation"],
  ["op a", "outpatient appointment"],
  ["bloods", "blood test"],
]);

test.each([
  ["one word", "casualty open", "ae open"],
  ["several words", "is a and e open", "is ae open"],
  ["one into several", "bloods booked", "blood test booked"],
  ["the longest way wins", "op a monday", "outpatient appointment monday"],
  ["a way that stops half-way is left alone", "a and b", "a and b"],
  ["at the end", "my op", "my operation"],
  ["twice", "casualty or casualty", "ae or ae"],
  ["nothing", "", ""],
])("%s", (_, from, to) => {
  expect(apply(from.split(" ").filter(Boolean)).join(" ")).toBe(to);
});
