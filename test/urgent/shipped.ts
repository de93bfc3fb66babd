/** The shipped rules, read once for the tests of this folder. */

import { normalise } from "../../src/language/normalise.ts";
import { readPackFolder } from "../../src/pack/folder.ts";
import { loadWordVectors, SHIPPED_PACK } from "../../src/pack/open.ts";
import { parseUrgent } from "../../src/pack/urgent-files.ts";
import { createRules } from "../../src/urgent/rules.ts";

export const { rules } = parseUrgent(readPackFolder(SHIPPED_PACK));
const wordVectors = loadWordVectors();
export const isWord = (word: string) => wordVectors.rowOf(word) >= 0;
const findIn = createRules(rules, isWord);
export const find = (text: string) => findIn(normalise(text));

/** The urgent ids that the rules alone are sure of, each once. */
export function raised(text: string): string[] {
  const sure = find(text).signs.filter(({ strength }) => ["alone", "sure"].includes(strength));
  return [...new Set(sure.map(({ sign }) => sign.raises))].sort();
}
