/**
 * Whether an answer states more than its claims do. What can be held against them by machine: numbers, times, dates, sums,
 * and the names of people, organisations and places; and that a contested claim keeps the name of whoever makes it.
 */
import type { Claim, Pack } from "./types.ts";

export type Unproven = { readonly problem: string; readonly remedy: string };

/** "£18.62", "28.9 per cent", "50,000", "7am", "116 123", "five". */
const FIGURE =
  /£?\d[\d,.]*\d?(?::\d\d)?(?:am|pm)?(?: per cent)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|midnight|midday)\b/gi;
const DAY =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
/** Words with a capital that do not start a sentence, taken together where they follow each other. */
const NAME =
  /(?<![.?!:] |^)\b[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|of(?= [A-Z])|and(?= [A-Z][a-z]+ Service)))*/g;
const SENTENCE_START = /(?:^|[.?!] )(?:The |A |An )?(?!The |A |An )((?:[A-Z][\w&'’-]*)(?: [A-Z][\w&'’-]*)+)/g;

/** What `paragraphs` state that none of `claims` and none of the pack's signposts holds. */
export function unprovenIn(paragraphs: readonly string[], claims: readonly Claim[], pack: Pack): Unproven[] {
  const given = claims.flatMap((claim) => heldBy(claim, pack)).join(" ; ");
  const aliases = Object.entries(pack.aliases).flatMap(([name, others]) =>
    given.includes(name) ? others : [],
  );
  const held = ` ${[given, ...aliases, ...pack.signposts].join(" ; ")} `;
  const text = paragraphs.join("\n");
  const found: Unproven[] = [];
  for (const paragraph of paragraphs) {
    for (const said of new Set([
      ...matches(paragraph, FIGURE),
      ...matches(paragraph, DAY),
      ...namesIn(paragraph),
    ])) {
      if (holds(held, said)) continue;
      const problem = `"${said}" is held by none of its claims (${claims.map(({ id }) => id).join(", ") || "none"})`;
      found.push({
        problem,
        remedy: "cite the claim that holds it, mend the figure or name, or take it out",
      });
    }
  }
  for (const { id, contested, attribution } of claims) {
    if (!contested || attribution === null || namedIn(text, attribution)) continue;
    const problem = `the contested claim "${id}" is given without ${attribution}`;
    found.push({ problem, remedy: "say whose claim it is" });
  }
  return found;
}

function heldBy({ says, figures, names, attribution, source }: Claim, pack: Pack): string[] {
  const { publisher, title } = pack.sources[source]!;
  return [says, ...figures, ...names, attribution ?? "", publisher, title];
}

/** A number must stand on its own: "29" is not held by "28.29". */
function holds(held: string, said: string): boolean {
  for (let at = held.indexOf(said); at >= 0; at = held.indexOf(said, at + 1)) {
    if (!/[\w£.,]/.test(held[at - 1]!) && !/^(?:\w|[.,:]\d)/.test(held.slice(at + said.length))) return true;
  }
  return false;
}

/** By surname or by abbreviation: "Streeting" for Wes Streeting, "BMA" for British Medical Association (BMA). */
function namedIn(text: string, attribution: string): boolean {
  const abbreviation = /\(([^)]+)\)/.exec(attribution)?.[1];
  return [attribution, abbreviation ?? attribution.split(" ").at(-1)!].some((name) => text.includes(name));
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([said]) => said.replace(/[.,]$/, ""));

function namesIn(paragraph: string): string[] {
  const started = [...paragraph.matchAll(SENTENCE_START)].map(([, name]) => name!);
  return [...matches(paragraph, NAME), ...started].map((name) => name.replace(/[’']s?$/, ""));
}
