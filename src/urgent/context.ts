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

const NOTHING: Surroundings = { aside: false, turns: false, denies: () => false, sidelines: () => false };

/** @throws PatternError */
export function createContextReader(context: UrgentContext, lists: WordLists, finder: Finder): ContextReader {
  const add = (patterns: readonly string[]) => patterns.map((text) => finder.add(parsePattern(text, lists)));
  const cues = add(context.denial.cues);
  const noCues = add(context.denial.except);
  const ends = add(context.denial.ends);
  const goesOn = add(context.denial["goes-on"]);
  const turns = add(context.denial.turns);
  const asides = context.asides.map(({ patterns, unless, ...rest }) => ({
    ...rest,
    patterns: add(patterns),
    unless: add(unless),
  }));

  return (message, found) => {
    const there = new Set(found.candidates);
    const negatedBy = markDenials(message, {
      cues: placesOf(cues),
      except: placesOf(noCues),
      ends: placesOf(ends),
      goesOn: placesOf(goesOn),
      reach: context.denial.reach,
    });
    const aside = markAsides();
    if (!negatedBy && !aside) return NOTHING;
    const inside = (spans: readonly Span[], test: (word: number) => boolean) =>
      spans.some(({ from, to }) => {
        for (let word = from; word < to; word++) if (test(word)) return true;
        return false;
      });
    return {
      aside: aside !== undefined,
      turns: turns.some((pattern) => there.has(pattern)),
      denies: (spans) =>
        (negatedBy !== undefined &&
          inside(spans, (word) => {
            const cue = negatedBy[word]!;
            return cue > 0 && !spans.some(({ from, to }) => cue - 1 >= from && cue - 1 < to);
          })) ||
        (aside !== undefined && inside(spans, (word) => aside[word] === SETTLED)),
      sidelines: (spans) => aside !== undefined && inside(spans, (word) => aside[word] !== 0),
    };

    function placesOf(patterns: readonly number[]): Span[] {
      const places: Span[] = [];
      for (const pattern of patterns) {
        if (!there.has(pattern)) continue;
        found.has(pattern, (spans) => {
          places.push({
            from: Math.min(...spans.map(({ from }) => from)),
            to: Math.max(...spans.map(({ to }) => to)),
          });
          return false;
        });
      }
      return places;
    }

    function markAsides(): Uint8Array | undefined {
      let marks: Uint8Array | undefined;
      const placed = asides.map(({ patterns }) => placesOf(patterns));
      const all = placed.flat();
      if (all.length === 0) return undefined;
      const own = new Uint8Array(message.words.length);
      for (const { from, to } of all) own.fill(1, from, to);
      const sentences = sentenceNumbers(message);
      for (const [i, { unless, reach, settles }] of asides.entries()) {
        const places = placed[i]!;
        if (places.length === 0) continue;
        // "Fine now" is no "now".
        const against = placesOf(unless).filter(({ from }) => own[from] === 0);
        for (const place of places) {
          const sentence = sentences[place.from]!;
          if (against.some(({ from }) => sentences[from] === sentence)) continue;
          marks ??= new Uint8Array(message.words.length);
          let { from, to } = place;
          while (from > place.from - reach && from > 0 && message.breaks[from] !== 2) from--;
          while (to < place.to + reach && to < marks.length && message.breaks[to] !== 2) to++;
          for (let word = from; word < to; word++) marks[word] = settles ? SETTLED : marks[word] || ASIDE;
        }
      }
      return marks;
    }
  };
}

const ASIDE = 1;
const SETTLED = 2;

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
