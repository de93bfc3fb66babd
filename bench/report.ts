/** What one run of the bench found: plain data, to be written as a table and drawn as a picture. */
import { type DataSet, HINT3 } from "./data.ts";
import {
  accuracy,
  bestMatthews,
  median,
  outcomes,
  outOfScopeRecall,
  quantile,
  thresholdForRecall,
} from "./metrics.ts";
import type { Skipped } from "./race.ts";
import type { Scaling } from "./scaling.ts";
import type { Trial } from "./trial.ts";

/** A point of the trade between answering and keeping silent. */
export type CurvePoint = {
  /** Of out-of-scope recall on the validation set, 0 to 1. */
  readonly wanted: number;
  readonly threshold: number;
  readonly inScope: number;
  readonly outOfScope: number;
};

/** Shares are 0 to 1. */
export type Result = {
  readonly accuracy: number;
  readonly outOfScopeRecall: number | null;
  readonly matthews: number | null;
  readonly curve: readonly CurvePoint[];
  readonly trainSeconds: number;
  readonly medianUs: number;
  readonly p99Us: number;
  readonly heldMegabytes: number;
  readonly peakMegabytes: number;
};

export type Entry = { readonly peer: string; readonly set: string; readonly result: Result | Skipped };

export type PeerName = { readonly id: string; readonly name: string; readonly setup: string };

export type Report = {
  readonly date: string;
  readonly machine: string;
  readonly limitSeconds: number;
  readonly peers: readonly PeerName[];
  readonly sets: readonly SetSize[];
  readonly entries: readonly Entry[];
  readonly scaling: Scaling;
};

export type SetSize = {
  readonly id: string;
  readonly title: string;
  readonly labels: number;
  readonly train: number;
  readonly test: number;
};

/** The rule by which a threshold is chosen: the lowest that finds so many of the validation set's texts out of scope. */
export const WANTED_RECALL = 0.6;
const CURVE = [0.3, 0.4, 0.5, WANTED_RECALL, 0.7, 0.8, 0.9];

export function toResult(set: DataSet, trial: Trial): Result {
  const tested = outcomes(set.test, trial.predictions);
  const validated = outcomes(set.validation, trial.validation);
  const recall = outOfScopeRecall(tested);
  return {
    accuracy: accuracy(tested),
    outOfScopeRecall: Number.isNaN(recall) ? null : recall,
    matthews: isHint3(set.id) ? bestMatthews(tested).value : null,
    curve:
      validated.length === 0
        ? []
        : CURVE.map((wanted) => {
            const threshold = thresholdForRecall(validated, wanted);
            return {
              wanted,
              threshold,
              inScope: accuracy(tested, threshold),
              outOfScope: outOfScopeRecall(tested, threshold),
            };
          }),
    trainSeconds: trial.trainSeconds,
    medianUs: median(trial.times),
    p99Us: quantile(trial.times, 0.99),
    heldMegabytes: trial.heldMegabytes,
    peakMegabytes: trial.peakMegabytes,
  };
}

export const isHint3 = (id: string) => (HINT3 as readonly string[]).includes(id);

/** The result of a peer on a set; undefined where it was skipped or not run. */
export function resultOf(report: Report, peer: string, set: string): Result | undefined {
  const result = report.entries.find((entry) => entry.peer === peer && entry.set === set)?.result;
  return result && !("skipped" in result) ? result : undefined;
}

export const sizeOf = ({ id, title, train, test }: DataSet): SetSize => ({
  id,
  title,
  labels: new Set(train.map(({ label }) => label)).size,
  train: train.length,
  test: test.length,
});
