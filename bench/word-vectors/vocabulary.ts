/** Which words get a vector. */
import { createRequire } from "node:module";
import { hash } from "../../src/match/hash.ts";
import { encoderPieces } from "../peers/sentence-encoder.ts";

/**
 * Words in the order of their worth: those that the corpus holds `often` times or more, then those that the encoder knows
 * as one piece (its vocabulary is in the order of frequency), then those of a part-of-speech lexicon (natural's, from
 * Brill's). Plain lower-case words only, each once; of two with one hash, which the table could not tell apart, the first.
 */
export function listWords(corpus: Iterable<readonly string[]>, often = 2): string[] {
  const counts = new Map<string, number>();
  for (const words of corpus) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([word, count]) => count >= often && /^[a-z]{1,20}$/.test(word))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([word]) => word);
  const pieces = encoderPieces()
    .filter((piece) => /^▁[A-Za-z]{1,20}$/.test(piece))
    .map((piece) => piece.slice(1).toLowerCase());
  const require = createRequire(import.meta.url);
  const lexicon: Record<
    string,
    string[]
  > = require("natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json");
  const others = Object.keys(lexicon).filter((word) => /^[a-z]{3,14}$/.test(word));
  const words = new Map<number, string>();
  for (const word of [...frequent, ...pieces, ...others]) {
    const key = hash(word);
    if (!words.has(key)) words.set(key, word);
  }
  return [...words.values()];
}
