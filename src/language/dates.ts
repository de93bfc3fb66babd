/** The day that a question speaks of: "on Monday", "tomorrow", "5 August", "the 29th at 9.40". */
import { createRequire } from "node:module";

/** From the first instant to the one just after the last; the same twice for a moment. */
export type Span = { readonly from: Date; readonly to: Date };

type Component = "weekday" | "day" | "month" | "year" | "hour" | "meridiem";
type Moment = { date(): Date; get(part: string): number | null; isCertain(part: Component): boolean };
type Found = { readonly text: string; readonly start: Moment; readonly end?: Moment | null };
type Chrono = { readonly GB: { parse(text: string, reference: object, option: object): Found[] } };

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
const MONTH_NAME = `${MONTH}(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?`;
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|weds|thur?s?|fri|sat(?:ur)?|sun)(?:day)?";
const NUMBER = "(?:\\d+|an?|one|two|three|four|five|six|eight|ten|twelve)";
/** Worth a closer look, which costs as much as the rest of an answer: "junior" names no June, and "may I" no May. */
const DAY_WORD = new RegExp(
  [
    `\\b${WEEKDAY}s?\\b`,
    "\\b(?:tomorrow|tmrw?|tomoro\\w*|yesterday|weeks?|weekends?|fortnight|months?)\\b",
    `\\bin ${NUMBER} days\\b`,
    `\\b(?!may\\b|mar\\b)${MONTH_NAME}\\b`,
    "\\b(?:in|by|until|till) (?:may|mar)\\b|\\bmay\\s+\\d|\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:may|mar)\\b",
    "\\b\\d{1,2}(?:st|nd|rd|th)\\b|\\b\\d{1,2}\\/\\d{1,2}\\b|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b",
  ].join("|"),
  "i",
);
/** "the 29th" of no month. */
const BARE_DAY = new RegExp(`\\b(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s*(?:of\\s+)?${MONTH})`, "gi");
const NAMED_BEFORE = new RegExp(`${MONTH}[a-z]*\\s*$`, "i");
/** Ways to say a day, in words that chrono knows. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:the )?day after tomorrow\b/gi, "in 2 days"],
  [/\bweds\b/gi, "wednesday"],
  [/\btues\b/gi, "tuesday"],
  // At all hours, unless said as a day: "it was on 24/7".
  [/(?<!\b(?:on|for|the) )\b24[/-]7\b(?![/-]\d)/g, " "],
  // How long something has been, and not when it will be.
  [new RegExp(`\\bsince (?:last )?(?:${WEEKDAY}|${MONTH_NAME}|yesterday)(?: \\d{4})?\\b`, "gi"), " "],
  [new RegExp(`\\b${NUMBER} (?:days?|weeks?|wks?|months?|years?|yrs?) ago\\b`, "gi"), " "],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)\b/g, "$1/$2/$3"],
  [new RegExp(`\\b(?:a )?fortnight on (${WEEKDAY})\\b`, "gi"), "$1 fortnight"],
  [new RegExp(`(?<!\\b(?:${WEEKDAY}|tomorrow) )\\b(?:a |one )?fortnight\\b`, "gi"), "2 weeks"],
  [/\b(?:an? |one )?week tomorrow\b/gi, "tomorrow week"],
  [/\b(?:the )?(?:start|beginning|middle|end) of next week\b/gi, "next week"],
  // "Friday 25", but not "Friday 9am" or "Friday 9".
  [
    new RegExp(
      `\\b${WEEKDAY},? (?:the )?(1[3-9]|2\\d|3[01])\\b(?![:.\\/]\\d|\\s?[ap]m|\\s*(?:of )?${MONTH})`,
      "gi",
    ),
    "$1th",
  ],
  [new RegExp(`\\b(${MONTH_NAME})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.\\/]\\d|\\s?[ap]m)`, "gi"), "$2 $1"],
  // How long something lasts, or what it is called: "the 20 week scan", "2 weeks wait", "for 3 months".
  [
    new RegExp(
      `(?<!\\bin |\\bin about )\\b${NUMBER}[- ](?:day|week|wk|month)s?\\b(?! (?:from|after|ago|time|later|today|on)\\b)`,
      "gi",
    ),
    " ",
  ],
  [/\bbank holiday(?:s| \w+day)?\b/gi, " "],
];
/** Said of a weekday, these mean so many weeks after or before the nearest to come. */
const A_WEEK_LATER = new RegExp(
  `\\b(?:an? |one )?week (?:on|from) (${WEEKDAY})\\b|\\b(${WEEKDAY}|tomorrow) week\\b`,
  "i",
);
const TWO_WEEKS_LATER = new RegExp(`\\b(${WEEKDAY}|tomorrow) fortnight\\b`, "i");
const PAST_WEEKDAY = new RegExp(`\\b(?:last|past|previous) (${WEEKDAY})\\b`, "i");
/** "Did it begin on Friday", "was Friday a strike day": of a weekday to come these mean the one before it. */
const BEGUN_ON = new RegExp(
  `\\b(?:did(?:n'?t)? [^.?!,]{0,30}?\\b(?:start|begin)|started|began|begun|walked out)(?: back)?(?: on)? ${WEEKDAY}\\b` +
    `|\\bw(?:as|ere) (?:they (?:out|on strike) (?:on )?)?${WEEKDAY} (?:a|part of|in) (?:the )?strike\\b`,
  "i",
);
/** When a letter came or somebody was seen is not when the appointment is, if another day is named for that. */
const BACKGROUND = new RegExp(
  "\\b(?:letter|text|email|message|call|voicemail|rang|phoned|called|texted|emailed|wrote|saw|seen|spoke|visited|had|done|went)" +
    `(?: (?!(?:about|for|is|that|say|says|saying)\\b)[\\w'-]+){0,4}? (?:on )?${WEEKDAY}\\b`,
  "gi",
);
const NAMED_WEEK = /\b(?:this|next|last|coming|following)\s+week\b/i;
/** Of an appointment that was moved, the day that is named last is its new one. */
const MOVED = /\b(?:moved|changed|rebooked|rearranged|rescheduled|new (?:one|date|day|appointment|appt))\b/i;
/** Nobody is seen at two in the morning: a bare hour up to here is one of the afternoon. */
const LAST_BARE_AFTERNOON_HOUR = 6;
const DAY_MS = 86_400_000;
const HALF_A_DAY_MS = DAY_MS / 2;
const LONGEST_PAST_MS = 7 * DAY_MS;
const HALF_A_YEAR_MS = 183 * DAY_MS;

let loaded: Chrono | undefined;
const chrono = () => {
  loaded ??= createRequire(import.meta.url)("chrono-node/en") as Chrono;
  return loaded;
};

/**
 * The days to come that `text` names (of an appointment that was moved, the last of them), or else those past, as of `now` in
 * a zone that is `offsetMinutes` ahead of UTC then; a week, a weekend or a month where it names that. A day of no month is
 * taken to be of `month` ("July"), and of no year, of the nearest year. None for "in 2008", "may I", "now", "the 20 week
 * scan", and for what lies behind a question: "the letter came on Friday", "I fell in March", "3 weeks ago".
 */
export function daysIn(text: string, now: Date, offsetMinutes: number, month: string): Span[] {
  if (!DAY_WORD.test(text)) return [];
  /** Days that were said without a month, and are taken to be of the walkout's. */
  const ofNoMonth: RegExp[] = [];
  const { spelled, weeks } = inWeeks(
    withoutBackground(
      REWORDED.reduce((reworded, [said, known]) => reworded.replace(said, known), text),
    ).replace(BARE_DAY, (whole, day: string, at: number, all: string) => {
      if (NAMED_BEFORE.test(all.slice(0, at))) return whole;
      ofNoMonth.push(new RegExp(`\\b${day} ${month}\\b`, "i"));
      return `${day} ${month}`;
    }),
  );
  const reference = { instant: now, timezone: offsetMinutes };
  const days = chrono()
    .GB.parse(spelled, reference, { forwardDate: true })
    .filter(
      ({ start, text: said }) =>
        start.isCertain("weekday") ||
        start.isCertain("month") ||
        (start.isCertain("day") && !/^(?:now|today|tonight)\b/i.test(said)),
    );
  const begun = BEGUN_ON.test(spelled);
  const instantOf = ({ start }: Found) => new Date(inNearestYear(start, now).getTime() + weeks * 7 * DAY_MS);
  const today = startOfDay(now, offsetMinutes);
  const placed = (day: Found) => {
    const named = instantOf(day);
    if (begun && day.start.isCertain("weekday") && named.getTime() >= today.getTime() + DAY_MS)
      return new Date(named.getTime() - 7 * DAY_MS);
    const longPast = named.getTime() < today.getTime() - 7 * DAY_MS;
    return longPast && ofNoMonth.some((said) => said.test(day.text)) ? aMonthLater(named) : named;
  };
  const spans = (found: readonly Found[]) => found.map((day) => spanOf(day, placed(day), offsetMinutes));
  // "The letter of the 15th says Monday": what is to come is what is asked about.
  const toCome = (day: Found) => placed(day) >= today;
  if (MOVED.test(text)) {
    const last = days.flatMap(bothEnds).findLast(toCome);
    if (last) return spans([last]);
  }
  const coming = days.filter(toCome);
  if (coming.length > 0) return spans(coming);
  // A month that is over is no day to look for: "a heart attack in March".
  return spans(days).filter(({ from, to }) => to > today || to.getTime() - from.getTime() <= LONGEST_PAST_MS);
}

/** The moment that is named, or the day, week, weekend or month that it lies `at`. */
function spanOf(found: Found, at: Date, offsetMinutes: number): Span {
  const { start } = found;
  if (start.isCertain("hour")) {
    const time = inTheAfternoon(found) ? new Date(at.getTime() + HALF_A_DAY_MS) : at;
    return { from: time, to: time };
  }
  if (!start.isCertain("day") && !start.isCertain("weekday")) return monthOf(at, offsetMinutes);
  const midnight = startOfDay(at, offsetMinutes);
  if (NAMED_WEEK.test(found.text)) {
    const monday = new Date(midnight.getTime() - ((localDay(at, offsetMinutes) + 6) % 7) * DAY_MS);
    return { from: monday, to: new Date(monday.getTime() + 7 * DAY_MS) };
  }
  const length = /\bweekend\b/i.test(found.text) ? 2 : 1;
  return { from: midnight, to: new Date(midnight.getTime() + length * DAY_MS) };
}

/** Without the days that lie behind a question, if it names others. */
function withoutBackground(text: string): string {
  const rest = text.replace(BACKGROUND, " ");
  return DAY_WORD.test(rest) ? rest : text;
}

/** Without what moves a weekday by weeks, and by how many it is moved. */
function inWeeks(text: string): { spelled: string; weeks: number } {
  const fortnight = text.replace(TWO_WEEKS_LATER, "$1");
  if (fortnight !== text) return { spelled: fortnight, weeks: 2 };
  const later = text.replace(A_WEEK_LATER, (_, on?: string, named?: string) => on ?? named!);
  if (later !== text) return { spelled: later, weeks: 1 };
  const past = text.replace(PAST_WEEKDAY, "$1");
  return { spelled: past, weeks: past === text ? 0 : -1 };
}

/** "From the 28th to the 4th" is found as one. */
const bothEnds = (day: Found): Found[] => (day.end ? [day, { text: day.text, start: day.end }] : [day]);

/** "At 2", of which nobody says whether it is day or night. */
function inTheAfternoon({ start, text }: Found): boolean {
  const hour = start.get("hour") ?? 0;
  const ofTheClock = /\b0\d[:.]?\d\d\b/.test(text);
  return !start.isCertain("meridiem") && !ofTheClock && hour >= 1 && hour <= LAST_BARE_AFTERNOON_HOUR;
}

/** "The 1st", said on the 26th, is that of the next month. */
function aMonthLater(instant: Date): Date {
  const later = new Date(instant);
  later.setUTCMonth(later.getUTCMonth() + 1);
  return later;
}

/** chrono takes a day of no year to be the next one to come, so that the day just past would be almost a year off. */
function inNearestYear(start: Moment, now: Date): Date {
  const at = start.date();
  if (!start.isCertain("month") || start.isCertain("year") || at.getTime() - now.getTime() < HALF_A_YEAR_MS)
    return at;
  const before = new Date(at);
  before.setUTCFullYear(at.getUTCFullYear() - 1);
  return before;
}

function monthOf(instant: Date, offsetMinutes: number): Span {
  const local = new Date(instant.getTime() + offsetMinutes * 60_000);
  const first = (months: number) =>
    new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months) - offsetMinutes * 60_000);
  return { from: first(0), to: first(1) };
}

function startOfDay(instant: Date, offsetMinutes: number): Date {
  const local = instant.getTime() + offsetMinutes * 60_000;
  return new Date(Math.floor(local / DAY_MS) * DAY_MS - offsetMinutes * 60_000);
}

const localDay = (instant: Date, offsetMinutes: number) =>
  new Date(instant.getTime() + offsetMinutes * 60_000).getUTCDay();
