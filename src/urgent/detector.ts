/**
 * How urgent a text sounds: what two classifiers, trained on every example of the pack, say on average. One knows two
 * classes, urgent and not; the other tells apart the urgent intents and the folders of all others, so that what speaks of
 * despair need not look like what speaks of bleeding. The matcher shares its belief out over all that a text may mean; these
 * ask the one question that comes first. Beside what the matcher sees they are shown which stems are said near each other
 * ("chest … heavy", "strike … heavy"): one word rarely makes an emergency, two often do.
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
import { type Pace, trainClassifier } from "../match/train-classifier.ts";
import { fromLogOdds, logOdds } from "./log-odds.ts";

export type DetectorData = {
  /** Hashes of stems said together, in ascending order, and how rare they are. */
  readonly keys: Uint32Array;
  readonly idf: Float32Array;
  readonly unseenIdf: number;
  readonly views: readonly View[];
};

/** A classifier, and which of its classes are urgent. */
type View = { readonly classifier: ClassifierData; readonly urgent: readonly number[] };

/** The probability that a text is urgent. */
export type Detector = (text: TextFeatures) => number;

/** An example's words, whether it is urgent, and its kind: an urgent intent, or the folder of another. */
export type SortedExample = {
  readonly words: readonly string[];
  readonly urgent: boolean;
  readonly kind: string;
};

/** Stems count as said together with at most so many words from one to the other. */
const REACH = 5;
/** Of the whole text, as the matcher's kinds of features have lengths. */
const LENGTH = 0.7;
/** What fewer examples have is chance. */
const FEWEST = 4;
const SEED = hash("together");
const DOUBT = 0.002;
/** Two classes, or ten, of which every example teaches all: set on decks held out by writer. */
const FEW_CLASSES: Pace = { rate: 0.4, fewestEpochs: 12 };

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

type Together = Omit<DetectorData, "views">;

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
export function trainDetector(examples: readonly SortedExample[], space: FeatureSpace): DetectorData {
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
  const features = first + kept.length;
  const sortedBy = (classOf: (example: SortedExample) => string): View => {
    const names = [...new Set(examples.map(classOf))].sort();
    const numbers = new Map(names.map((name, number) => [name, number]));
    const classes = examples.map((example) => numbers.get(classOf(example))!);
    const urgent = new Set(examples.filter((example) => example.urgent).map(classOf));
    return {
      classifier: trainClassifier(vectors, classes, features, names.length, FEW_CLASSES),
      urgent: names.flatMap((name, number) => (urgent.has(name) ? [number] : [])),
    };
  };
  return { ...together, views: [sortedBy(({ urgent }) => String(urgent)), sortedBy(({ kind }) => kind)] };
}

/** A detector over trained data; `space` must be the one it was trained with. */
export function createDetector(data: DetectorData, space: FeatureSpace): Detector {
  const togetherOf = createTogether(data, space.size + space.meanings.dimensions);
  const views = data.views.map(({ classifier, urgent }) => ({
    classify: createClassifier(classifier, space),
    urgent,
  }));
  return (text) => {
    const together = togetherOf(text);
    let sum = 0;
    for (const { classify, urgent } of views) {
      const probabilities = classify(text, together);
      const probability = urgent.reduce((all, number) => all + probabilities[number]!, 0);
      sum += logOdds(probability, DOUBT);
    }
    return fromLogOdds(sum / views.length);
  };
}

function joined(a: Sparse, b: Sparse): Sparse {
  return {
    ids: Int32Array.from([...a.ids, ...b.ids]),
    weights: Float32Array.from([...a.weights, ...b.weights]),
  };
}
