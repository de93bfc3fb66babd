/**
 * What the matcher sees of a text: its stems, its pairs of neighbouring stems and the letter runs inside its words, each
 * weighted by how rare it is among the examples (tf-idf; Spärck Jones 1972); and the mean meaning of its words
 * (word-vectors.ts).
 *
 * Two choices carry most of the worth. Letter runs of 3 to 5 let "apointment" meet "appointment". And a feature that no
 * example has keeps its weight when the vector is brought to length 1, so that unfamiliar text ends up short, near
 * nothing, instead of being stretched towards whatever little it shares with the examples.
 *
 * All but the pairs belongs to single words and adds up over them, lengths included. So what is known of a word is worked
 * out once and kept, and a question costs little more than its words are many.
 */
import { Kept } from "../language/kept.ts";
import { stem } from "../language/stems.ts";
import { hash, hashPair, SEED } from "./hash.ts";
import { createKeyIndex } from "./sorted-keys.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Each kind of feature is brought to a length of its own: letter runs outnumber words ten to one. */
export const LENGTHS = { stems: 1, pairs: 0.8, letters: 1, meaning: 0.7 } as const;

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;
/** Letter runs of a longer word are those of its start. */
const LETTERS_READ = 24;
const LETTERS_SEED = hash("letters", SEED);
const START = hash("^");
const END = hash("$");
/** Among many examples a pair or a letter run must stand in one of so many to be worth its room; most never come again. */
const EXAMPLES_A_FEATURE = 10_000;

/** What a fitted space is made of: enough to save and restore it. */
export type SpaceData = {
  /** The features' hashes, by number, in ascending order. */
  readonly keys: Uint32Array;
  /** The features' rarity (inverse document frequency), by number. */
  readonly idf: Float32Array;
  /** The rarity given to a feature that no example has. */
  readonly unseenIdf: number;
};

/** What is known of one word. Numbers of features are -1 where no example has them. */
export type WordFeatures = {
  readonly word: string;
  /** Of the stem. */
  readonly hash: number;
  readonly stem: number;
  /** Weights are rarities, not yet brought to length; squares are over seen and unseen features alike. */
  readonly stemWeight: number;
  readonly stemSquare: number;
  readonly lettersSquare: number;
  /** The word's row in the table of meanings, or -1. */
  readonly meaning: number;
  /** What classifiers have worked out for the word, each in its own place: it goes when the word is no longer kept. */
  readonly shares: WordShares[];
};

/** What a word says for and against each class: by its stem, its letters and its meaning, in steps of these sizes. */
export type WordShares = {
  readonly stem: number;
  readonly letters: number;
  readonly meaning: number;
  /** All three after one another: reading memory in order is most of what a question costs. */
  readonly steps: Int16Array;
};

/** A list of weighted features. */
export type Sparse = { readonly ids: Int32Array; readonly weights: Float32Array };

/** Those that examples have; `square` sums the squares of the others too. */
type LetterRuns = Sparse & { readonly square: number };

/** A text: its words' features, its pairs, and what brings each kind to its length. Lists are reused by the next text. */
export type TextFeatures = {
  readonly words: readonly WordFeatures[];
  /** Weights are brought to length. */
  readonly pairs: Sparse;
  readonly stemScale: number;
  readonly letterScale: number;
  /** Of length `LENGTHS.meaning`; undefined where no word has a meaning. */
  readonly meaning: Float32Array | undefined;
  readonly meaningScale: number;
};

export type FeatureSpace = {
  readonly data: SpaceData;
  /** How many features there are, but for meaning. */
  readonly size: number;
  readonly meanings: WordVectors;
  /** A place of one's own in the `shares` of this space's words. */
  newPlace(): number;
  /** The letter runs of a word, by their rarities: many, and wanted only while a word is new, so they are kept for few. */
  lettersOf(word: string): LetterRuns;
  /** The features of a text's words. Linear in their number. */
  of(words: readonly string[]): TextFeatures;
};

/** The hashes of a word's letter runs, each once. */
function letterKeys(word: string): number[] {
  const framed = `<${word.slice(0, LETTERS_READ)}>`;
  const keys: number[] = [];
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
    for (let from = 0; from + length <= framed.length; from++) {
      const key = hash(framed, LETTERS_SEED, from, from + length);
      if (!keys.includes(key)) keys.push(key);
    }
  }
  return keys;
}

/** A space fitted to the examples. */
export function fitFeatureSpace(
  examples: readonly (readonly string[])[],
  meanings: WordVectors,
): FeatureSpace {
  const known = new Kept<string, { readonly stem: number; readonly letters: readonly number[] }>(
    WORDS_FITTED,
  );
  const hashesOf = (word: string) => ({ stem: hash(stem(word)), letters: letterKeys(word) });
  const stems = new Map<number, number>();
  const others = new Map<number, number>();
  const count = (counts: Map<number, number>, keys: readonly number[]) => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const words of examples) {
    const hashes = words.map((word) => known.of(word, hashesOf));
    const stemsHere = hashes.map((word) => word.stem);
    count(stems, stemsHere);
    count(others, pairKeys(stemsHere));
    count(
      others,
      hashes.flatMap((word) => word.letters),
    );
  }
  const fewest = Math.ceil(examples.length / EXAMPLES_A_FEATURE);
  const features = [...stems, ...[...others].filter(([, documents]) => documents >= fewest)].sort(
    ([a], [b]) => a - b,
  );
  const rarity = rarityAmong(examples.length);
  const data = {
    keys: Uint32Array.from(features, ([key]) => key),
    idf: Float32Array.from(features, ([, documents]) => rarity(documents)),
    unseenIdf: rarity(0),
  };
  return createFeatureSpace(data, meanings);
}

/** How rare a feature is that so many of `examples` documents have (inverse document frequency, smoothed). */
export const rarityAmong = (examples: number) => (documents: number) =>
  Math.log((1 + examples) / (1 + documents)) + 1;

/** Neighbouring stems, and the first and the last stem with the edge of the text: "who …" asks otherwise than "… who". */
function pairKeys(stems: readonly number[]): number[] {
  if (stems.length === 0) return [];
  const keys: number[] = [];
  let before = START;
  for (const stem of stems) {
    keys.push(hashPair(before, stem));
    before = stem;
  }
  keys.push(hashPair(before, END));
  return keys;
}

/** Words are few and come again: what is known of one is kept, up to this many. */
const WORDS_KEPT = 10_000;
const LETTERS_KEPT = 200;
/** While a space is fitted, nothing but the words' hashes is kept, and for many more of them. */
const WORDS_FITTED = 100_000;

/** The space that `data` describes. */
export function createFeatureSpace(data: SpaceData, meanings: WordVectors): FeatureSpace {
  const { keys, idf, unseenIdf } = data;
  const placeOf = createKeyIndex(keys);
  const kept = new Kept<string, WordFeatures>(WORDS_KEPT);
  const keptLetters = new Kept<string, LetterRuns>(LETTERS_KEPT);
  const weightOf = (id: number) => (id < 0 ? unseenIdf : idf[id]!);
  const toLength = createScaler(weightOf, LENGTHS.pairs);
  const meaning = new Float32Array(meanings.dimensions);
  let places = 0;

  function featuresOf(word: string): WordFeatures {
    const key = hash(stem(word));
    const place = placeOf(key);
    return {
      word,
      hash: key,
      stem: place,
      stemWeight: weightOf(place),
      stemSquare: weightOf(place) ** 2,
      lettersSquare: lettersOf(word).square,
      meaning: meanings.rowOf(word),
      shares: [],
    };
  }

  const lettersOf = (word: string) => keptLetters.of(word, workOutLetters);

  function workOutLetters(word: string): LetterRuns {
    const found = letterKeys(word).map(placeOf);
    const ids = Int32Array.from(found.filter((id) => id >= 0));
    const square = found.reduce((sum, id) => sum + weightOf(id) ** 2, 0);
    return { ids, weights: Float32Array.from(ids, weightOf), square };
  }

  return {
    data,
    size: keys.length,
    meanings,
    newPlace: () => places++,
    lettersOf,
    of(text) {
      // "Help help help" is no other matter than "help".
      const said = text.filter((word, i) => word !== text[i - 1]);
      const words = said.map((word) => kept.of(word, featuresOf));
      let stemSquare = 0;
      let lettersSquare = 0;
      meaning.fill(0);
      for (const word of words) {
        stemSquare += word.stemSquare;
        lettersSquare += word.lettersSquare;
        if (word.meaning >= 0) meanings.addRow(word.meaning, meaning);
      }
      let meaningSquare = 0;
      for (let i = 0; i < meaning.length; i++) meaningSquare += meaning[i]! * meaning[i]!;
      const meaningScale = meaningSquare > 0 ? LENGTHS.meaning / Math.sqrt(meaningSquare) : 0;
      for (let i = 0; i < meaning.length; i++) meaning[i]! *= meaningScale;
      return {
        words,
        pairs: toLength(pairKeys(words.map(({ hash }) => hash)).map(placeOf)),
        stemScale: stemSquare > 0 ? LENGTHS.stems / Math.sqrt(stemSquare) : 0,
        letterScale: lettersSquare > 0 ? LENGTHS.letters / Math.sqrt(lettersSquare) : 0,
        meaning: meaningScale > 0 ? meaning : undefined,
        meaningScale,
      };
    },
  };
}

/**
 * What brings features, -1 for those that no example has, to `length` together; those that no example has are then left
 * out. The list is in memory that the next call uses again: one is made for every question.
 */
export function createScaler(
  weightOf: (feature: number) => number,
  length: number,
): (features: readonly number[]) => Sparse {
  let ids = new Int32Array(0);
  let weights = new Float32Array(0);
  return (features) => {
    if (features.length > ids.length) {
      ids = new Int32Array(features.length * 2);
      weights = new Float32Array(ids.length);
    }
    let count = 0;
    let square = 0;
    for (const id of features) {
      const weight = weightOf(id);
      square += weight * weight;
      if (id < 0) continue;
      ids[count] = id;
      weights[count++] = weight;
    }
    const scale = square > 0 ? length / Math.sqrt(square) : 0;
    for (let i = 0; i < count; i++) weights[i]! *= scale;
    return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
  };
}

/** Visits the stems and pairs that examples have, each with its weight, brought to length. */
export function eachStemAndPair(
  { words, stemScale, pairs }: TextFeatures,
  visit: (feature: number, weight: number) => void,
): void {
  for (const { stem, stemWeight } of words) if (stem >= 0) visit(stem, stemWeight * stemScale);
  for (let i = 0; i < pairs.ids.length; i++) visit(pairs.ids[i]!, pairs.weights[i]!);
}

/** Stems and pairs alone: what examples are indexed by. */
export function stemsAndPairs(text: TextFeatures): Sparse {
  const ids: number[] = [];
  const weights: number[] = [];
  eachStemAndPair(text, (id, weight) => {
    ids.push(id);
    weights.push(weight);
  });
  return { ids: Int32Array.from(ids), weights: Float32Array.from(weights) };
}

/** Every feature in one list, brought to length: what the classifier is trained on. Meaning comes last, from `size` on. */
export function everyFeature(text: TextFeatures, space: FeatureSpace): Sparse {
  const ids: number[] = [];
  const weights: number[] = [];
  const { ids: first, weights: firstWeights } = stemsAndPairs(text);
  ids.push(...first);
  weights.push(...firstWeights);
  for (const { word } of text.words) {
    const letters = space.lettersOf(word);
    ids.push(...letters.ids);
    for (const weight of letters.weights) weights.push(weight * text.letterScale);
  }
  text.meaning?.forEach((value, i) => {
    ids.push(space.size + i);
    weights.push(value);
  });
  return { ids: Int32Array.from(ids), weights: Float32Array.from(weights) };
}
