/**
 * The nearest example of each label: what the classifier says of a text is worth more where an example of the same label
 * is close by (a nearest-neighbour rule beside the classifier, as in memory-based learning; Daelemans and van den Bosch
 * 2005).
 *
 * Examples that share a stem or a pair of stems with the text are found through an inverted index whose lists are cut at
 * `LONGEST_LIST`, the strongest first, so that the cost of a question does not grow with the number of examples. Nearness
 * is the cosine over stems, pairs and meaning; letter runs add nothing here and would make the index ten times larger.
 */
import { LENGTHS, type Sparse, stemsAndPairs, type TextFeatures } from "./features.ts";

export type NeighboursData = {
  /** The class of each example. */
  readonly classes: Uint16Array;
  /** Where each feature's runs start; one more than there are stems and pairs. */
  readonly starts: Uint32Array;
  /** The examples with a feature stand class by class, so that the classes not looked for are stepped over a run at a time. */
  readonly runClasses: Uint16Array;
  /** Where each run's examples start; one more than there are runs. */
  readonly runStarts: Uint32Array;
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

/** The product of two texts that share all their stems, pairs and meaning. */
const FULL = LENGTHS.stems ** 2 + LENGTHS.pairs ** 2 + LENGTHS.meaning ** 2;
const LONGEST_LIST = 128;
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
  const lists: { example: number; weight: number }[][] = Array.from({ length: features }, () => []);
  const meanings = new Int8Array(examples.length * dimensions);
  const meaningScales = new Float32Array(examples.length);
  examples.forEach(({ words: { ids, weights }, meaning }, example) => {
    for (let i = 0; i < ids.length; i++) lists[ids[i]!]!.push({ example, weight: weights[i]! });
    if (!meaning) return;
    const largest = Math.max(...meaning.map(Math.abs));
    meaningScales[example] = largest / MEANING_STEPS;
    meaning.forEach((value, i) => {
      meanings[example * dimensions + i] = Math.round((value / largest) * MEANING_STEPS);
    });
  });
  const starts = new Uint32Array(features + 1);
  const runClasses: number[] = [];
  const runStarts: number[] = [];
  const entries: { example: number; weight: number }[] = [];
  lists.forEach((list, feature) => {
    const kept = list.sort((a, b) => b.weight - a.weight).slice(0, LONGEST_LIST);
    for (const entry of kept.sort((a, b) => labels[a.example]! - labels[b.example]!)) {
      const label = labels[entry.example]!;
      if (runStarts.length === starts[feature]! || runClasses.at(-1) !== label) {
        runClasses.push(label);
        runStarts.push(entries.length);
      }
      entries.push(entry);
    }
    starts[feature + 1] = runStarts.length;
  });
  runStarts.push(entries.length);
  return {
    classes: Uint16Array.from(labels),
    starts,
    runClasses: Uint16Array.from(runClasses),
    runStarts: Uint32Array.from(runStarts),
    entryExamples: Uint32Array.from(entries, ({ example }) => example),
    entryWeights: Uint8Array.from(entries, ({ weight }) => Math.round(weight * WEIGHT_STEPS)),
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
  const { starts, runClasses, runStarts, entryExamples, entryWeights, dimensions, meanings, meaningScales } =
    data;
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
      const { ids, weights } = stemsAndPairs(text);
      for (const k of wanted) isWanted[k] = 1;
      let count = 0;
      const least = LEAST_SHARE * weights.reduce((most, weight) => Math.max(most, weight), 0);
      for (let i = 0; i < ids.length; i++) {
        if (weights[i]! < least) continue;
        const weight = weights[i]! / WEIGHT_STEPS;
        const lastRun = starts[ids[i]! + 1]!;
        for (let run = starts[ids[i]!]!; run < lastRun; run++) {
          if (isWanted[runClasses[run]!] === 0) continue;
          const end = runStarts[run + 1]!;
          for (let at = runStarts[run]!; at < end; at++) {
            const example = entryExamples[at]!;
            if (shared[example] === 0) touched[count++] = example;
            shared[example]! += weight * entryWeights[at]!;
          }
        }
      }
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
