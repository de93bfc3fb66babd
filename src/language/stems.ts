/**
 * Porter's stemmer from `natural`, behind a bounded cache.
 *
 * Imported by sub-path: the root of `natural` loads database drivers and prints to standard output.
 */
import porterStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";
import { Kept } from "./kept.ts";

/** Longer "words" are key mashing or identifiers: stemming them costs time and finds nothing. */
const LONGEST_STEMMED = 24;
const STEMS_KEPT = 5_000;
const kept = new Kept<string, string>(STEMS_KEPT);

/** The stem of one lower-case word: "appointments" → "appoint". Words with digits or signs stay as they are. */
export const stem = (word: string): string => kept.of(word, work);

const work = (word: string) =>
  word.length > LONGEST_STEMMED || !/^[a-z]+$/.test(word) ? word : porterStemmer.stem(word);
