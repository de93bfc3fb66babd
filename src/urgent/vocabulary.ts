/** The words that patterns are made of, and which of them a word that somebody typed may be. */
import { Kept } from "../language/kept.ts";

export type Vocabulary = {
  /** The number of a word of a pattern; one that ends in `*` stands for every word that starts so. */
  number(word: string): number;
  /** The numbers of the words that `typed` may be: itself, or the nearest where it looks like a slip of the finger. */
  read(typed: string): readonly number[];
};

/** Slips are looked for in words of so many letters; in longer ones, two slips. */
const LONG = 5;
const LONGER = 8;
/** A run of letters longer than this is no word. */
const LONGEST = 24;
const WORDS_KEPT = 5_000;
const NONE: readonly number[] = [];

const LETTERS = /^[a-z]+$/;

/** A vocabulary; what `isOrdinary` says is a word of its own is never a slip of another word. */
export function createVocabulary(isOrdinary: (word: string) => boolean): Vocabulary {
  const numbers = new Map<string, number>();
  const starts = new Map<string, number>();
  const byLetter = new Map<string, string[]>();
  let kept = new Kept<string, readonly number[]>(WORDS_KEPT);
  let count = 0;
  let shortestStart = LONGEST;

  function find(typed: string): readonly number[] {
    const found: number[] = [];
    const exact = numbers.get(typed);
    if (exact !== undefined) found.push(exact);
    for (let length = shortestStart; length <= typed.length; length++) {
      const start = starts.get(typed.slice(0, length));
      if (start !== undefined) found.push(start);
    }
    if (found.length > 0) return found;
    if (typed.length < LONG || typed.length > LONGEST || !LETTERS.test(typed) || isOrdinary(typed))
      return NONE;
    return slipsOf(typed);
  }

  function slipsOf(typed: string): readonly number[] {
    let nearest: number[] = [];
    let least = typed.length >= LONGER ? 2 : 1;
    for (const word of byLetter.get(typed[0]!) ?? NO_WORDS) {
      const allowed = Math.min(least, word.length >= LONGER ? 2 : 1);
      const distance = editDistance(typed, word, allowed);
      if (distance > allowed) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(numbers.get(word)!);
    }
    return nearest;
  }

  /** "heeeelp", "baaaby" */
  function findDrawnOut(typed: string): readonly number[] {
    const found = find(typed);
    if (found.length > 0 || !/([a-z])\1\1/.test(typed)) return found;
    const twice = find(typed.replace(/(.)\1{2,}/g, "$1$1"));
    return twice.length > 0 ? twice : find(typed.replace(/(.)\1{2,}/g, "$1"));
  }

  return {
    number(word) {
      const isStart = word.endsWith("*");
      const letters = isStart ? word.slice(0, -1) : word;
      const known = (isStart ? starts : numbers).get(letters);
      if (known !== undefined) return known;
      (isStart ? starts : numbers).set(letters, count);
      if (isStart) shortestStart = Math.min(shortestStart, letters.length);
      else if (letters.length >= LONG) {
        const words = byLetter.get(letters[0]!);
        if (words) words.push(letters);
        else byLetter.set(letters[0]!, [letters]);
      }
      // What was read before may be read otherwise now.
      kept = new Kept(WORDS_KEPT);
      return count++;
    },
    read: (typed) => kept.of(typed, findDrawnOut),
  };
}

const NO_WORDS: readonly string[] = [];
const WIDTH = LONGEST + 3;
const table = new Uint8Array(WIDTH * WIDTH);

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make `b` of `a` (the optimal string
 * alignment distance); some number above `most` where it is more than that.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (a.length >= WIDTH - 1 || b.length >= WIDTH - 1) return a === b ? 0 : most + 1;
  for (let j = 0; j <= b.length; j++) table[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const row = i * WIDTH;
    table[row] = i;
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        table[row - WIDTH + j]! + 1,
        table[row + j - 1]! + 1,
        table[row - WIDTH + j - 1]! + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, table[row - 2 * WIDTH + j - 2]! + 1);
      table[row + j] = cost;
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
  }
  return table[a.length * WIDTH + b.length]!;
}
