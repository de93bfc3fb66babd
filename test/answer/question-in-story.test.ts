import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/answer/decide.ts";
import { createStoryReader } from "../../src/answer/question-in-story.ts";
import type { Ranked } from "../../src/match/matcher.ts";

const intent = (id: string, kind: string, folder: string) => [id, { id, kind, folder }] as const;
const INTENTS = Object.fromEntries([
  intent("gp", "answer", "services"),
  intent("strike-now", "answer", "strike"),
  intent("complaint", "not-covered", "not-covered"),
  intent("thanks", "answer", "chat"),
  intent("emergency", "urgent", "urgent"),
]);
const ranked = (label: string, confidence: number): Ranked => ({
  label,
  confidence,
  probability: confidence,
  nearness: confidence,
  example: -1,
});
/** What single questions mean to this test's matcher. */
const MEANINGS: Readonly<Record<string, Ranked>> = {
  "is the gp open": ranked("gp", 0.9),
  "is the gp open?": ranked("gp", 0.9),
  "can i see a doctor": ranked("gp", 0.45),
  "is it over yet?": ranked("strike-now", 0.9),
  "can i say thanks": ranked("thanks", 0.9),
  "why is she blue": ranked("emergency", 0.9),
};
const inStory = createStoryReader({ intents: INTENTS } as never, (question) =>
  [MEANINGS[question] ?? []].flat(),
);
const NOT_UNDERSTOOD: Decision = { kind: "unknown", confidence: 0.4 };
const OPTIONS: Decision = { kind: "options", intents: ["strike-now", "gp"], confidence: 0.4 };
const POSSIBLE = [ranked("none", 0.4), ranked("gp", 0.1), ranked("strike-now", 0.1), ranked("thanks", 0.1)];
const asked = (text: string, decision: Decision = NOT_UNDERSTOOD, whole: readonly Ranked[] = POSSIBLE) => {
  const found = inStory(text, whole, decision);
  return found.kind === "intent" ? found.intent : found.kind;
};

describe("a plain question in a story that is not understood", () => {
  test.each([
    ["at the end", "the cat was sick, the car broke down. is the gp open?", "gp"],
    ["after a comma", "right then you lot, is the gp open", "gp"],
    ["after so, because and the like", "my tablets have run out so is the gp open", "gp"],
    ["at the start", "is the gp open? we only moved here in may", "gp"],
    ["of which the whole is not sure, but may mean it", "what a week. can i see a doctor", "unknown"],
    ["that leans on what came before", "the bin strike, is it over yet?", "unknown"],
    ["that is small talk", "what a week, can i say thanks", "unknown"],
    ["that only the screen may call urgent", "look at the smurf, why is she blue", "unknown"],
  ])("%s", (_, text, expected) => {
    expect(asked(text)).toBe(expected);
  });

  test("counts only where the whole message may mean it too", () => {
    expect(asked("the vets are shut. is the gp open", NOT_UNDERSTOOD, [ranked("none", 0.9)])).toBe("unknown");
  });
});

test("one of the choices that would be put back may lean on what came before", () => {
  expect(asked("so about the strike, is it over yet?", OPTIONS)).toBe("strike-now");
});

test("what is understood as a whole stays as it is", () => {
  const understood: Decision = { kind: "intent", intent: "complaint", confidence: 0.6 };
  expect(inStory("a complaint. is the gp open", POSSIBLE, understood)).toBe(understood);
});
