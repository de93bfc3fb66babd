/**
 * How urgent a text sounds: a classifier of two classes, urgent and not, trained on every example of the pack. The matcher
 * shares its belief out over all that a text may mean; this asks the one question that comes first. Beside what the
 * matcher sees it is shown which stems are said near each other ("chest … heavy", "strike … heavy"): one word rarely makes
 * an emergency, two often do.
 */
import { type ClassifierData, createClassifier } from "../match/classifier.ts";
import {
  createScaler,
  everyFeature,
  type FeatureSpace,
  rarityAmong,
  type Sparse,
  type TextFeatures,
} from "../match/features.ts";
import { hash, hashPair } from "../match/hash.ts";
import { createKeyIndex } from "../match/sorted-keys.ts";
import { trainClassifier } from "../match/train-classifier.ts";

export type DetectorData = {
  /** Hashes of stems said together, in ascending order, and how rare they are. */
  readonly keys: Uint32Array;
  readonly idf: Float32Array;
  readonly unseenIdf: number;
  readonly classifier: ClassifierData;
};

/** The probability that a text is urgent. */
export type Detector = (text: TextFeatures) => number;

/** An example's words, and whether it is urgent. */
export type UrgentExample = { readonly words: readonly string[]; readonly urgent: boolean };

/** Stems count as said together with at most so many words from one to the other. */
const REACH = 5;
/** Of the whole text, as the matcher's kinds of features have lengths. */
const LENGTH = 0.7;
/** What fewer examples have is chance. */
const FEWEST = 4;
const SEED = hash("together");
const URGENT = 1;

/** Each two stems that are said together, in either order. */
function togetherKeys({ words }: TextFeatures): number[] {
  const keys: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const a = words[i]!.hash;
    for (let j = i + 1; j <= i + REACH && j < words.length; j++) {
      const b = words[j]!.hash;
      keys.push(a < b ? hashPair(a, b ^ SEED) : hashPair(b, a ^ SEED));
    }
  }
  return keys;
}

type Together = Omit<DetectorData, "classifier">;

/** The stems said together in a text, as features from `first` on. Reused by the next call. */
function createTogether({ keys, idf, unseenIdf }: Together, first: number): (text: TextFeatures) => Sparse {
  const placeOf = createKeyIndex(keys);
  const toLength = createScaler((id) => (id < 0 ? unseenIdf : idf[id]!), LENGTH);
  return (text) => {
    const together = toLength(togetherKeys(text).map(placeOf));
    for (let i = 0; i < together.ids.length; i++) together.ids[i]! += first;
    return together;
  };
}

/** Learns from `examples`, seen through the matcher's space. The same examples always give the same detector. */
export function trainDetector(examples: readonly UrgentExample[], space: FeatureSpace): DetectorData {
  const counts = new Map<number, number>();
  for (const { words } of examples) {
    for (const key of new Set(togetherKeys(space.of(words)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, documents]) => documents >= FEWEST).sort(([a], [b]) => a - b);
  const rarity = rarityAmong(examples.length);
  const together = {
    keys: Uint32Array.from(kept, ([key]) => key),
    idf: Float32Array.from(kept, ([, documents]) => rarity(documents)),
    unseenIdf: rarity(0),
  };
  const first = space.size + space.meanings.dimensions;
  const togetherOf = createTogether(together, first);
  const vectors = examples.map(({ words }) => {
    const text = space.of(words);
    return joined(everyFeature(text, space), togetherOf(text));
  });
  const classes = examples.map(({ urgent }) => (urgent ? URGENT : 0));
  return { ...together, classifier: trainClassifier(vectors, classes, first + kept.length, 2) };
}

/** A detector over trained data; `space` must be the one it was trained with. */
export function createDetector(data: DetectorData, space: FeatureSpace): Detector {
  const classify = createClassifier(data.classifier, space);
  const togetherOf = createTogether(data, space.size + space.meanings.dimensions);
  return (text) => classify(text, togetherOf(text))[URGENT]!;
}

function joined(a: Sparse, b: Sparse): Sparse {
  return {
    ids: Int32Array.from([...a.ids, ...b.ids]),
    weights: Float32Array.from([...a.weights, ...b.weights]),
  };
}
