import { expect, test } from "vitest";
import { decide } from "../../src/answer/decide.ts";
import { CLARIFY, OUT_OF_SCOPE } from "../../src/pack/types.ts";

const intent = (id: string, kind: string, folder: string, ...claims: string[]) =>
  [id, { id, kind, folder, claims }] as const;
const INTENTS = Object.fromEntries([
  intent("a-and-e", "answer", "services", "a-and-e-continues"),
  intent("gp", "answer", "services", "gp-as-usual"),
  intent("pharmacy", "not-covered", "not-covered", "gp-as-usual"),
  intent("local-hospital", "not-covered", "not-covered"),
  intent("thanks", "answer", "chat"),
]) as never;
const decided = (...candidates: [label: string, confidence: number][]) => {
  const decision = decide(
    candidates.map(([label, confidence]) => ({ label, confidence })),
    INTENTS,
  );
  return decision.kind === "options" ? decision.intents.join(" or ") : decision.kind;
};

test.each<[why: string, candidates: [string, number][], expected: string]>([
  ["sure and alone", [["gp", 0.9]], "intent"],
  [
    "sure, the next far behind",
    [
      ["gp", 0.9],
      ["a-and-e", 0.6],
    ],
    "intent",
  ],
  [
    "two that fit as well",
    [
      ["gp", 0.6],
      ["a-and-e", 0.55],
    ],
    "gp or a-and-e",
  ],
  [
    "a rival on which the sources are silent weighs more",
    [
      ["a-and-e", 0.6],
      ["local-hospital", 0.36],
    ],
    "a-and-e or local-hospital",
  ],
  [
    "but not one that is far behind",
    [
      ["a-and-e", 0.6],
      ["local-hospital", 0.2],
    ],
    "intent",
  ],
  [
    "a rival out of scope cannot be offered, so nothing is claimed and the one is asked back",
    [
      ["a-and-e", 0.6],
      [OUT_OF_SCOPE, 0.4],
    ],
    "a-and-e",
  ],
  [
    "nor is small talk put back as a question",
    [
      ["thanks", 0.6],
      [OUT_OF_SCOPE, 0.55],
    ],
    "unknown",
  ],
  [
    "where the sources are silent on the best, a covered rival must come close",
    [
      ["local-hospital", 0.6],
      ["a-and-e", 0.36],
    ],
    "intent",
  ],
  [
    "small talk claims nothing",
    [
      ["thanks", 0.6],
      [OUT_OF_SCOPE, 0.36],
    ],
    "intent",
  ],
  [
    "a silent rival that rests on the same claim is a rival as any",
    [
      ["gp", 0.6],
      ["pharmacy", 0.5],
    ],
    "gp or pharmacy",
  ],
  ["out of scope", [[OUT_OF_SCOPE, 0.9]], "unknown"],
  ["a question that is open by itself", [[`${CLARIFY}surgery`, 0.5]], "clarification"],
  ["too little of anything", [["gp", 0.1]], "unknown"],
  ["nothing at all", [], "unknown"],
])("%s", (_, candidates, expected) => {
  expect(decided(...candidates)).toBe(expected);
});
