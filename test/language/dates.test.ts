import { describe, expect, test } from "vitest";
import { dayIn } from "../../src/language/dates.ts";

/** A Friday. */
const NOW = new Date("2025-07-25T10:00:00+01:00");
const day = (text: string) => {
  const span = dayIn(text, NOW, 60, "July");
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
    ["it was two weeks ago", london("2025-07-11")],
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
  ])("none in: %s", (text) => {
    expect(day(text)).toBeUndefined();
  });
});
