/** Where an instant stands in the walkout. */
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

/** Where a span of time lies: it is within the walkout where any of it is. */
export function placeOf({ start, end }: Walkout, from: Date, to: Date): "before" | "within" | "after" {
  if (end !== null && from.getTime() >= Date.parse(end)) return "after";
  const begins = Date.parse(start);
  return to.getTime() < begins || (from < to && to.getTime() === begins) ? "before" : "within";
}
