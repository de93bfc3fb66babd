/**
 * How the matcher reads people whom it has never met, measured on its own examples: cross-validation by voice.
 *
 * The lines of one voice resemble each other across labels, so a matcher that has learned some of them reads the rest better
 * than it would read a stranger. That is why a voice is held out as a whole.
 */
import { createMatcher, type LabelledWords, trainModel } from "./matcher.ts";
import { createWordPulls } from "./word-pulls.ts";
import type { WordVectors } from "./word-vectors.ts";

export type VoicedWords = LabelledWords & { readonly voice: string };

/** What became of a line that was held out. */
export type Reading<Line extends VoicedWords = VoicedWords> = {
  readonly line: Line;
  /** The label that it was read as, and how surely. */
  readonly given: string;
  readonly confidence: number;
  /** Whether the other folds hold the line's own label. Where none does, nothing could have read it right. */
  readonly taught: boolean;
  /** Of a line that was taught and misread: what each of its words says for `given` over its own label. */
  readonly pulls: readonly number[];
};

/** A fold that is about to be held out: its number from 1, and how many lines are learned from and read. */
export type Fold = {
  readonly number: number;
  readonly folds: number;
  readonly learned: number;
  readonly read: number;
};

/**
 * Holds out fold after fold, trains on the others and reads what is held out. Every line is read once; the order is that of
 * the folds. The same lines in the same order always give the same readings. Takes a training a fold, and calls `onFold`
 * before each.
 * @throws RangeError as `dealVoices` does.
 */
export function crossValidate<Line extends VoicedWords>(
  lines: readonly Line[],
  folds: number,
  meanings: WordVectors,
  onFold?: (fold: Fold) => void,
): Reading<Line>[] {
  return dealVoices(lines, folds).flatMap((voices, i) => {
    const learned = lines.filter(({ voice }) => !voices.has(voice));
    const heldOut = lines.filter(({ voice }) => voices.has(voice));
    onFold?.({ number: i + 1, folds, learned: learned.length, read: heldOut.length });
    return readUnmet(learned, heldOut, meanings);
  });
}

/**
 * The voices of each fold. The voice with the most lines first, each goes to the fold with the fewest lines so far, which
 * keeps the folds even and gives every fold a voice.
 * @throws RangeError unless `folds` is a whole number from 2 to the number of voices.
 */
export function dealVoices(lines: readonly { readonly voice: string }[], folds: number): Set<string>[] {
  const counts = new Map<string, number>();
  for (const { voice } of lines) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  if (!Number.isInteger(folds) || folds < 2 || folds > counts.size) {
    throw new RangeError(`cannot deal ${counts.size} voices into ${folds} folds`);
  }
  const dealt = Array.from({ length: folds }, () => ({ voices: new Set<string>(), lines: 0 }));
  const largestFirst = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  for (const [voice, count] of largestFirst) {
    const emptiest = dealt.reduce((least, fold) => (fold.lines < least.lines ? fold : least));
    emptiest.voices.add(voice);
    emptiest.lines += count;
  }
  return dealt.map(({ voices }) => voices);
}

function readUnmet<Line extends VoicedWords>(
  learned: readonly Line[],
  heldOut: readonly Line[],
  meanings: WordVectors,
): Reading<Line>[] {
  const model = trainModel(learned, meanings);
  const matcher = createMatcher(model, meanings);
  const pullsOf = createWordPulls(model, matcher.space);
  const taughtLabels = new Set(model.labels);
  return heldOut.map((line) => {
    const text = matcher.space.of(line.words);
    const { label: given, confidence } = matcher.rank(text)[0]!;
    const taught = taughtLabels.has(line.label);
    const pulls = taught && given !== line.label ? pullsOf(text, given, line.label) : [];
    return { line, given, confidence, taught, pulls };
  });
}
