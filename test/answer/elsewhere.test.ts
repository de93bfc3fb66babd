import { describe, expect, test } from "vitest";
import { createElsewhere } from "../../src/answer/elsewhere.ts";

const elsewhere = createElsewhere([
  ...["wales", "cardiff", "glasgow", "skye"].map((name) => ({ name, intent: "other-nations" })),
  ...["new south wales", "new york", "india", "the us", "rhodes"].map((name) => ({ name, intent: "none" })),
]);

describe("a place is where something is", () => {
  test.each([
    ["is a&e open in glasgow", "other-nations"],
    ["glasgow a&e open?", "other-nations"],
    ["is cardiff a and e open", "other-nations"],
    ["the glasgow hospitals, are they open", "other-nations"],
    ["cardiff, is a&e open?", "other-nations"],
    ["is my gp open. wales", "other-nations"],
    ["is it the same for wales", "other-nations"],
    ["in central glasgow is it on", "other-nations"],
    ["my scan on the isle of skye is monday", "other-nations"],
    ["is glasgow's hospital open", "other-nations"],
    ["are doctors out in new south wales this week", "none"],
    ["is the er in the us open now", "none"],
    ["my op in new york is monday", "none"],
  ])("%s", (text, expected) => {
    expect(elsewhere(text)).toBe(expected);
  });
});

describe("and not where somebody comes from, a street or a person", () => {
  test.each([
    "mum flies in from india on monday, is a&e open",
    "i am off to glasgow on sunday, is my scan on before",
    "is the princess of wales hospital open",
    "my surgery on cardiff road is open?",
    "i have an appointment with dr rhodes on monday",
    "is a&e open in leeds",
    "",
  ])("%s", (text) => {
    expect(elsewhere(text)).toBeUndefined();
  });
});
