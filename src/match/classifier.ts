/**
 * The trained classifier. Its weights are 8-bit numbers with one scale a feature, which keeps a saved model small and costs
 * no accuracy that could be measured.
 *
 * Nearly all features belong to single words, so what a word says for and against each class is summed up once and kept.
 */
import type { FeatureSpace, Sparse, TextFeatures, WordFeatures, WordShares } from "./features.ts";

export type ClassifierData = {
  readonly classes: number;
  readonly bias: Float32Array;
  /** The worth of one step of each feature's weights. */
  readonly scales: Float32Array;
  /** Feature by feature, a weight a class, in steps. The features of meaning come last. */
  readonly weights: Int8Array;
};

const STEPS = 127;
const SHARE_STEPS = 32_767;

/** Full weights (feature by feature, a weight a class) in 8 bits each. */
export function compress(weights: Float32Array, bias: Float32Array, classes: number): ClassifierData {
  const features = weights.length / classes;
  const scales = new Float32Array(features);
  const steps = new Int8Array(weights.length);
  for (let feature = 0; feature < features; feature++) {
    const from = feature * classes;
    let largest = 0;
    for (let at = from; at < from + classes; at++) largest = Math.max(largest, Math.abs(weights[at]!));
    scales[feature] = largest / STEPS;
    if (largest === 0) continue;
    for (let at = from; at < from + classes; at++) steps[at] = Math.round((weights[at]! / largest) * STEPS);
  }
  return { classes, bias, scales, weights: steps };
}

/** The probability of each class, summing to 1. Reused by the next call. `more` are features beyond those of the space. */
export type Classifier = (text: TextFeatures, more?: Sparse) => Float32Array;

export function createClassifier(data: ClassifierData, space: FeatureSpace): Classifier {
  const { classes, bias } = data;
  const { addAll, sharesOf } = createWeigher(data, space);
  const scores = new Float32Array(classes);

  return ({ words, pairs, stemScale, letterScale, meaningScale }, more) => {
    scores.set(bias);
    for (const word of words) {
      const { stem, letters, meaning, steps } = sharesOf(word);
      const [byStem, byLetters, byMeaning] = [
        stemScale * stem,
        letterScale * letters,
        meaningScale * meaning,
      ];
      for (let k = 0; k < classes; k++) {
        scores[k]! +=
          byStem * steps[k]! + byLetters * steps[classes + k]! + byMeaning * steps[2 * classes + k]!;
      }
    }
    addAll(scores, pairs);
    if (more) addAll(scores, more);
    softmax(scores);
    return scores;
  };
}

/** What features and words say by the weights of `data`, apart from any text: for the classifier, and for explaining it. */
export type Weigher = {
  /** Adds what features say for each class to `to`. */
  addAll(to: Float32Array, features: Sparse): void;
  /** What a word says, before its kinds of features are brought to length. */
  sharesOf(word: WordFeatures): WordShares;
};

export function createWeigher({ classes, scales, weights }: ClassifierData, space: FeatureSpace): Weigher {
  const row = new Float32Array(space.meanings.dimensions);
  const place = space.newPlace();

  function add(to: Float32Array, feature: number, weight: number, first = 0): void {
    const value = weight * scales[feature]!;
    const from = feature * classes;
    for (let k = 0; k < classes; k++) to[first + k]! += value * weights[from + k]!;
  }

  function addAll(to: Float32Array, { ids, weights: by }: Sparse): void {
    for (let i = 0; i < ids.length; i++) add(to, ids[i]!, by[i]!);
  }

  function workOut({ word, stem, stemWeight, meaning }: WordFeatures): WordShares {
    const shares = new Float32Array(3 * classes);
    if (stem >= 0) add(shares, stem, stemWeight);
    const letters = space.lettersOf(word);
    for (let i = 0; i < letters.ids.length; i++) add(shares, letters.ids[i]!, letters.weights[i]!, classes);
    if (meaning >= 0) {
      row.fill(0);
      space.meanings.addRow(meaning, row);
      for (let i = 0; i < row.length; i++) add(shares, space.size + i, row[i]!, 2 * classes);
    }
    const steps = new Int16Array(shares.length);
    const [byStem, byLetters, byMeaning] = [0, 1, 2].map((kind) =>
      toSteps(shares, kind * classes, classes, steps),
    );
    return { stem: byStem!, letters: byLetters!, meaning: byMeaning!, steps };
  }

  return {
    addAll,
    sharesOf(word) {
      word.shares[place] ??= workOut(word);
      return word.shares[place]!;
    },
  };
}

/** Writes `count` values from `from` on into `steps`; the size of a step. */
function toSteps(values: Float32Array, from: number, count: number, steps: Int16Array): number {
  let largest = 0;
  for (let at = from; at < from + count; at++) largest = Math.max(largest, Math.abs(values[at]!));
  if (largest === 0) return 0;
  for (let at = from; at < from + count; at++) steps[at] = Math.round((values[at]! / largest) * SHARE_STEPS);
  return largest / SHARE_STEPS;
}

/** Turns the first `count` scores into probabilities, in place. */
export function softmax(scores: Float32Array, count = scores.length): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) if (scores[k]! > highest) highest = scores[k]!;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    scores[k] = Math.exp(scores[k]! - highest);
    sum += scores[k]!;
  }
  for (let k = 0; k < count; k++) scores[k]! /= sum;
}
