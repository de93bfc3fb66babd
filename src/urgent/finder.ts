/** Patterns compiled once, to be looked for in one pass over a message's words. */
import type { Pattern, Ways } from "./pattern.ts";
import { createPhrases, type Place } from "./phrases.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where a part of a pattern stands: from a word up to but not including another. */
export type Span = { readonly from: number; readonly to: number };

/** What a finder finds in one message; good until it looks at the next. */
export type Found = {
  /** The numbers of the patterns whose parts all stand somewhere in the message. */
  readonly candidates: readonly number[];
  /**
   * Whether the pattern stands somewhere in the message, in spans that `accept`; tried place after place until one is
   * accepted. `accept` gets the spans in the order of the pattern's parts.
   */
  has(pattern: number, accept: (spans: readonly Span[]) => boolean): boolean;
};

export type Finder = {
  /** Adds a pattern and returns its number. */
  add(pattern: Pattern): number;
  find(words: readonly string[]): Found;
};

type Compiled = { readonly parts: readonly number[]; readonly ordered: boolean; readonly within: number };

export function createFinder(vocabulary: Vocabulary): Finder {
  const phrases = createPhrases(vocabulary);
  const parts = new Map<string, number>();
  const patterns: Compiled[] = [];
  /** By a part's number, the patterns that are looked for when that part is there. */
  const startedBy: number[][] = [];

  function partNumber(key: string, ways: Ways): number {
    const known = parts.get(key);
    if (known !== undefined) return known;
    const number = parts.size;
    parts.set(key, number);
    startedBy.push([]);
    spans.push([]);
    seen.push(0);
    phrases.add(number, ways);
    return number;
  }

  // Kept from message to message: where each part stands, and in which message.
  const spans: Span[][] = [];
  const seen: number[] = [];
  const present: number[] = [];
  let message = 0;

  function note(part: number, span: Span): void {
    if (seen[part] !== message) {
      seen[part] = message;
      spans[part] = [span];
      present.push(part);
    } else spans[part]!.push(span);
  }

  function findParts(words: readonly string[]): void {
    message++;
    present.length = 0;
    const read = words.map((word) => vocabulary.read(word));
    const walk = (place: Place, from: number, to: number): void => {
      const ends = place.ends();
      if (ends.length > 0) {
        const span = { from, to };
        for (let i = 0; i < ends.length; i++) note(ends[i]!, span);
      }
      if (to < read.length) follow(place.next(), from, to);
    };
    const follow = (places: ReadonlyMap<number, Place>, from: number, at: number): void => {
      if (places.size === 0) return;
      for (const letter of read[at]!) {
        const place = places.get(letter);
        if (place) walk(place, from, at + 1);
      }
    };
    for (let from = 0; from < read.length; from++) follow(phrases.start, from, from);
  }

  return {
    add({ parts: texts, ordered, within }) {
      const number = patterns.length;
      const numbers = texts.map(({ key, ways }) => partNumber(key, ways));
      patterns.push({ parts: numbers, ordered, within });
      // By the part that is said in the fewest ways: it is the rarest, more or less.
      const fewest = texts.reduce(
        (best, { ways }, i) => (ways.count < texts[best]!.ways.count ? i : best),
        0,
      );
      startedBy[numbers[fewest]!]!.push(number);
      return number;
    },
    find(words) {
      findParts(words);
      const candidates: number[] = [];
      const isPresent = (part: number) => seen[part] === message;
      for (const part of present) {
        for (const pattern of startedBy[part]!) {
          if (patterns[pattern]!.parts.every(isPresent)) candidates.push(pattern);
        }
      }
      return { candidates, has: (pattern, accept) => place(patterns[pattern]!, spans, accept) };
    },
  };
}

/** Tries every place of a pattern, from left to right by its first part, until one is accepted. */
function place(
  { parts, ordered, within }: Compiled,
  found: readonly (readonly Span[])[],
  accept: (spans: readonly Span[]) => boolean,
): boolean {
  const all = parts.map((part) => found[part]!);
  // Spans come in the order of their starts, so what is too far left of one first part is so for the next.
  const nearest = all.map(() => 0);
  const chosen: Span[] = [];

  function choose(part: number, from: number, to: number): boolean {
    if (part === all.length) return accept(chosen);
    const spans = all[part]!;
    for (let i = nearest[part]!; i < spans.length; i++) {
      const span = spans[i]!;
      if (span.from >= from + within) break;
      const [start, end] = [Math.min(from, span.from), Math.max(to, span.to)];
      if (end - start > within || chosen.some((other) => span.from < other.to && other.from < span.to))
        continue;
      if (ordered && span.from < chosen[part - 1]!.to) continue;
      chosen.push(span);
      if (choose(part + 1, start, end)) return true;
      chosen.pop();
    }
    return false;
  }

  for (const first of all[0]!) {
    for (let part = 1; part < all.length; part++) {
      const spans = all[part]!;
      while (nearest[part]! < spans.length && spans[nearest[part]!]!.from < first.to - within)
        nearest[part]!++;
    }
    chosen.length = 0;
    chosen.push(first);
    if (choose(1, first.from, first.to)) return true;
  }
  return false;
}
