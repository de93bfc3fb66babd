/** The shapes of a pack's YAML files. Messages read "problem; remedy". */
import { z } from "zod";

const text = z.string().trim().min(1, "is empty; write a text or remove the key");
const paragraphs = z.array(text).min(1, "is empty; write at least one paragraph");
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not an id; use lower-case letters, digits and hyphens");
const ids = z.array(id).default([]);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "is not a date; write it as 2025-07-25");
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "is not a local time; write it as 2025-07-25T07:00");

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "is not a time zone; write an IANA name such as Europe/London");

export const walkoutFile = z.strictObject({
  id,
  title: text,
  staff: text,
  union: text,
  nations: z.array(text).min(1, "is empty; name at least one nation"),
  timeZone,
  start: localTime,
  end: localTime.nullable(),
  status: z.enum(
    ["announced", "confirmed", "called-off"],
    "is not a status; use announced, confirmed or called-off",
  ),
  checkedOn: date,
});

export const wordingFile = z.strictObject({
  notices: z.strictObject({
    upcoming: text,
    ended: text,
    "called-off": text,
    "date-before": text,
    "date-within": text,
    "date-ends": text,
    "date-after": text,
  }),
  clarify: text,
  confirm: text,
  unknown: paragraphs,
  help: text,
  failure: text,
});

/** Places by the id of what answers; they may stand in lists of lists, so that lines stay short. */
export const elsewhereFile = z.record(z.string(), z.array(z.union([text, z.array(text)])));

const source = z.strictObject({
  publisher: text,
  title: text,
  url: z.url("is not a web address; write it in full with https://"),
  published: date.nullable().default(null),
  fingerprints: z.record(z.string(), z.coerce.string()).default({}),
});

const claim = z.strictObject({
  source: id,
  paragraph: z.int().positive("is not a paragraph; count from 1").nullable().default(null),
  says: text,
  attribution: text.nullable().default(null),
  figures: z.array(z.coerce.string()).default([]),
  names: z.array(text).default([]),
  contested: z.boolean().default(false),
});

export const sourcesFile = z.strictObject({
  sources: z.record(id, source),
  signposts: z.array(z.coerce.string()).default([]),
  aliases: z.record(z.string(), z.array(text)).default({}),
  claims: z.record(id, claim),
});

export const lexiconFile = z.record(
  z.string(),
  z.array(z.coerce.string()).min(1, "is empty; list at least one way of saying it"),
);

const byStatus = z.strictObject({
  upcoming: paragraphs,
  "under-way": paragraphs,
  ended: paragraphs,
  "called-off": paragraphs,
});

export const intentFile = z.strictObject({
  title: text,
  answer: z.union([paragraphs, byStatus], {
    error: ({ input }) =>
      input === undefined
        ? "is missing; add it as a list of paragraphs"
        : "is no list of paragraphs; write one, or one each for upcoming, under-way, ended and called-off",
  }),
  weekend: paragraphs.nullable().default(null),
  claims: ids,
  related: ids,
  check: z.array(text).min(1, "is empty; write at least one question that must find this intent"),
});

export const clarificationFile = z.strictObject({
  ask: text,
  options: z
    .array(id)
    .min(2, "has fewer than two ids; a choice needs at least two")
    .max(4, "has more than four ids; offer at most four"),
});

const patterns = z.array(z.coerce.string().trim().min(1, "is empty; write a pattern or remove the line"));
const phrases = z.array(text).min(2, "has fewer than two phrases; write what people would say");

export const signFile = z.strictObject({
  title: text,
  raises: id,
  people: z.enum(["adult", "child", "any"], "is nobody; use adult, child or any"),
  means: text,
  sure: patterns.default([]),
  likely: patterns.default([]),
  alone: patterns.default([]),
  "instead-of": ids,
  hits: phrases,
  misses: phrases,
});

export const urgentWordsFile = z.strictObject({
  lists: z
    .record(z.string().regex(/^[A-Z][A-Z0-9-]*$/, "is no name of a list; use capitals"), patterns)
    .default({}),
  ordinary: z.array(z.coerce.string()).default([]),
});

const reach = z.int().min(0, "is below 0; count words").max(30, "is beyond 30; count words");

export const urgentContextFile = z.strictObject({
  denial: z
    .strictObject({
      cues: patterns,
      except: patterns.default([]),
      ends: patterns.default([]),
      "goes-on": patterns.default([]),
      turns: patterns.default([]),
      reach,
    })
    .default({ cues: [], except: [], ends: [], "goes-on": [], turns: [], reach: 0 }),
  asides: z
    .array(
      z.strictObject({
        name: text,
        means: text,
        patterns,
        unless: patterns.default([]),
        reach: reach.default(0),
        settles: z.boolean().default(false),
      }),
    )
    .default([]),
});
