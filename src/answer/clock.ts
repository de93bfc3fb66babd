/** Where an instant stands in the walkout. */
import type { Span } from "../language/dates.ts";
import type { Walkout, WalkoutStatus } from "../pack/types.ts";
import { weekdayIn } from "../pack/zoned-time.ts";

/** The status at `now`. The walkout covers its start, and what follows up to but not including its end. */
export function statusAt({ start, end, status }: Walkout, now: Date): WalkoutStatus {
  if (status === "called-off") return "called-off";
  if (now.getTime() < Date.parse(start)) return "upcoming";
  return end !== null && now.getTime() >= Date.parse(end) ? "ended" : "under-way";
}

/** Whether `now` is a Saturday or Sunday in the walkout's time zone. */
export function isWeekend({ timeZone }: Walkout, now: Date): boolean {
  return [0, 6].includes(weekdayIn(now, timeZone));
}

/** A day with an hour more, as when the clocks go back. */
const LONGEST_DAY_MS = 25 * 3_600_000;

/**
 * Where a span of time lies: it is within the walkout where any of it is, but that of the day on which the walkout ends most
 * may be after it.
 */
export function placeOf(
  { start, end }: Walkout,
  from: Date,
  to: Date,
): "before" | "within" | "ends" | "after" {
  const ends = end === null ? Number.POSITIVE_INFINITY : Date.parse(end);
  if (from.getTime() >= ends) return "after";
  if (ends < to.getTime() && to.getTime() - from.getTime() <= LONGEST_DAY_MS) return "ends";
  const begins = Date.parse(start);
  return to.getTime() < begins || (from < to && to.getTime() === begins) ? "before" : "within";
}

/** The first of the days that a question names, if all of them lie alike: else no line on the day is true of every one. */
export function dayOfAll(walkout: Walkout, days: readonly Span[]): Span | undefined {
  const places = new Set(days.map(({ from, to }) => placeOf(walkout, from, to)));
  return places.size === 1 ? days[0] : undefined;
}
