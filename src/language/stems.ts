/**
 * Porter's stemmer from `natural`, behind a bounded cache.
 *
 * Imported by sub-path: the root of `natural` loads database drivers and prints to standard output.
 */
import porterStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";

/** Longer "words" are key mashing or identifiers: stemming them costs time and finds nothing. */
const LONGEST_STEMMED = 24;
const CACHE_LIMIT = 5_000;
const cache = new Map<string, string>();

/** The stem of one lower-case word: "appointments" → "appoint". Words with digits or signs stay as they are. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const found = word.length > LONGEST_STEMMED || !/^[a-z]+$/.test(word) ? word : porterStemmer.stem(word);
  // Emptied rather than evicted: refilling costs milliseconds, and hostile input cannot make it grow.
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, found);
  return found;
}
