/** The day that a question speaks of: "on Monday", "tomorrow", "5 August", "the 29th at 9.40". */
import { createRequire } from "node:module";

/** From the first instant to the one just after the last; the same twice for a moment. */
export type Span = { readonly from: Date; readonly to: Date };

type Component = "weekday" | "day" | "month" | "hour";
type Found = {
  readonly text: string;
  readonly start: { date(): Date; get(part: string): number | null; isCertain(part: Component): boolean };
};
type Chrono = { readonly GB: { parse(text: string, reference: object, option: object): Found[] } };

/** Worth a closer look, which costs as much as the rest of an answer: "junior" names no June, and "may I" no May. */
const DAY_WORD =
  /\b(?:mon|tues?|wed(?:nes)?|weds|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\b(?:tomorrow|tmrw?|tomoro\w*|yesterday|weeks?|weekends?)\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\bmay\s+\d|\d(?:st|nd|rd|th)?\s+(?:of\s+)?may\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}\/\d{1,2}\b/i;
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
/** "the 29th" of no month. */
const BARE_DAY = new RegExp(`\\b(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s*(?:of\\s+)?${MONTH})`, "gi");
const NAMED_BEFORE = new RegExp(`${MONTH}[a-z]*\\s*$`, "i");
const DAY_MS = 86_400_000;

let loaded: Chrono | undefined;
const chrono = () => {
  loaded ??= createRequire(import.meta.url)("chrono-node/en") as Chrono;
  return loaded;
};

/**
 * The first day that `text` names, as of `now` in a zone that is `offsetMinutes` ahead of UTC then. A day of no month is
 * taken to be of `month` ("July"). Undefined where it names none: "in 2008", "may I", "now".
 */
export function dayIn(text: string, now: Date, offsetMinutes: number, month: string): Span | undefined {
  if (!DAY_WORD.test(text)) return undefined;
  const spelled = text.replace(BARE_DAY, (whole, day: string, at: number) =>
    NAMED_BEFORE.test(text.slice(0, at)) ? whole : `${day} ${month}`,
  );
  const reference = { instant: now, timezone: offsetMinutes };
  const found = chrono()
    .GB.parse(spelled, reference, { forwardDate: true })
    .find(
      ({ start, text: said }) =>
        start.isCertain("weekday") || (start.isCertain("day") && !/^(?:now|today|tonight)\b/i.test(said)),
    );
  if (!found) return undefined;
  const at = found.start.date();
  if (found.start.isCertain("hour")) return { from: at, to: at };
  const midnight = startOfDay(at, offsetMinutes);
  if (/\bweek\b/i.test(found.text)) {
    const monday = new Date(midnight.getTime() - ((localDay(at, offsetMinutes) + 6) % 7) * DAY_MS);
    return { from: monday, to: new Date(monday.getTime() + 7 * DAY_MS) };
  }
  const days = /\bweekend\b/i.test(found.text) ? 2 : 1;
  return { from: midnight, to: new Date(midnight.getTime() + days * DAY_MS) };
}

function startOfDay(instant: Date, offsetMinutes: number): Date {
  const local = instant.getTime() + offsetMinutes * 60_000;
  return new Date(Math.floor(local / DAY_MS) * DAY_MS - offsetMinutes * 60_000);
}

const localDay = (instant: Date, offsetMinutes: number) =>
  new Date(instant.getTime() + offsetMinutes * 60_000).getUTCDay();
