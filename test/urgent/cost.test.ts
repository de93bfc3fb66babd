import { expect, test } from "vitest";
import { createFinder } from "../../src/urgent/finder.ts";
import { parsePattern } from "../../src/urgent/pattern.ts";
import { createVocabulary } from "../../src/urgent/vocabulary.ts";

/** How many places a pattern is tried in, in a text of `count` repetitions, when none of them is accepted. */
function places(pattern: string, words: readonly string[], count: number): number {
  const finder = createFinder(createVocabulary(() => true));
  const number = finder.add(parsePattern(pattern, {}));
  const text = Array.from({ length: count }, () => words).flat();
  let tried = 0;
  finder.find(text).has(number, () => {
    tried++;
    return false;
  });
  return tried;
}

test.each([
  ["chest + pain", ["chest", "pain"]],
  ["chest + pain + arm / 8", ["chest", "pain", "arm"]],
  ["face > dropped > side / 12", ["face", "dropped", "side"]],
])("%s: twice the words, twice the places", (pattern, words) => {
  const [once, twice] = [places(pattern, words, 400), places(pattern, words, 800)];
  expect(once).toBeGreaterThan(400);
  expect(twice).toBeLessThan(once * 2.1);
});
