/** The signs of `urgent/rules`, compiled once to be looked for in every message. */
import type { Sign, UrgentRules } from "../pack/types.ts";
import { createContextReader } from "./context.ts";
import { createFinder } from "./finder.ts";
import { parsePattern } from "./pattern.ts";
import { createVocabulary } from "./vocabulary.ts";
import { readWords } from "./words.ts";

/** How much a finding says: `doubted` is one that stands in an aside, such as a clinic's name. */
export type Strength = "sure" | "likely" | "doubted";

export type Finding = { readonly sign: Sign; readonly strength: Strength };

export type Findings = {
  readonly signs: readonly Finding[];
  /** Something in the message, such as "no" or "clinic", speaks against an emergency. */
  readonly against: boolean;
};

/** Finds the signs in a text. Linear in its length; never throws. */
export type Rules = (text: string) => Findings;

const WEIGHT: Readonly<Record<Strength, number>> = { doubted: 1, likely: 2, sure: 3 };

/** @throws PatternError where a pattern cannot be read; a pack that was read without problems holds none. */
export function createRules({ lists, ordinary, context, signs }: UrgentRules): Rules {
  const finder = createFinder(createVocabulary(ordinary));
  const readContext = createContextReader(context, lists, finder);
  const meant = new Map<number, { sign: Sign; strength: Strength }>();
  for (const sign of signs) {
    for (const strength of ["sure", "likely"] as const) {
      for (const text of sign[strength]) meant.set(finder.add(parsePattern(text, lists)), { sign, strength });
    }
  }

  return (text) => {
    const message = readWords(text);
    const found = finder.find(message.words);
    const surroundings = readContext(message, found);
    const best = new Map<Sign, Strength>();
    for (const pattern of found.candidates) {
      const meaning = meant.get(pattern);
      if (!meaning) continue;
      const { sign, strength } = meaning;
      const known = best.get(sign);
      if (known && WEIGHT[known] >= WEIGHT[strength]) continue;
      let sidelined = false;
      const plain = found.has(pattern, (spans) => {
        if (surroundings.denies(spans)) return false;
        if (!surroundings.sidelines(spans)) return true;
        sidelined = true;
        return false;
      });
      if (plain) best.set(sign, strength);
      else if (sidelined && !known) best.set(sign, "doubted");
    }
    return { signs: withoutReplaced(best), against: surroundings.any };
  };
}

/** Without the signs that another one stands in for: tablets taken on purpose are no mere poisoning. */
function withoutReplaced(found: ReadonlyMap<Sign, Strength>): Finding[] {
  const replaced = new Set(
    [...found].flatMap(([sign, strength]) => (strength === "doubted" ? [] : sign["instead-of"])),
  );
  return [...found]
    .filter(([sign]) => !replaced.has(sign.id))
    .map(([sign, strength]) => ({ sign, strength }));
}
