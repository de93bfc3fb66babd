import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Believed, createScreen } from "../../src/urgent/screen.ts";
import { isWord, rules } from "./shipped.ts";

const intents = Object.fromEntries(
  ["emergency", "crisis", "safeguarding", "symptoms", "gp"].map((id) => [
    id,
    { id, kind: id === "gp" ? "answer" : "urgent" },
  ]),
) as never;
const screen = createScreen({ urgent: rules, intents }, isWord);
const believes = (label: string, probability: number, nearness = 1): Believed => ({
  label,
  probability,
  nearness,
});

const CALM = "is the surgery on Mill Lane open";

describe("the rules and the matcher together", () => {
  test("a sure sign needs no matcher", () => {
    expect(screen("my dad has chest pain", [])?.intent).toBe("emergency");
    expect(screen("my dad has chest pain", [believes("gp", 1)])?.intent).toBe("emergency");
  });
  test("a sure matcher needs no sign", () => {
    expect(screen(CALM, [believes("crisis", 0.9)])?.intent).toBe("crisis");
    expect(screen(CALM, [believes("crisis", 0.1)])).toBeUndefined();
  });
  test("what the matcher believes of a text unlike all that it knows counts for little", () => {
    expect(screen(CALM, [believes("crisis", 0.9, 0.1)])).toBeUndefined();
  });
  test("a denied sign is not brought back by the matcher", () => {
    expect(screen("no chest pain at all", [believes("emergency", 0.8)])).toBeUndefined();
    expect(screen("no chest pain but I feel very odd", [believes("emergency", 0.8)])?.intent).toBe(
      "emergency",
    );
  });
  test("nothing that is not urgent raises an alarm", () => {
    expect(screen(CALM, [believes("gp", 1)])).toBeUndefined();
  });
  test.each([
    ["my dad has chest pain and my husband hits me", "emergency"],
    ["I want to die and my husband hits me", "crisis"],
    ["he took all his tablets on purpose and left a note", "crisis"],
    ["he took all his tablets on purpose and is unconscious", "emergency"],
  ])("%s: %s", (text, expected) => {
    expect(screen(text, [])?.intent).toBe(expected);
  });
});

describe("hostile input", () => {
  const vocabulary = rules.signs
    .flatMap(({ hits, misses }) => [...hits, ...misses])
    .flatMap((text) => text.split(" "));
  const message = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.array(fc.constantFrom(...vocabulary), { maxLength: 80 }).map((words) => words.join(" ")),
  );
  test("any text gets an alarm with an urgent id and a confidence, or none, and never an error", () => {
    fc.assert(
      fc.property(message, (text) => {
        const alarm = screen(text, []);
        if (!alarm) return;
        expect(["emergency", "crisis", "safeguarding", "symptoms"]).toContain(alarm.intent);
        expect(alarm.confidence).toBeGreaterThan(0);
        expect(alarm.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
  test("the same text gets the same alarm, whatever came between", () => {
    fc.assert(
      fc.property(message, message, (text, between) => {
        const first = screen(text, []);
        screen(between, []);
        expect(screen(text, [])).toEqual(first);
      }),
    );
  });
  test("a plain emergency is found wherever it stands in a message", () => {
    const filler = fc
      .array(fc.constantFrom("is", "the", "surgery", "open", "on", "monday", "please"), { maxLength: 60 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        expect(screen(`${before}. my dad has collapsed. ${after}`, [])?.intent).toBe("emergency");
      }),
    );
  });
});
