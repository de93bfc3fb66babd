import { describe, expect, test } from "vitest";
import { daysIn } from "../../src/language/dates.ts";

/** A Friday. */
const NOW = new Date("2025-07-25T10:00:00+01:00");
const day = (text: string) => {
  const [span] = daysIn(text, NOW, 60, "July");
  return span && [span.from.toISOString(), span.to.toISOString()];
};
const london = (date: string, days = 1) => {
  const from = new Date(`${date}T00:00:00+01:00`);
  return [from.toISOString(), new Date(from.getTime() + days * 86_400_000).toISOString()];
};

describe("finds the day a question speaks of", () => {
  test.each([
    ["is my scan on monday still on", london("2025-07-28")],
    ["appt tomorrow", london("2025-07-26")],
    ["op on 5 august", london("2025-08-05")],
    ["clinic 28/7", london("2025-07-28")],
    ["what about the 29th", london("2025-07-29")],
    ["bloods on the 1st of august", london("2025-08-01")],
    ["op on July 28", london("2025-07-28")],
    ["it was on 24/7", london("2025-07-24")],
    ["scan a week on Monday", london("2025-08-04")],
    ["appointment Tuesday week", london("2025-08-05")],
    ["went last Thursday", london("2025-07-24")],
    ["clinic the day after tomorrow", london("2025-07-27")],
    ["appointment in two weeks", london("2025-08-08")],
    ["see him in a fortnight", london("2025-08-08")],
    ["appointment in august", london("2025-08-01", 31)],
    ["my 20 week scan is on monday", london("2025-07-28")],
    ["letter dated 15 july says appointment monday", london("2025-07-28")],
    ["booked on 3 june for 29 july", london("2025-07-29")],
    ["appt on the 1st", london("2025-08-01")],
    ["it was on the 24th", london("2025-07-24")],
    ["it was on 3/7", london("2025-07-03")],
    ["appt weds", london("2025-07-30")],
    ["clinic mon 28", london("2025-07-28")],
    ["scan 28.07.25", london("2025-07-28")],
    ["my appointment is monday fortnight", london("2025-08-11")],
    ["a fortnight on monday", london("2025-08-11")],
    ["appointment a week tomorrow", london("2025-08-02")],
    ["at the end of next week", london("2025-07-28", 7)],
    ["moved from the 28th to the 4th", london("2025-08-04")],
    ["my appointment was moved to the 1st", london("2025-08-01")],
    ["i was referred in june, it's on the 1st", london("2025-08-01")],
    ["cancelled friday, new one is monday", london("2025-07-28")],
    ["open this weekend", london("2025-07-26", 2)],
    ["is it next week", london("2025-07-28", 7)],
    ["mri weds 30th july at 8.30am", ["2025-07-30T07:30:00.000Z", "2025-07-30T07:30:00.000Z"]],
  ])("%s", (text, span) => {
    expect(day(text)).toEqual(span);
  });

  test.each([
    "is my gp open",
    "may i go in",
    "their pay since 2008",
    "call 111",
    "is it on now",
    "a second opinion",
    "is the 20 week scan on",
    "how long is the 2 week wait",
    "the 18-week target",
    "been waiting for 3 months",
    "bank holiday Monday hours",
    "I had surgery 3 weeks ago, is my follow-up on",
    "a heart attack in March, is the cardiology clinic on",
    "waiting since January",
    "out since Friday",
    "is 111 there 24/7",
  ])("none in: %s", (text) => {
    expect(day(text)).toBeUndefined();
  });
});

test("a weekday of what has begun is the one just past, and else the one to come", () => {
  const saturday = new Date("2025-07-26T10:00:00+01:00");
  const first = (text: string) => daysIn(text, saturday, 60, "July")[0]?.from.toISOString();
  const [friday] = london("2025-07-25");
  expect(first("did it begin on Friday")).toBe(friday);
  expect(first("so it started friday?")).toBe(friday);
  expect(first("was Friday a strike day")).toBe(friday);
  expect(first("does it start Friday")).toBe(london("2025-08-01")[0]);
});

describe("of several days, those that the question is about", () => {
  test.each([
    ["they phoned Thursday to confirm my op on Tuesday", ["2025-07-29"]],
    ["I had my pre-op on Thursday, is the op on Monday", ["2025-07-28"]],
    ["a letter on Thursday saying my appointment is Monday", ["2025-07-28"]],
    ["the text came Wednesday, clinic is tues", ["2025-07-29"]],
    ["clinic Monday and scan Thursday", ["2025-07-28", "2025-07-31"]],
    ["I phoned on Thursday", ["2025-07-31"]],
  ])("%s", (text, dates) => {
    const from = daysIn(text, NOW, 60, "July").map((span) => span.from.toISOString());
    expect(from).toEqual(dates.map((date) => london(date)[0]));
  });
});
