import { describe, expect, test } from "vitest";
import { asksSomethingElse } from "../../src/answer/conversation.ts";

const INTENTS = {
  "come-forward": { folder: "services" },
  gp: { folder: "services" },
  spread: { folder: "positions" },
  thanks: { folder: "chat" },
  greeting: { folder: "chat" },
};
const asks = (intent: keyof typeof INTENTS, confidence: number, text: string, answersSince = 0) =>
  asksSomethingElse({ kind: "intent", intent, confidence }, text.split(" "), answersSince, INTENTS);

describe("after an urgent reply", () => {
  test("a service that is plainly named is another question", () => {
    expect(asks("gp", 0.9, "gp open")).toBe(true);
    expect(asks("gp", 0.6, "gp maybe")).toBe(false);
  });

  test("whether to leave it is asked of what was urgent, until the talk has moved on", () => {
    expect(asks("come-forward", 0.95, "shall i leave it till wednesday")).toBe(false);
    expect(asks("come-forward", 0.95, "shall i leave it till wednesday", 1)).toBe(false);
    expect(asks("come-forward", 0.95, "should people stay away during the strike", 2)).toBe(true);
  });

  test("thanks are heard where they are plain, a sound is not", () => {
    expect(asks("thanks", 0.95, "thank you")).toBe(true);
    expect(asks("thanks", 0.6, "ok")).toBe(false);
  });

  test("other small talk is no question, nor are a few words on the dispute", () => {
    expect(asks("greeting", 0.99, "hello")).toBe(false);
    expect(asks("spread", 0.9, "it's spreading")).toBe(false);
  });

  test("words that name no matter are no question, however sure they sound", () => {
    expect(asks("gp", 0.95, "do i need to go")).toBe(false);
  });

  test("what is not understood never is", () => {
    expect(asksSomethingElse({ kind: "unknown", confidence: 1 }, ["football"], 3, INTENTS)).toBe(false);
  });
});
