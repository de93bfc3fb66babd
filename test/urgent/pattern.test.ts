import { describe, expect, test } from "vitest";
import { normalise } from "../../src/language/normalise.ts";
import { createFinder } from "../../src/urgent/finder.ts";
import { PatternError, parsePattern } from "../../src/urgent/pattern.ts";
import { createVocabulary } from "../../src/urgent/vocabulary.ts";
import { readWords } from "../../src/urgent/words.ts";

const LISTS = { BODY: ["arm", "lower leg"], LIMB: ["BODY", "hand"], LOOP: ["LOOP"] };

function stands(pattern: string, text: string): boolean {
  const finder = createFinder(createVocabulary(() => false));
  const number = finder.add(parsePattern(pattern, LISTS));
  const found = finder.find(readWords(normalise(text)).words);
  return found.candidates.includes(number) && found.has(number, () => true);
}

test.each([
  ["chest + pain", "pain in my chest", true],
  ["chest + pain", "my chest is full of pain", true],
  ["chest + pain", "my chest is fine and so is the rest of me but oh the pain", false],
  ["chest + pain / 3", "pain in my chest", false],
  ["chest + pain / 4", "pain in my chest", true],
  ["face > dropped", "her face has dropped", true],
  ["face > dropped", "she dropped it on her face", false],
  ["gone blue | dusky", "he has gone blue", true],
  ["gone blue | dusky", "he looks dusky", true],
  ["gone blue | dusky", "blue and gone", false],
  ["(cant|wont) (wake|rouse)", "i cant rouse him", true],
  ["(cant|wont) (wake|rouse)", "i cant not wake", false],
  ["bleed*", "it bleeds", true],
  ["BODY + hurts", "my lower leg hurts", true],
  ["BODY + hurts", "my leg hurts", false],
  ["LIMB + hurts", "my arm hurts", true],
  ["(cant|wont) LIMB (move*|lift)", "i wont lower leg lift", true],
  ["(cant|wont) LIMB (move*|lift)", "i cant arm", false],
  ["(cant|wont) LIMB (move*|lift)", "i cant lower arm lift", false],
  ["so | so (very|much) worse | very", "so much worse", true],
  ["pain + pain", "pain", false],
  ["unconscious", "hes unconcious", true],
  ["unconscious", "UNCONSCIOUS!!", true],
  ["help", "heeeelp", true],
  ["cant breathe", "I can't breathe", true],
])("%s in “%s”: %s", (pattern, text, expected) => {
  expect(stands(pattern, text)).toBe(expected);
});

describe("what cannot be read is said", () => {
  test.each([
    ["NOWHERE + pain", 'there is no list "NOWHERE"'],
    ["LOOP", 'the list "LOOP" holds itself'],
    ["chest + pain > arm", '"+" and ">" stand together'],
    ["chest / 99", "the stretch of 99 words"],
    ["chest, pain", '"chest," is no word'],
    ["(chest", '"(" is no word'],
    ["((chest) pain)", '"(" is no word'],
    ["chest) pain", '")" is no word'],
    ["(chest|) pain", "there is no word between two signs"],
    ["' pain", `"'" is no word`],
    ["LIMB LIMB LIMB LIMB LIMB LIMB LIMB LIMB LIMB LIMB", "there are too many ways of saying it"],
    ["chest + ", "there is no word between two signs"],
  ])("%s", (pattern, problem) => {
    expect(() => parsePattern(pattern, LISTS)).toThrow(PatternError);
    expect(() => parsePattern(pattern, LISTS)).toThrow(problem);
  });
});

test("what is added after a message is found in the next", () => {
  const finder = createFinder(createVocabulary(() => false));
  const find = (text: string) => finder.find(readWords(normalise(text)).words).candidates;
  const first = finder.add(parsePattern("chest pain", LISTS));
  expect(find("chest pain gone")).toEqual([first]);
  const second = finder.add(parsePattern("chest pain gone", LISTS));
  expect(find("chest pain gone")).toEqual([first, second]);
});

test("a real word is never taken for a slip", () => {
  const vocabulary = createVocabulary((word) => word === "strike");
  const number = vocabulary.number("stroke");
  expect(vocabulary.read("strike")).toEqual([]);
  expect(vocabulary.read("strokee")).toEqual([number]);
});
