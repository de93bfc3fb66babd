/**
 * The nearest example of each label: what the classifier says of a text is worth more where an example of the same label
 * is close by (a nearest-neighbour rule beside the classifier, as in memory-based learning; Daelemans and van den Bosch
 * 2005).
 *
 * Examples that share a stem or a pair of stems with the text are found through an inverted index whose lists are cut at
 * `LONGEST_LIST`, the strongest first, so that the cost of a question does not grow with the number of examples. Nearness
 * is the cosine over stems, pairs and meaning; letter runs add nothing here and would make the index ten times larger.
 */
import { eachStemAndPair, LENGTHS, type Sparse, stemsAndPairs, type TextFeatures } from "./features.ts";

export type NeighboursData = {
  /** The class of each example. */
  readonly classes: Uint16Array;
  /** Where each feature's list starts in `lists`; one more than there are features. */
  readonly starts: Uint32Array;
  /**
   * The examples with a feature, class by class, so that a class not looked for is stepped over whole: a number that holds
   * the class (upper 24 bits) and how many of its examples follow (lower 8), then a number for each of those: the example
   * (upper 24 bits) and its weight in steps of 1/255 (lower 8). All in one row, as it is read: from memory, in order.
   */
  readonly lists: Uint32Array;
  readonly dimensions: number;
  /** The meaning of each example, in steps of its scale; a row of zeros where it has none. */
  readonly meanings: Int8Array;
  readonly meaningScales: Float32Array;
};

/** How near the nearest example of a class is (0 to 1), and which it is (-1 for none). */
export type Nearest = { readonly cosine: number; readonly example: number };

/** The product of two texts that share all their stems, pairs and meaning. */
const FULL = LENGTHS.stems ** 2 + LENGTHS.pairs ** 2 + LENGTHS.meaning ** 2;
const LONGEST_LIST = 128;
/** Of a number in a list: the lower bits hold a count or a weight (so neither may need more), the upper ones a class or an
 *  example. */
const LOW_BITS = 8;
const LOW_MASK = 2 ** LOW_BITS - 1;
const MOST_EXAMPLES = 2 ** (32 - LOW_BITS);
// Not by shifting, which makes negative numbers of large ones.
const pack = (high: number, low: number) => high * (LOW_MASK + 1) + low;
/** So many examples of a class, those that share most words with the text, are compared by meaning too. */
const COMPARED = 3;
/** What weighs less than this share of a text's weightiest stem or pair brings no example near that others do not. */
const LEAST_SHARE = 0.3;
const WEIGHT_STEPS = 255;
const MEANING_STEPS = 127;

/** An example as the index needs it: a copy, as the features of a text are overwritten by the next. */
export type IndexedExample = { readonly words: Sparse; readonly meaning: Float32Array | undefined };

export const toIndex = (text: TextFeatures): IndexedExample => ({
  words: stemsAndPairs(text),
  meaning: text.meaning?.slice(),
});

/** An index of the examples, of a space with `features` features besides the `dimensions` of meaning. */
export function buildNeighbours(
  examples: readonly IndexedExample[],
  labels: ArrayLike<number>,
  features: number,
  dimensions: number,
): NeighboursData {
  if (examples.length > MOST_EXAMPLES) throw new RangeError(`${examples.length} examples: too many to index`);
  const withFeature: { example: number; weight: number }[][] = Array.from({ length: features }, () => []);
  const meanings = new Int8Array(examples.length * dimensions);
  const meaningScales = new Float32Array(examples.length);
  examples.forEach(({ words: { ids, weights }, meaning }, example) => {
    for (let i = 0; i < ids.length; i++) withFeature[ids[i]!]!.push({ example, weight: weights[i]! });
    if (!meaning) return;
    const largest = Math.max(...meaning.map(Math.abs));
    meaningScales[example] = largest / MEANING_STEPS;
    meaning.forEach((value, i) => {
      meanings[example * dimensions + i] = Math.round((value / largest) * MEANING_STEPS);
    });
  });
  const starts = new Uint32Array(features + 1);
  const lists: number[] = [];
  withFeature.forEach((found, feature) => {
    const kept = found.sort((a, b) => b.weight - a.weight).slice(0, LONGEST_LIST);
    let run = -1;
    let before: number | undefined;
    for (const { example, weight } of kept.sort((a, b) => labels[a.example]! - labels[b.example]!)) {
      const label = labels[example]!;
      if (label !== before) run = lists.push(pack(label, 0)) - 1;
      before = label;
      lists[run]!++;
      lists.push(pack(example, Math.round(weight * WEIGHT_STEPS)));
    }
    starts[feature + 1] = lists.length;
  });
  return {
    classes: Uint16Array.from(labels),
    starts,
    lists: Uint32Array.from(lists),
    dimensions,
    meanings,
    meaningScales,
  };
}

export type Neighbours = {
  /** The nearest example of each of `wanted` classes, in their order. */
  nearest(text: TextFeatures, wanted: readonly number[]): Nearest[];
};

/** A search over `data`, of which `classes` is the number of classes. */
export function createNeighbours(data: NeighboursData, classes: number): Neighbours {
  const { starts, lists, dimensions, meanings, meaningScales } = data;
  const shared = new Float32Array(data.classes.length);
  const touched = new Uint32Array(data.classes.length);
  const closest = new Int32Array(classes * COMPARED);
  const isWanted = new Uint8Array(classes);

  /** Keeps `example` among the `COMPARED` of its class that share most with the text. */
  function enter(example: number): void {
    const from = data.classes[example]! * COMPARED;
    let at = from + COMPARED;
    while (at > from && (closest[at - 1] === -1 || shared[closest[at - 1]!]! < shared[example]!)) {
      at--;
      if (at + 1 < from + COMPARED) closest[at + 1] = closest[at]!;
    }
    if (at < from + COMPARED) closest[at] = example;
  }

  function likeness(meaning: Float32Array | undefined, example: number): number {
    if (!meaning) return 0;
    let sum = 0;
    const row = example * dimensions;
    for (let i = 0; i < dimensions; i++) sum += meaning[i]! * meanings[row + i]!;
    return Math.max(0, sum * meaningScales[example]!);
  }

  return {
    nearest(text, wanted) {
      for (const k of wanted) isWanted[k] = 1;
      let count = 0;
      let most = 0;
      eachStemAndPair(text, (_, weight) => {
        if (weight > most) most = weight;
      });
      const least = LEAST_SHARE * most;
      const share = (feature: number, weight: number) => {
        if (weight < least) return;
        const end = starts[feature + 1]!;
        for (let at = starts[feature]!; at < end; ) {
          const run = lists[at++]!;
          const next = at + (run & LOW_MASK);
          if (isWanted[run >>> LOW_BITS] === 1) {
            for (; at < next; at++) {
              const example = lists[at]! >>> LOW_BITS;
              if (shared[example] === 0) touched[count++] = example;
              shared[example]! += (weight / WEIGHT_STEPS) * (lists[at]! & LOW_MASK);
            }
          }
          at = next;
        }
      };
      eachStemAndPair(text, share);
      closest.fill(-1);
      for (let i = 0; i < count; i++) enter(touched[i]!);
      const found = wanted.map((k) => {
        let nearest: Nearest = { cosine: 0, example: -1 };
        for (let at = k * COMPARED; at < (k + 1) * COMPARED && closest[at]! >= 0; at++) {
          const example = closest[at]!;
          const cosine = Math.min(1, (shared[example]! + likeness(text.meaning, example)) / FULL);
          if (cosine > nearest.cosine) nearest = { cosine, example };
        }
        return nearest;
      });
      for (let i = 0; i < count; i++) shared[touched[i]!] = 0;
      for (const k of wanted) isWanted[k] = 0;
      return found;
    },
  };
}
