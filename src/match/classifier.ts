/**
 * The trained classifier. Its weights are 8-bit numbers with one scale a feature, which keeps a saved model small and costs
 * no accuracy that could be measured.
 *
 * Nearly all features belong to single words, so what a word says for and against each class is summed up once and kept.
 */
import {
  type FeatureSpace,
  type Sparse,
  type TextFeatures,
  WORDS_KEPT,
  type WordFeatures,
} from "./features.ts";
import { Kept } from "./kept.ts";

export type ClassifierData = {
  readonly classes: number;
  readonly bias: Float32Array;
  /** The worth of one step of each feature's weights. */
  readonly scales: Float32Array;
  /** Feature by feature, a weight a class, in steps. The features of meaning come last. */
  readonly weights: Int8Array;
};

const STEPS = 127;

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

/** What one word says for and against each class, before its kinds of features are brought to length. */
export type WordShares = {
  readonly stem: Float32Array;
  readonly letters: Float32Array;
  readonly meaning: Float32Array;
};

/** The probability of each class, summing to 1. Reused by the next call. `more` are features beyond those of the space. */
export type Classifier = (text: TextFeatures, more?: Sparse) => Float32Array;

export function createClassifier(data: ClassifierData, space: FeatureSpace): Classifier {
  const { classes, bias } = data;
  const { addAll, sharesOf } = createWeigher(data, space);
  const kept = new Kept<WordFeatures, WordShares>(WORDS_KEPT);
  const scores = new Float32Array(classes);

  return ({ words, pairs, stemScale, letterScale, meaningScale }, more) => {
    scores.set(bias);
    for (const word of words) {
      const { stem, letters, meaning } = kept.of(word, sharesOf);
      for (let k = 0; k < classes; k++) {
        scores[k]! += stemScale * stem[k]! + letterScale * letters[k]! + meaningScale * meaning[k]!;
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
  sharesOf(word: WordFeatures): WordShares;
};

export function createWeigher({ classes, scales, weights }: ClassifierData, space: FeatureSpace): Weigher {
  const row = new Float32Array(space.meanings.dimensions);

  function add(to: Float32Array, feature: number, weight: number): void {
    const value = weight * scales[feature]!;
    const from = feature * classes;
    for (let k = 0; k < classes; k++) to[k]! += value * weights[from + k]!;
  }

  function addAll(to: Float32Array, { ids, weights: by }: Sparse): void {
    for (let i = 0; i < ids.length; i++) add(to, ids[i]!, by[i]!);
  }

  function sharesOf(word: WordFeatures): WordShares {
    const shares = {
      stem: new Float32Array(classes),
      letters: new Float32Array(classes),
      meaning: new Float32Array(classes),
    };
    if (word.stem >= 0) add(shares.stem, word.stem, word.stemWeight);
    addAll(shares.letters, { ids: word.letters, weights: word.letterWeights });
    if (word.meaning >= 0) {
      row.fill(0);
      space.meanings.addRow(word.meaning, row);
      for (let i = 0; i < row.length; i++) add(shares.meaning, space.size + i, row[i]!);
    }
    return shares;
  }

  return { addAll, sharesOf };
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
