import { describe, expect, test } from "vitest";
import { dayOfAll, isWeekend, placeOf, statusAt } from "../../src/answer/clock.ts";
import type { Walkout } from "../../src/pack/types.ts";
import { sayTime, zonedTime } from "../../src/pack/zoned-time.ts";

const LONDON = "Europe/London";

const july: Walkout = {
  id: "july",
  title: "July",
  staff: "resident doctors",
  union: "BMA",
  nations: ["England"],
  timeZone: LONDON,
  start: zonedTime("2025-07-25T07:00", LONDON),
  end: zonedTime("2025-07-30T07:00", LONDON),
  status: "confirmed",
  checkedOn: "2025-07-25",
};

const at = (walkout: Walkout, time: string) => statusAt(walkout, new Date(time));

describe("half-open at both ends, to the second", () => {
  test.each([
    ["2025-07-25T05:59:59Z", "upcoming"],
    ["2025-07-25T06:00:00Z", "under-way"],
    ["2025-07-30T05:59:59Z", "under-way"],
    ["2025-07-30T06:00:00Z", "ended"],
    ["2026-11-23T12:00:00Z", "ended"],
  ])("%s is %s", (time, status) => {
    expect(at(july, time)).toBe(status);
  });
});

test("without an end it does not end", () => {
  expect(at({ ...july, end: null }, "2030-01-01T00:00:00Z")).toBe("under-way");
});

test.each(["2025-07-01T00:00:00Z", "2025-07-26T00:00:00Z", "2025-08-26T00:00:00Z"])(
  "called off, also at %s",
  (time) => {
    expect(at({ ...july, status: "called-off" }, time)).toBe("called-off");
  },
);

describe("local times become instants with the offset of their own day", () => {
  test.each([
    ["summer", "2025-07-25T07:00", "2025-07-25T07:00:00+01:00"],
    ["winter", "2025-12-17T07:00", "2025-12-17T07:00:00+00:00"],
    ["the night before the clocks go back", "2025-10-25T23:30", "2025-10-25T23:30:00+01:00"],
    ["the morning after", "2025-10-26T07:00", "2025-10-26T07:00:00+00:00"],
    ["the morning after they go forward", "2025-03-30T07:00", "2025-03-30T07:00:00+01:00"],
  ])("%s", (_, local, instant) => {
    expect(zonedTime(local, LONDON)).toBe(instant);
  });

  test("another zone", () => {
    expect(zonedTime("2025-07-25T07:00", "America/New_York")).toBe("2025-07-25T07:00:00-04:00");
  });
});

test("a walkout across a change of clocks has its own hours at either end", () => {
  const autumn = {
    ...july,
    start: zonedTime("2025-10-24T07:00", LONDON),
    end: zonedTime("2025-10-27T07:00", LONDON),
  };
  expect(at(autumn, "2025-10-24T06:00:00Z")).toBe("under-way");
  expect(at(autumn, "2025-10-27T06:59:59Z")).toBe("under-way");
  expect(at(autumn, "2025-10-27T07:00:00Z")).toBe("ended");
});

describe("places a day by the walkout, to the second", () => {
  test.each([
    ["2025-07-24T00:00:00+01:00", "2025-07-25T00:00:00+01:00", "before"],
    ["2025-07-25T00:00:00+01:00", "2025-07-26T00:00:00+01:00", "within"],
    ["2025-07-28T00:00:00+01:00", "2025-08-04T00:00:00+01:00", "within"],
    ["2025-07-30T00:00:00+01:00", "2025-07-31T00:00:00+01:00", "ends"],
    ["2025-07-30T06:59:59+01:00", "2025-07-30T06:59:59+01:00", "within"],
    ["2025-07-30T07:00:00+01:00", "2025-07-30T07:00:00+01:00", "after"],
    ["2025-07-31T00:00:00+01:00", "2025-08-01T00:00:00+01:00", "after"],
  ])("from %s to %s: %s", (from, to, place) => {
    expect(placeOf(july, new Date(from), new Date(to))).toBe(place);
  });

  test("a walkout without an end has no last day", () => {
    const [from, to] = [new Date("2025-07-30T00:00:00+01:00"), new Date("2025-07-31T00:00:00+01:00")];
    expect(placeOf({ ...july, end: null }, from, to)).toBe("within");
  });
});

describe("the day of several", () => {
  const day = (date: string) => {
    const from = new Date(`${date}T00:00:00+01:00`);
    return { from, to: new Date(from.getTime() + 24 * 3_600_000) };
  };

  test("is the first where all lie alike", () => {
    const [monday, tuesday] = [day("2025-07-28"), day("2025-07-29")];
    expect(dayOfAll(july, [monday, tuesday])).toBe(monday);
  });

  test("is none where one is in the walkout and one is not, nor where there is none", () => {
    expect(dayOfAll(july, [day("2025-07-28"), day("2025-07-31")])).toBeUndefined();
    expect(dayOfAll(july, [])).toBeUndefined();
  });
});

describe("says times as NHS pages do", () => {
  test.each([
    ["2025-07-25T07:00:00+01:00", "7am on Friday 25 July 2025"],
    ["2024-02-28T23:59:00+00:00", "11:59pm on Wednesday 28 February 2024"],
    ["2025-12-17T00:00:00+00:00", "midnight on Wednesday 17 December 2025"],
    ["2025-12-17T12:00:00+00:00", "midday on Wednesday 17 December 2025"],
    ["2025-12-17T00:30:00+00:00", "12:30am on Wednesday 17 December 2025"],
  ])("%s: %s", (instant, said) => {
    expect(sayTime(instant, LONDON)).toBe(said);
  });
});

test.each([
  ["2025-07-25T22:59:00Z", false],
  ["2025-07-25T23:00:00Z", true],
  ["2025-07-27T22:59:00Z", true],
  ["2025-07-27T23:00:00Z", false],
])("the weekend is London's: %s %s", (time, weekend) => {
  expect(isWeekend(july, new Date(time))).toBe(weekend);
});
