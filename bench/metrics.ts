/** How good predictions are. Scores may be on any scale, as long as higher is surer. */
import { OUT_OF_SCOPE, type Prediction, type Row } from "./peer.ts";

/** What was right and what was said, text by text. */
export type Outcome = { readonly truth: string; readonly label: string; readonly score: number };

export function outcomes(rows: readonly Row[], predictions: readonly Prediction[]): Outcome[] {
  return predictions.map(({ label, score }, i) => ({ truth: rows[i]!.label, label, score }));
}

/** What is said where a score below `threshold` means out of scope. */
const said = ({ label, score }: Outcome, threshold: number) => (score < threshold ? OUT_OF_SCOPE : label);
const inScope = ({ truth }: Outcome) => truth !== OUT_OF_SCOPE;

/** The share of texts in scope that get their label, 0 to 1; NaN where there is none. */
export function accuracy(all: readonly Outcome[], threshold = Number.NEGATIVE_INFINITY): number {
  return share(all.filter(inScope), (outcome) => said(outcome, threshold) === outcome.truth);
}

/** The share of texts out of scope that are found to be, 0 to 1; NaN where there is none. */
export function outOfScopeRecall(all: readonly Outcome[], threshold = Number.NEGATIVE_INFINITY): number {
  return share(
    all.filter((outcome) => !inScope(outcome)),
    (outcome) => said(outcome, threshold) === OUT_OF_SCOPE,
  );
}

function share<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.filter(holds).length / list.length;
}

/**
 * Matthews' correlation coefficient for many classes (Gorodkin 2004), with out of scope as a class of its own: 1 where all
 * is right, 0 where nothing is better than chance; 0 as well where all texts are, or get, one label.
 */
export function matthews(all: readonly Outcome[], threshold = Number.NEGATIVE_INFINITY): number {
  const truths = new Map<string, number>();
  const answers = new Map<string, number>();
  let right = 0;
  for (const outcome of all) {
    const answer = said(outcome, threshold);
    truths.set(outcome.truth, (truths.get(outcome.truth) ?? 0) + 1);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (answer === outcome.truth) right++;
  }
  const total = all.length;
  let [both, truthSquares, answerSquares] = [0, 0, 0];
  for (const [label, count] of truths) {
    both += count * (answers.get(label) ?? 0);
    truthSquares += count * count;
  }
  for (const count of answers.values()) answerSquares += count * count;
  const spread = Math.sqrt((total * total - answerSquares) * (total * total - truthSquares));
  return spread === 0 ? 0 : (right * total - both) / spread;
}

const STEPS = 100;

/** The best correlation over 101 thresholds, evenly from 0 to the highest score. */
export function bestMatthews(all: readonly Outcome[]): {
  readonly value: number;
  readonly threshold: number;
} {
  const highest = all.reduce((most, { score }) => Math.max(most, score), 0);
  let best = { value: Number.NEGATIVE_INFINITY, threshold: 0 };
  for (let step = 0; step <= STEPS; step++) {
    const threshold = (highest * step) / STEPS;
    const value = matthews(all, threshold);
    if (value > best.value) best = { value, threshold };
  }
  return best;
}

/**
 * The lowest threshold at which at least `wanted` (0 to 1) of the texts out of scope are found to be: a hair above the
 * score of the last of them that has to be.
 */
export function thresholdForRecall(all: readonly Outcome[], wanted: number): number {
  const scores = all
    .filter((outcome) => !inScope(outcome))
    .map((outcome) => (outcome.label === OUT_OF_SCOPE ? Number.NEGATIVE_INFINITY : outcome.score))
    .sort((a, b) => a - b);
  const needed = Math.ceil(wanted * scores.length);
  const last = needed === 0 ? Number.NEGATIVE_INFINITY : scores[needed - 1]!;
  return Number.isFinite(last) ? last + Math.abs(last) * Number.EPSILON + Number.MIN_VALUE : last;
}

/** The value that `part` (0 to 1) of `values` are at or below. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
