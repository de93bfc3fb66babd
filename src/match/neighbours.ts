/**
 * The nearest example of each label: what the classifier says of a text is worth more where an example of the same label
 * is close by (a nearest-neighbour rule beside the classifier, as in memory-based learning; Daelemans and van den Bosch
 * 2005).
 *
 * Examples that share a stem or a pair of stems with the text are found through an inverted index. A feature's examples
 * stand there class by class, and of each class the `LONGEST_RUN` in which the feature weighs most: a question looks up the
 * few classes in the running, so that what it costs grows neither with the number of examples nor with that of classes.
 * Nearness is the cosine over stems, pairs and meaning; letter runs add nothing here and would make the index ten times
 * larger.
 */
import { eachStemAndPair, LENGTHS, type Sparse, stemsAndPairs, type TextFeatures } from "./features.ts";

export type NeighboursData = {
  /** Where each feature's runs start among the runs; one more than there are features. A run is of one class. */
  readonly starts: Uint32Array;
  /** The class of each run, ascending within a feature. */
  readonly runClasses: Uint16Array;
  /** Where each run's entries start; one more than there are runs. */
  readonly runStarts: Uint32Array;
  /** An example (upper 24 bits) and the feature's weight in it in steps of 1/255 (lower 8 bits): one number, one read. */
  readonly entries: Uint32Array;
  readonly dimensions: number;
  /** The meaning of each example, in steps of its scale; a row of zeros where it has none. */
  readonly meanings: Int8Array;
  readonly meaningScales: Float32Array;
};

/** How near the nearest example of a class is (0 to 1), and which it is (-1 for none). */
export type Nearest = { readonly cosine: number; readonly example: number };

/** The product of two texts that share all their stems, pairs and meaning. */
const FULL = LENGTHS.stems ** 2 + LENGTHS.pairs ** 2 + LENGTHS.meaning ** 2;
/** Cut shorter, the nearest is often missed where a class has more examples with the same frequent words. */
const LONGEST_RUN = 64;
const WEIGHT_BITS = 8;
const WEIGHT_STEPS = 2 ** WEIGHT_BITS - 1;
const MOST_EXAMPLES = 2 ** (32 - WEIGHT_BITS);
/** So many examples of a class, those that share most words with the text, are compared by meaning too. */
const COMPARED = 3;
/** What weighs less than this share of a text's weightiest stem or pair brings no example near that others do not. */
const LEAST_SHARE = 0.3;
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
  const withFeature: Weighted[][] = Array.from({ length: features }, () => []);
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
  const runClasses: number[] = [];
  const runStarts = [0];
  const entries: number[] = [];
  withFeature.forEach((found, feature) => {
    for (const run of runsOf(found, labels)) {
      runClasses.push(labels[run[0]!.example]!);
      // Not by shifting, which makes negative numbers of large ones.
      for (const { example, weight } of run)
        entries.push(example * (WEIGHT_STEPS + 1) + Math.round(weight * WEIGHT_STEPS));
      runStarts.push(entries.length);
    }
    starts[feature + 1] = runClasses.length;
  });
  return {
    starts,
    runClasses: Uint16Array.from(runClasses),
    runStarts: Uint32Array.from(runStarts),
    entries: Uint32Array.from(entries),
    dimensions,
    meanings,
    meaningScales,
  };
}

type Weighted = { readonly example: number; readonly weight: number };

/** The examples with a feature, a list for each of their classes, in the order of those, each cut to the weightiest. */
function* runsOf(found: Weighted[], labels: ArrayLike<number>): Generator<Weighted[]> {
  const classAt = (i: number) => labels[found[i]!.example]!;
  found.sort((a, b) => labels[a.example]! - labels[b.example]! || b.weight - a.weight);
  for (let from = 0; from < found.length; ) {
    let to = from + 1;
    while (to < found.length && classAt(to) === classAt(from)) to++;
    yield found.slice(from, Math.min(to, from + LONGEST_RUN));
    from = to;
  }
}

export type Neighbours = {
  /** The nearest example of each of `wanted` classes, in their order. */
  nearest(text: TextFeatures, wanted: readonly number[]): Nearest[];
};

/** A search over `data`. */
export function createNeighbours(data: NeighboursData): Neighbours {
  const { starts, runClasses, runStarts, entries, dimensions, meanings, meaningScales } = data;
  const shared = new Float32Array(meaningScales.length);
  const touched = new Uint32Array(meaningScales.length);
  const closest = new Int32Array(COMPARED);
  const sums = new Float32Array(COMPARED);
  /** Of the text's stems and pairs those that weigh enough, and what a step of an example's weight is worth of each. */
  const features: number[] = [];
  const steps: number[] = [];

  function lookFor(text: TextFeatures): void {
    let most = 0;
    eachStemAndPair(text, (_, weight) => {
      if (weight > most) most = weight;
    });
    features.length = 0;
    steps.length = 0;
    eachStemAndPair(text, (feature, weight) => {
      if (weight < LEAST_SHARE * most) return;
      features.push(feature);
      steps.push(weight / WEIGHT_STEPS);
    });
  }

  /** The run of a class among a feature's, by halving; -1 for none. */
  function runOf(feature: number, wanted: number): number {
    const end = starts[feature + 1]!;
    let low = starts[feature]!;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (runClasses[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low < end && runClasses[low] === wanted ? low : -1;
  }

  /** Sums up in `shared` what each example of a class shares with the text. Returns how many examples are in `touched`. */
  function share(wanted: number): number {
    let count = 0;
    for (let i = 0; i < features.length; i++) {
      const run = runOf(features[i]!, wanted);
      if (run < 0) continue;
      const step = steps[i]!;
      const end = runStarts[run + 1]!;
      for (let at = runStarts[run]!; at < end; at++) {
        const entry = entries[at]!;
        const example = entry >>> WEIGHT_BITS;
        if (shared[example] === 0) touched[count++] = example;
        shared[example]! += step * (entry & WEIGHT_STEPS);
      }
    }
    return count;
  }

  /** Keeps in `closest` the `COMPARED` of the `count` examples in `touched` that share most with the text, and empties `shared`. */
  function select(count: number): void {
    closest.fill(-1);
    sums.fill(0);
    const last = COMPARED - 1;
    let least = 0;
    for (let i = 0; i < count; i++) {
      const example = touched[i]!;
      const sum = shared[example]!;
      shared[example] = 0;
      if (sum <= least) continue;
      let at = last;
      while (at > 0 && sums[at - 1]! < sum) {
        closest[at] = closest[at - 1]!;
        sums[at] = sums[at - 1]!;
        at--;
      }
      closest[at] = example;
      sums[at] = sum;
      least = sums[last]!;
    }
  }

  function likeness(meaning: Float32Array | undefined, example: number): number {
    if (!meaning) return 0;
    let sum = 0;
    const row = example * dimensions;
    for (let i = 0; i < dimensions; i++) sum += meaning[i]! * meanings[row + i]!;
    return Math.max(0, sum * meaningScales[example]!);
  }

  function nearestOf(wanted: number, meaning: Float32Array | undefined): Nearest {
    select(share(wanted));
    let nearest: Nearest = { cosine: 0, example: -1 };
    for (let i = 0; i < COMPARED && closest[i]! >= 0; i++) {
      const example = closest[i]!;
      const cosine = Math.min(1, (sums[i]! + likeness(meaning, example)) / FULL);
      if (cosine > nearest.cosine) nearest = { cosine, example };
    }
    return nearest;
  }

  return {
    nearest(text, wanted) {
      lookFor(text);
      return wanted.map((k) => nearestOf(k, text.meaning));
    },
  };
}
