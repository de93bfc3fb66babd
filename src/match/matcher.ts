/**
 * From words to the labels that fit them best, each with a confidence that is comparable between questions.
 *
 * The classifier says which label the text's features speak for; the neighbours say how close the nearest example of that
 * label is. The order is by probability × nearness², which holds up better on people whose voices are not among the
 * examples than probability alone. The confidence is √(probability × nearness): text unlike any example is low in both.
 */
import { type ClassifierData, createClassifier } from "./classifier.ts";
import {
  createFeatureSpace,
  everyFeature,
  type FeatureSpace,
  fitFeatureSpace,
  type SpaceData,
  type TextFeatures,
} from "./features.ts";
import { buildNeighbours, createNeighbours, type NeighboursData, toIndex } from "./neighbours.ts";
import { trainClassifier } from "./train-classifier.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Labelled words to learn from. */
export type LabelledWords = { readonly words: readonly string[]; readonly label: string };

/** A label that a text may have. */
export type Ranked = {
  readonly label: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Of the classifier, 0 to 1. */
  readonly probability: number;
  /** The cosine to the nearest example of the label, 0 to 1. */
  readonly nearness: number;
  /** The number of that example in the order of training, or -1. */
  readonly example: number;
};

/** Everything learned from a set of examples: typed arrays, to keep in a file. */
export type Model = {
  readonly labels: readonly string[];
  readonly space: SpaceData;
  readonly classifier: ClassifierData;
  readonly neighbours: NeighboursData;
};

export type Matcher = {
  readonly space: FeatureSpace;
  readonly labels: readonly string[];
  /** The classifier's probability of each of `labels`, in their order. Reused by the next call. */
  weigh(text: TextFeatures): Float32Array;
  /**
   * The likeliest labels of a text, best first; at least one, but none where no label's confidence can reach `least`.
   * `weighed` are the text's probabilities, where they are known already.
   */
  rank(text: TextFeatures, least?: number, weighed?: Float32Array): Ranked[];
};

/** How many of the classifier's labels are looked at more closely, of those with this share of the best's probability. */
const LOOKED_AT = 8;
const IN_THE_RUNNING = 0.05;
const NEARNESS_POWER = 2;
/** The nearness of a label with no example in sight: low, but not enough to undo a sure classifier. */
const LEAST_NEARNESS = 0.05;

/** Learns from `examples`; the same examples in the same order always give the same model. */
export function trainModel(examples: readonly LabelledWords[], meanings: WordVectors): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const classes = Uint16Array.from(examples, ({ label }) => numbers.get(label)!);
  const space = fitFeatureSpace(
    examples.map(({ words }) => words),
    meanings,
  );
  const texts = examples.map(({ words }) => {
    const text = space.of(words);
    return { features: everyFeature(text, space), index: toIndex(text) };
  });
  const features = texts.map((text) => text.features);
  const index = texts.map((text) => text.index);
  return {
    labels,
    space: space.data,
    classifier: trainClassifier(features, classes, space.size + meanings.dimensions, labels.length),
    neighbours: buildNeighbours(index, classes, space.size, meanings.dimensions),
  };
}

/** A matcher over a trained model; `meanings` must be the table it was trained with. */
export function createMatcher(model: Model, meanings: WordVectors): Matcher {
  const { labels } = model;
  const space = createFeatureSpace(model.space, meanings);
  const weigh = createClassifier(model.classifier, space);
  const neighbours = createNeighbours(model.neighbours);
  return {
    space,
    labels,
    weigh: (text) => weigh(text),
    rank(text, least = 0, probabilities = weigh(text)) {
      const likeliest = inTheRunning(highest(probabilities, LOOKED_AT), probabilities);
      if (confidenceOf(probabilities[likeliest[0]!]!, 1) < least) return [];
      return neighbours
        .nearest(text, likeliest)
        .map(({ cosine, example }, i) => {
          const probability = probabilities[likeliest[i]!]!;
          const nearness = Math.max(cosine, LEAST_NEARNESS);
          const confidence = confidenceOf(probability, nearness);
          const fit = probability * nearness ** NEARNESS_POWER;
          return {
            fit,
            ranked: { label: labels[likeliest[i]!]!, confidence, probability, nearness, example },
          };
        })
        .sort((a, b) => b.fit - a.fit)
        .map(({ ranked }) => ranked);
    },
  };
}

const confidenceOf = (probability: number, nearness: number) => Math.sqrt(probability * nearness);

/** Of places in order of their values, those that nearness may well bring to the front: most texts leave one or two. */
function inTheRunning(places: readonly number[], values: Float32Array): number[] {
  const least = values[places[0]!]! * IN_THE_RUNNING;
  return places.filter((place) => values[place]! >= least);
}

/** The places of the `count` highest values, highest first. */
function highest(values: Float32Array, count: number): number[] {
  const places: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let at = places.length;
    while (at > 0 && values[places[at - 1]!]! < values[i]!) at--;
    if (at >= count) continue;
    places.splice(at, 0, i);
    if (places.length > count) places.pop();
  }
  return places;
}
