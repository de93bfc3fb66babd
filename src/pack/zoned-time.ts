/** Local times of a time zone as instants and as words, daylight saving included, by way of Intl. */

/** The instant of a local time ("2025-07-25T07:00") in `timeZone`, as ISO 8601 with the offset of that day. */
export function zonedTime(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  // The offset depends on the instant that is being looked for: a second look settles a change of clocks in between.
  let offset = offsetMinutes(new Date(asUtc), timeZone);
  offset = offsetMinutes(new Date(asUtc - offset * 60_000), timeZone);
  const sign = offset < 0 ? "-" : "+";
  const part = (minutes: number) => String(minutes).padStart(2, "0");
  const size = Math.abs(offset);
  return `${local}:00${sign}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}

/** How far `timeZone` is ahead of UTC at `instant`. */
export function offsetMinutes(instant: Date, timeZone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  if (last.quarter !== quarter || last.timeZone !== timeZone)
    last = { quarter, timeZone, minutes: readOffset(instant, timeZone) };
  return last.minutes;
}

/** The day of the week in `timeZone`, 0 for Sunday. */
export function weekdayIn(instant: Date, timeZone: string): number {
  return new Date(instant.getTime() + offsetMinutes(instant, timeZone) * 60_000).getUTCDay();
}

/** Clocks change at a full quarter of an hour, if at all, and questions come many to a quarter. */
const QUARTER_MS = 15 * 60_000;
let last = { quarter: Number.NaN, timeZone: "", minutes: 0 };

function readOffset(instant: Date, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return Math.round((local - instant.getTime()) / 60_000);
}

/** Making one takes longer than the rest of an answer, and a pack has one time zone. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(timeZone, clock);
  return clock;
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
