/**
 * What the matcher sees of a text: its stems, its pairs of neighbouring stems and the letter runs inside its words, each
 * weighted by how rare it is among the examples (tf-idf with binary term frequency; Spärck Jones 1972); and the mean
 * meaning of its words (word-vectors.ts), as a handful of dense features.
 *
 * Two choices carry most of the worth. Letter runs of 3 to 5 let "apointment" meet "appointment". And a feature that no
 * example has keeps its weight when the vector is brought to length 1, so that unfamiliar text ends up short, near
 * nothing, instead of being stretched towards whatever little it shares with the examples.
 */
import { stem } from "../language/stems.ts";
import { hash, hashPair, SEED } from "./hash.ts";
import { createHashIndex, lookUp } from "./hash-index.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Each kind of feature is brought to a length of its own: letter runs outnumber words ten to one. */
const STEM_LENGTH = 1;
const PAIR_LENGTH = 0.7;
const LETTERS_LENGTH = 0.8;
const MEANING_LENGTH = 1;
/** The squared length of stems, pairs and meaning where all of them are known: what neighbours are compared by. */
export const NEARNESS_SQUARE = STEM_LENGTH ** 2 + PAIR_LENGTH ** 2 + MEANING_LENGTH ** 2;

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;
/** Letter runs of a longer word are those of its start. */
const LETTERS_READ = 24;
const LETTERS_SEED = hash("letters", SEED);

/**
 * A text as numbers: the features it has, by number, and their weights. Stems come first, then pairs, then letter runs,
 * then meaning; `words` tells where stems and pairs end and `sparse` where meaning starts.
 */
export type Vector = {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly words: number;
  readonly sparse: number;
};

/** What a fitted space is made of: enough to save and restore it. */
export type SpaceData = {
  /** The features' hashes, by number. */
  readonly keys: Uint32Array;
  /** The features' rarity (inverse document frequency), by number. */
  readonly idf: Float32Array;
  /** The rarity given to a feature that no example has. */
  readonly unseenIdf: number;
};

export type FeatureSpace = {
  readonly data: SpaceData;
  /** How many features there are, the dense ones included. */
  readonly size: number;
  /** The vector of a text's words. Linear in their number. */
  vectorise(words: readonly string[]): Vector;
};

/** The hashes of one word's features. */
type WordHashes = { readonly stem: number; readonly letters: Uint32Array };

function wordHashes(word: string): WordHashes {
  const framed = `<${word.slice(0, LETTERS_READ)}>`;
  const letters = new Set<number>();
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
    for (let from = 0; from + length <= framed.length; from++) {
      letters.add(hash(framed, LETTERS_SEED, from, from + length));
    }
  }
  return { stem: hash(stem(word)), letters: Uint32Array.from(letters) };
}

/** Among many examples a pair or a letter run must stand in one of so many to be worth its room; most never come again. */
const EXAMPLES_A_FEATURE = 10_000;

/** A space fitted to the examples. */
export function fitFeatureSpace(
  examples: readonly (readonly string[])[],
  meanings: WordVectors,
): FeatureSpace {
  const known = new Map<string, WordHashes>();
  const stems = new Map<number, number>();
  const others = new Map<number, number>();
  const count = (counts: Map<number, number>, keys: Iterable<number>) => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const words of examples) {
    const hashes = words.map((word) => remember(known, word, wordHashes));
    count(
      stems,
      hashes.map((word) => word.stem),
    );
    count(
      others,
      hashes.slice(1).map((word, i) => hashPair(hashes[i]!.stem, word.stem)),
    );
    count(
      others,
      hashes.flatMap((word) => Array.from(word.letters)),
    );
  }
  const fewest = Math.ceil(examples.length / EXAMPLES_A_FEATURE);
  const features = [...stems, ...[...others].filter(([, documents]) => documents >= fewest)];
  const rarity = (documents: number) => Math.log((1 + examples.length) / (1 + documents)) + 1;
  const data = {
    keys: Uint32Array.from(features, ([key]) => key),
    idf: Float32Array.from(features, ([, documents]) => rarity(documents)),
    unseenIdf: rarity(0),
  };
  return createFeatureSpace(data, meanings);
}

/** One word's features as the space numbers them. */
type WordFeatures = {
  readonly hash: number;
  /** The stem's number, or -1. */
  readonly stem: number;
  readonly letters: Int32Array;
  /** How many of its letter runs no example has. */
  readonly unseenLetters: number;
};

/** Words are few and come again: what is known of one is kept, up to this many. */
const WORDS_KEPT = 20_000;

/** The space that `data` describes. */
export function createFeatureSpace(data: SpaceData, meanings: WordVectors): FeatureSpace {
  const { keys, idf, unseenIdf } = data;
  const index = createHashIndex(keys);
  const kept = new Map<string, WordFeatures>();
  const unseenSquare = unseenIdf * unseenIdf;
  // Reused from call to call. A feature counts once a text: `stamps` tells in which text it was last met.
  const stamps = new Uint32Array(keys.length);
  let stamp = 0;
  let ids = new Int32Array(256);
  let weights = new Float32Array(256);
  let count = 0;
  let square = 0;

  function add(id: number): void {
    if (id < 0) square += unseenSquare;
    else if (stamps[id] !== stamp) {
      stamps[id] = stamp;
      if (count === ids.length) grow();
      ids[count] = id;
      const weight = idf[id]!;
      weights[count++] = weight;
      square += weight * weight;
    }
  }

  /** Brings the features added since `from` to `length`, together with those that no example has. */
  function closeGroup(from: number, length: number): void {
    if (square > 0) {
      const scale = length / Math.sqrt(square);
      for (let i = from; i < count; i++) weights[i]! *= scale;
    }
    square = 0;
  }

  function grow(): void {
    const [moreIds, moreWeights] = [new Int32Array(ids.length * 2), new Float32Array(ids.length * 2)];
    moreIds.set(ids);
    moreWeights.set(weights);
    [ids, weights] = [moreIds, moreWeights];
  }

  function featuresOf(word: string): WordFeatures {
    const hashes = wordHashes(word);
    const letters = Array.from(hashes.letters, (key) => lookUp(index, key));
    const found = letters.filter((id) => id >= 0);
    return {
      hash: hashes.stem,
      stem: lookUp(index, hashes.stem),
      letters: Int32Array.from(found),
      unseenLetters: letters.length - found.length,
    };
  }

  return {
    data,
    size: keys.length + meanings.dimensions,
    vectorise(words) {
      stamp = (stamp + 1) >>> 0;
      count = 0;
      const features = words.map((word) => remember(kept, word, featuresOf, WORDS_KEPT));
      for (const word of features) add(word.stem);
      closeGroup(0, STEM_LENGTH);
      const pairsFrom = count;
      for (let i = 1; i < features.length; i++)
        add(lookUp(index, hashPair(features[i - 1]!.hash, features[i]!.hash)));
      closeGroup(pairsFrom, PAIR_LENGTH);
      const lettersFrom = count;
      for (const word of features) {
        for (let i = 0; i < word.letters.length; i++) add(word.letters[i]!);
        square += word.unseenLetters * unseenSquare;
      }
      closeGroup(lettersFrom, LETTERS_LENGTH);
      const sparse = count;
      const meaning = meanings.mean(words);
      if (meaning) {
        for (let i = 0; i < meaning.length; i++) {
          if (count === ids.length) grow();
          ids[count] = keys.length + i;
          weights[count++] = meaning[i]! * MEANING_LENGTH;
        }
      }
      return { ids: ids.slice(0, count), weights: weights.slice(0, count), words: lettersFrom, sparse };
    },
  };
}

function remember<V>(
  kept: Map<string, V>,
  key: string,
  make: (key: string) => V,
  limit = Number.POSITIVE_INFINITY,
): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (kept.size >= limit) kept.clear();
  kept.set(key, made);
  return made;
}
