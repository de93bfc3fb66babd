/** Where an instant stands in the walkout, and how the walkout's times are said. */
import type { Walkout, WalkoutStatus } from "../pack/types.ts";

/** The status at `now`. The walkout covers its start, and what follows up to but not including its end. */
export function statusAt({ start, end, status }: Walkout, now: Date): WalkoutStatus {
  if (status === "called-off") return "called-off";
  if (now.getTime() < Date.parse(start)) return "upcoming";
  return end !== null && now.getTime() >= Date.parse(end) ? "ended" : "under-way";
}

/** Whether `now` is a Saturday or Sunday in the walkout's time zone. */
export function isWeekend({ timeZone }: Walkout, now: Date): boolean {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short" }).format(now);
  return day === "Sat" || day === "Sun";
}

/** A time as the style of NHS pages has it: "7am on Friday 25 July 2025". */
export function sayTime(instant: string, timeZone: string): string {
  const date = new Date(instant);
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    hour: "numeric",
    minute: "2-digit",
  }).formatToParts(date);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return `${sayHour(of("hour"), of("minute"))} on ${sayDate(date, timeZone)}`;
}

function sayHour(hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return "midnight";
  if (minute === 0 && hour === 12) return "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

function sayDate(date: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return format.format(date).replace(",", "");
}
