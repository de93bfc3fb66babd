import { describe, expect, test } from "vitest";
import { find, raised, rules } from "./shipped.ts";

describe.each(rules.signs.map((sign) => [sign.id, sign] as const))("%s", (_, sign) => {
  const strengths = (text: string) =>
    find(text)
      .signs.filter((found) => found.sign.id === sign.id)
      .map(({ strength }) => strength);

  test.each(sign.hits)("is found in “%s”", (phrase) => {
    expect(strengths(phrase).filter((strength) => strength !== "doubted")).toHaveLength(1);
  });
  test.each(sign.misses)("is not found in “%s”", (phrase) => {
    for (const strength of ["alone", "sure"]) expect(strengths(phrase)).not.toContain(strength);
  });
});

describe("the same sign however it is written", () => {
  test.each([
    "My chest is tight and I have pain in it",
    "MY CHEST IS TIGHT AND I HAVE PAIN IN IT",
    "my chest is tihgt and i have pain in it",
    "m\u200by chest is tight and I have pain in it",
    "*my chest* is _tight_ & i have pain in it",
    "is A&E open on Saturday? Only my chest is tight and I have pain in it",
  ])("%s", (text) => {
    expect(raised(text)).toEqual(["emergency"]);
  });
});

describe("a name that says nothing beside others is a sign where it is all that is said", () => {
  test.each([
    ["stroke", ["emergency"]],
    ["Is it sepsis?", ["emergency"]],
    ["how do I know if it's a stroke", ["emergency"]],
    ["help me please", ["emergency"]],
    ["hearing voices", ["crisis"]],
    ["I'm ill", ["symptoms"]],
    ["stroke clinic", []],
    ["when does the strike end", []],
    ["sepsis training on Monday", []],
    ["is the fever clinic open", []],
    ["not ill", []],
  ])("%s", (text, expected) => {
    expect(raised(text)).toEqual(expected);
  });
});

describe("a slip of the finger in the one word that counts", () => {
  test.each([
    ["my dad has collpased in the kitchen", "emergency"],
    ["he is unconscoius", "emergency"],
    ["he stopped braething", "emergency"],
    ["dad had a strokke just now", "emergency"],
    ["i took an overdsoe", "crisis"],
    ["he stangled me", "safeguarding"],
  ])("%s", (text, expected) => {
    expect(raised(text)).toEqual([expected]);
  });
});

describe("denial reaches as far as it does in speech", () => {
  test.each([
    ["no chest pain", []],
    ["I have no chest pain or trouble breathing", []],
    ["she is not choking", []],
    ["no chest pain but I can't breathe", ["emergency"]],
    ["not bleeding now. my dad has collapsed", ["emergency"]],
    ["not sure but I think he is having a stroke", ["emergency"]],
    ["there's no doctor, and my mum has chest pain", ["emergency"]],
    ["I can't breathe", ["emergency"]],
    ["he isn't breathing", ["emergency"]],
    ["I don't want to live", ["crisis"]],
  ])("%s", (text, expected) => {
    expect(raised(text)).toEqual(expected);
  });
});

describe("what only sounds urgent", () => {
  test.each([
    "when does the doctors stroke end",
    "my NHS number is 999 123 4567, is my appointment on",
    "is 999 still working",
    "the queue is killing me",
    "it would be political suicide",
    "bleeding typical, when is it over",
    "do I go to the stroke clinic on Monday",
    "is the burns unit open to visitors",
    "have the talks collapsed",
    "drowning in emails here, when is it over",
  ])("%s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

test("tablets taken on purpose are a crisis, by mistake an emergency", () => {
  expect(raised("I have taken a whole packet of paracetamol on purpose")).toEqual(["crisis"]);
  expect(raised("I took a double dose of my tablets by mistake, too many tablets")).toEqual(["emergency"]);
});

test("the end of a very long message is read like its start", () => {
  const padding = "when is the strike over and is my clinic on ".repeat(200);
  expect(raised(`${padding}. my dad has chest pain. ${padding}`)).toEqual(["emergency"]);
});
