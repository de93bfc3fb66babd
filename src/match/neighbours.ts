/**
 * The nearest example of each label: what the classifier says of a text is worth more where an example of the same label
 * is close by (a nearest-neighbour rule beside the classifier, as in memory-based learning; Daelemans and van den Bosch
 * 2005).
 *
 * Examples that share a stem or a pair of stems with the text are found through an inverted index whose lists are cut at
 * `LONGEST_LIST`, the strongest first, so that the cost of a question does not grow with the number of examples. Nearness
 * is the cosine over stems, pairs and meaning; letter runs add nothing here and would make the index ten times larger.
 */
import { NEARNESS_SQUARE, type Vector } from "./features.ts";

export type NeighboursData = {
  /** The class of each example. */
  readonly classes: Uint16Array;
  /** Where each feature's list starts; one more than there are stems and pairs. */
  readonly starts: Uint32Array;
  readonly entryExamples: Uint32Array;
  /** Weights in steps of 1/255. */
  readonly entryWeights: Uint8Array;
  readonly dimensions: number;
  /** The meaning of each example, in steps of its scale; a row of zeros where it has none. */
  readonly meanings: Int8Array;
  readonly meaningScales: Float32Array;
};

/** How near the nearest example of a class is (0 to 1), and which it is (-1 for none). */
export type Nearest = { readonly cosine: number; readonly example: number };

const LONGEST_LIST = 192;
const WEIGHT_STEPS = 255;
const MEANING_STEPS = 127;

/** An index of the examples' vectors, of a space with `features` sparse features. */
export function buildNeighbours(
  vectors: readonly Vector[],
  labels: ArrayLike<number>,
  features: number,
  dimensions: number,
): NeighboursData {
  const lists: { example: number; weight: number }[][] = Array.from({ length: features }, () => []);
  const meanings = new Int8Array(vectors.length * dimensions);
  const meaningScales = new Float32Array(vectors.length);
  vectors.forEach(({ ids, weights, words, sparse }, example) => {
    for (let i = 0; i < words; i++) lists[ids[i]!]!.push({ example, weight: weights[i]! });
    let largest = 0;
    for (let i = sparse; i < ids.length; i++) largest = Math.max(largest, Math.abs(weights[i]!));
    meaningScales[example] = largest / MEANING_STEPS;
    for (let i = sparse; i < ids.length; i++) {
      meanings[example * dimensions + i - sparse] = Math.round((weights[i]! / largest) * MEANING_STEPS);
    }
  });
  const kept = lists.map((list) => list.sort((a, b) => b.weight - a.weight).slice(0, LONGEST_LIST));
  const starts = new Uint32Array(features + 1);
  kept.forEach((list, feature) => {
    starts[feature + 1] = starts[feature]! + list.length;
  });
  const entries = kept.flat();
  return {
    classes: Uint16Array.from(labels),
    starts,
    entryExamples: Uint32Array.from(entries, ({ example }) => example),
    entryWeights: Uint8Array.from(entries, ({ weight }) => Math.round(weight * WEIGHT_STEPS)),
    dimensions,
    meanings,
    meaningScales,
  };
}

export type Neighbours = {
  /** The nearest example of each of `wanted` classes, in their order. */
  nearest(vector: Vector, wanted: readonly number[]): Nearest[];
};

/** A search over `data`, of which `classes` is the number of classes. */
export function createNeighbours(data: NeighboursData, classes: number): Neighbours {
  const { starts, entryExamples, entryWeights, dimensions, meanings, meaningScales } = data;
  const shared = new Float32Array(data.classes.length);
  const touched = new Uint32Array(data.classes.length);
  const best = new Int32Array(classes);

  return {
    nearest({ ids, weights, words, sparse }, wanted) {
      let count = 0;
      for (let i = 0; i < words; i++) {
        const weight = weights[i]! / WEIGHT_STEPS;
        const end = starts[ids[i]! + 1]!;
        for (let at = starts[ids[i]!]!; at < end; at++) {
          const example = entryExamples[at]!;
          if (shared[example] === 0) touched[count++] = example;
          shared[example]! += weight * entryWeights[at]!;
        }
      }
      best.fill(-1);
      for (let i = 0; i < count; i++) {
        const example = touched[i]!;
        const k = data.classes[example]!;
        if (best[k] === -1 || shared[example]! > shared[best[k]!]!) best[k] = example;
      }
      const found = wanted.map((k) => {
        const example = best[k]!;
        if (example === -1) return { cosine: 0, example };
        let meaning = 0;
        const row = example * dimensions - sparse;
        for (let i = sparse; i < ids.length; i++) meaning += weights[i]! * meanings[row + i]!;
        const sum = shared[example]! + Math.max(0, meaning * meaningScales[example]!);
        return { cosine: Math.min(1, sum / NEARNESS_SQUARE), example };
      });
      for (let i = 0; i < count; i++) shared[touched[i]!] = 0;
      return found;
    },
  };
}
