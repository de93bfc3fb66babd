import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "../../src/language/normalise.ts";
import { type Believed, createScreen } from "../../src/urgent/screen.ts";
import { isWord, rules } from "./shipped.ts";

const screen = createScreen(rules, isWord);
const believes = (intent: string, probability: number): Believed => ({ intent, probability });
/** What the screen makes of a text that sounds as urgent as not, unless said otherwise. */
const raised = (text: string, ranked: readonly Believed[] = [], sound = 0.5) =>
  screen(normalise(text), ranked, sound)?.intent;

const CALM = "is the surgery on Mill Lane open";

describe("the rules, the detector and the matcher together", () => {
  test("a sure sign stands against a silent matcher and a doubting detector", () => {
    expect(raised("my dad has chest pain", [], 0.3)).toBe("emergency");
  });
  test("a sure sign does not stand where both are sure of the contrary", () => {
    expect(raised("the heart attack grill in vegas, does it help", [], 0.0001)).toBeUndefined();
  });
  test("a sure detector and a sure matcher need no sign", () => {
    expect(raised(CALM, [believes("crisis", 0.9)], 0.9)).toBe("crisis");
    expect(raised(CALM, [believes("crisis", 0.1)], 0.02)).toBeUndefined();
  });
  test("what only one of the two hears must be heard clearly", () => {
    expect(raised(CALM, [believes("crisis", 0.9)], 0.02)).toBeUndefined();
    expect(raised(CALM, [], 0.5)).toBeUndefined();
    expect(raised(CALM, [], 0.999)).toBe("emergency");
  });
  test("a denied sign weighs against what the matcher believes", () => {
    const unsure = [believes("emergency", 0.5)];
    expect(raised("no chest pain at all", unsure, 0.2)).toBeUndefined();
    expect(raised("some chest pain now", unsure, 0.2)).toBe("emergency");
  });
  test("beliefs shared out evenly still have an intent", () => {
    const even = ["safeguarding", "symptoms", "crisis"].map((label) => believes(label, 0.3));
    expect(raised(CALM, even)).toBe("crisis");
  });
  test("what is less pressing needs more to be said for it", () => {
    expect(raised(CALM, [believes("crisis", 0.9)], 0.4)).toBe("crisis");
    expect(raised(CALM, [believes("symptoms", 0.9)], 0.4)).toBeUndefined();
  });
  test("nothing that is not urgent raises an alarm", () => {
    expect(raised(CALM, [], 0.01)).toBeUndefined();
  });
  test.each([
    ["my dad has chest pain and my husband hits me", "emergency"],
    ["I want to die and my husband hits me", "crisis"],
    ["he took all his tablets on purpose and left a note", "crisis"],
    ["he took all his tablets on purpose and is unconscious", "emergency"],
  ])("%s: %s", (text, expected) => {
    expect(raised(text)).toBe(expected);
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
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const beliefs = fc
    .uniqueArray(fc.constantFrom("emergency", "crisis", "safeguarding", "symptoms"))
    .chain((intents) =>
      fc.tuple(...intents.map((intent) => share.map((probability) => believes(intent, probability)))),
    );
  test("any text and beliefs get an alarm with an urgent id and a confidence, or none, and never an error", () => {
    fc.assert(
      fc.property(message, beliefs, share, (text, ranked, sound) => {
        const alarm = screen(text, ranked, sound);
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
        const first = screen(text, [], 0.5);
        screen(between, [], 0.5);
        expect(screen(text, [], 0.5)).toEqual(first);
      }),
    );
  });
  test("a plain emergency is found wherever it stands in a message", () => {
    const filler = fc
      .array(fc.constantFrom("is", "the", "surgery", "open", "on", "monday", "please"), { maxLength: 60 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        expect(raised(`${before}. my dad has collapsed. ${after}`)).toBe("emergency");
      }),
    );
  });
});
