/** What is said around a sign: that it is not so, was long ago, belongs to a clinic's name, a saying or the news. */
import type { UrgentContext } from "../pack/types.ts";
import type { Finder, Found, Span } from "./finder.ts";
import { parsePattern, type WordLists } from "./pattern.ts";
import type { Words } from "./words.ts";

export type Surroundings = {
  /** Whether the message holds an aside. */
  readonly aside: boolean;
  /** Whether the message goes on to something else, as with "but". */
  readonly turns: boolean;
  /** Whether what stands in `spans` is said not to be so, by a word outside of them. */
  denies(spans: readonly Span[]): boolean;
  /** Whether something in `spans` belongs to an aside: a clinic's name, a saying, the past. */
  sidelines(spans: readonly Span[]): boolean;
};

export type ContextReader = (message: Words, found: Found) => Surroundings;

/** How a word of an aside is marked. */
const ASIDE = 1;
const SETTLED = 2;

const NOTHING: Surroundings = { aside: false, turns: false, denies: () => false, sidelines: () => false };

/** @throws PatternError */
export function createContextReader(context: UrgentContext, lists: WordLists, finder: Finder): ContextReader {
  /** By a pattern's number, the role that it plays. */
  const roleOf = new Map<number, number>();
  let roles = 0;
  const addRole = (patterns: readonly string[]): number => {
    for (const text of patterns) roleOf.set(finder.add(parsePattern(text, lists)), roles);
    return roles++;
  };
  const { denial } = context;
  const cues = addRole(denial.cues);
  const except = addRole(denial.except);
  const ends = addRole(denial.ends);
  const goesOn = addRole(denial["goes-on"]);
  const turns = addRole(denial.turns);
  const asides = context.asides.map(({ patterns, unless, reach, settles }) => ({
    patterns: addRole(patterns),
    unless: addRole(unless),
    reach,
    mark: settles ? SETTLED : ASIDE,
  }));

  return (message, found) => {
    const places: Span[][] = [];
    for (const pattern of found.candidates) {
      const role = roleOf.get(pattern);
      if (role === undefined) continue;
      places[role] ??= [];
      const into = places[role];
      found.has(pattern, (spans) => {
        into.push(around(spans));
        return false;
      });
    }
    const placesOf = (role: number): readonly Span[] => places[role] ?? NOWHERE;
    const negatedBy = markDenials(message, {
      cues: placesOf(cues),
      except: placesOf(except),
      ends: placesOf(ends),
      goesOn: placesOf(goesOn),
      reach: denial.reach,
    });
    const aside = asides.some(({ patterns }) => places[patterns]) ? markAsides() : undefined;
    if (!negatedBy && !aside) return NOTHING;
    return {
      aside: aside?.some((mark) => mark !== 0) ?? false,
      turns: placesOf(turns).length > 0,
      denies: (spans) =>
        (negatedBy !== undefined &&
          inside(spans, (word) => {
            const cue = negatedBy[word]! - 1;
            return cue >= 0 && !spans.some(({ from, to }) => cue >= from && cue < to);
          })) ||
        (aside !== undefined && inside(spans, (word) => aside[word] === SETTLED)),
      sidelines: (spans) => aside !== undefined && inside(spans, (word) => aside[word] !== 0),
    };

    function markAsides(): Uint8Array {
      const marks = new Uint8Array(message.words.length);
      const own = new Uint8Array(message.words.length);
      for (const { patterns } of asides) for (const { from, to } of placesOf(patterns)) own.fill(1, from, to);
      const sentences = sentenceNumbers(message);
      for (const { patterns, unless, reach, mark } of asides) {
        if (!places[patterns]) continue;
        // "Fine now" is no "now".
        const against = placesOf(unless).filter(({ from }) => own[from] === 0);
        const spared = new Set(against.map(({ from }) => sentences[from]));
        for (const place of placesOf(patterns)) {
          if (spared.has(sentences[place.from])) continue;
          let { from, to } = place;
          while (from > place.from - reach && from > 0 && message.breaks[from] !== 2) from--;
          while (to < place.to + reach && to < marks.length && message.breaks[to] !== 2) to++;
          for (let word = from; word < to; word++) marks[word] = Math.max(marks[word]!, mark);
        }
      }
      return marks;
    }
  };
}

const NOWHERE: readonly Span[] = [];

/** From the first word of the first span to the last of the last. */
const around = (spans: readonly Span[]): Span => ({
  from: Math.min(...spans.map(({ from }) => from)),
  to: Math.max(...spans.map(({ to }) => to)),
});

function inside(spans: readonly Span[], test: (word: number) => boolean): boolean {
  return spans.some(({ from, to }) => {
    for (let word = from; word < to; word++) if (test(word)) return true;
    return false;
  });
}

/** The number of the sentence that each word stands in. */
function sentenceNumbers({ breaks }: Words): Int32Array {
  const numbers = new Int32Array(breaks.length);
  for (let i = 1; i < breaks.length; i++) numbers[i] = numbers[i - 1]! + (breaks[i] === 2 ? 1 : 0);
  return numbers;
}

type Denial = {
  readonly cues: readonly Span[];
  readonly except: readonly Span[];
  readonly ends: readonly Span[];
  readonly goesOn: readonly Span[];
  readonly reach: number;
};

/** For each word, the place from 1 of the cue that denies it, or 0; undefined where nothing is denied. */
function markDenials(
  { words, breaks }: Words,
  { cues, except, ends, goesOn, reach }: Denial,
): Int32Array | undefined {
  if (cues.length === 0) return undefined;
  const marks = new Uint8Array(words.length);
  const CUE = 1;
  const END = 2;
  const ON = 4;
  for (const { from } of ends) marks[from]! |= END;
  for (const { from } of goesOn) marks[from]! |= ON;
  const spared = new Uint8Array(words.length);
  for (const { from, to } of except) spared.fill(1, from, to);
  const kept = cues.filter(({ from }) => !spared[from]).sort((a, b) => a.from - b.from);
  for (const { from } of kept) marks[from]! |= CUE;

  const deniedBy = new Int32Array(words.length);
  for (const { from, to } of kept) {
    let left = reach;
    for (let word = to; word < words.length && left > 0; word++, left--) {
      if (breaks[word] === 2 || marks[word]! & (CUE | END)) break;
      if (marks[word]! & ON) left = reach + 1;
      else if (breaks[word] === 1) break;
      deniedBy[word] = from + 1;
    }
  }
  return deniedBy;
}
