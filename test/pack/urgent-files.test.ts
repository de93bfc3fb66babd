import { expect, test } from "vitest";
import { formatProblem } from "../../src/pack/problems.ts";
import { parseUrgent } from "../../src/pack/urgent-files.ts";

/** The smallest set of urgent files that is whole. */
const WHOLE: Readonly<Record<string, string>> = {
  "urgent/words.yaml": "lists:\n  BODY: [arm, leg]\nordinary: [strike]\n",
  "urgent/context.yaml": [
    "denial:",
    "  cues: [no, not]",
    "  reach: 4",
    "asides:",
    "  - name: clinics",
    "    means: Names of clinics.",
    "    patterns:",
    "      - BODY clinic",
  ].join("\n"),
  "urgent/rules/burns.yaml": [
    "title: Burns",
    "raises: emergency",
    "people: any",
    "means: Burns of any kind.",
    "sure:",
    "  - BODY + burnt",
    "hits: [my arm is burnt, burnt leg]",
    "misses: [burnt toast, the arm clinic]",
  ].join("\n"),
};

function problemsOf(changes: Readonly<Record<string, string>>): string[] {
  const files = Object.entries({ ...WHOLE, ...changes }).map(([path, text]) => ({ path, text }));
  const { problems, checkRaised } = parseUrgent(files);
  return [...problems, ...checkRaised((id) => id === "emergency")].map(formatProblem);
}

const edit = (path: string, from: string, to: string) => {
  expect(WHOLE[path]).toContain(from);
  return { [path]: WHOLE[path]!.replace(from, to) };
};

test("the whole set has no problem", () => {
  expect(problemsOf({})).toEqual([]);
});

test("a pack without urgent files has no rules and no problem", () => {
  const { rules, problems } = parseUrgent([]);
  expect(problems).toEqual([]);
  expect(rules.signs).toEqual([]);
});

const RULE = "urgent/rules/burns.yaml";
const CONTEXT = "urgent/context.yaml";
test.each([
  ["a list that is not there", edit(RULE, "BODY +", "LIMBS +"), `${RULE}:6:5 there is no list "LIMBS"`],
  [
    "one in a list",
    edit("urgent/words.yaml", "arm,", "ARM,"),
    'urgent/words.yaml:2:10 there is no list "ARM"',
  ],
  ["a comma in a pattern", edit(RULE, "BODY + burnt", "BODY, burnt"), `${RULE}:6:5 "BODY," is no word`],
  ["both joins in a pattern", edit(RULE, "BODY + burnt", "a + b > c"), `${RULE}:6:5 "+" and ">" stand`],
  ["a pattern of the context", edit(CONTEXT, "BODY c", "PLACE c"), `${CONTEXT}:8:9 there is no list "PLACE"`],
  ["an unknown urgent id", edit(RULE, ": emergency", ": panic"), `${RULE}:2:9 "panic" is no urgent intent`],
  [
    "an unknown sign",
    edit(RULE, "sure:", "instead-of: [cuts]\nsure:"),
    `${RULE}:5:14 there is no sign "cuts"`,
  ],
  ["nobody", edit(RULE, "people: any", "people: dogs"), `${RULE}:3:9 "people" is nobody`],
  ["no pattern", edit(RULE, "sure:\n  - BODY + burnt\n", ""), `${RULE}:1:1 the sign has no pattern`],
  ["too few phrases", edit(RULE, "my arm is burnt, ", ""), `${RULE}:7:1 "hits" has fewer than two phrases`],
  ["an unknown key", edit(RULE, "means:", "meaning:"), `${RULE}:4:1 "meaning" is not a key`],
  ["a small name of a list", edit("urgent/words.yaml", "BODY:", "body:"), "urgent/words.yaml:2:3"],
])("%s is shown at its place", (_, changes, expected) => {
  expect(problemsOf(changes)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
});
