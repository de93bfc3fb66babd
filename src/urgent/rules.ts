/** The signs of `urgent/rules`, compiled once to be looked for in every message. */
import type { Sign, UrgentRules } from "../pack/types.ts";
import { createContextReader } from "./context.ts";
import { createFinder, type Span } from "./finder.ts";
import { parsePattern } from "./pattern.ts";
import { createVocabulary } from "./vocabulary.ts";
import { readWords } from "./words.ts";

/** How much a finding says: `alone` is one that is all that is said, `doubted` one in an aside, such as a clinic's name. */
export type Strength = "alone" | "sure" | "likely" | "doubted";

/** A sign that was found, and the pattern that found it. */
export type Finding = { readonly sign: Sign; readonly strength: Strength; readonly pattern: string };

export type Findings = {
  readonly signs: readonly Finding[];
  /** What speaks against an emergency: a sign that is said not to be there, or an aside such as a clinic's name. */
  readonly against: "denied" | "aside" | undefined;
};

/** Finds the signs in a normalised text. Linear in its length; never throws. */
export type Rules = (text: string) => Findings;

/** What may stand beside a sign that is all that is said. */
const BESIDE = new Set(
  (
    "a an the my me i im ive have has got having had is it its this be am are do does can could think feel like some " +
    "possible possibly suspected probable query really very bad help please pls plz now hi hello what how do know if"
  ).split(" "),
);
const WEIGHT: Readonly<Record<Strength, number>> = { doubted: 1, likely: 2, sure: 3, alone: 4 };

/**
 * Rules that take what `isWord` knows at its word, and other words for slips of the finger where they are near one.
 * @throws PatternError where a pattern cannot be read; a pack that was read without problems holds none.
 */
export function createRules(
  { lists, ordinary, context, signs }: UrgentRules,
  isWord: (word: string) => boolean,
): Rules {
  const plain = new Set(ordinary);
  const finder = createFinder(createVocabulary((word) => plain.has(word) || isWord(word)));
  const readContext = createContextReader(context, lists, finder);
  const meant = new Map<number, Finding>();
  for (const sign of signs) {
    for (const strength of ["sure", "likely", "alone"] as const) {
      for (const pattern of sign[strength])
        meant.set(finder.add(parsePattern(pattern, lists)), { sign, strength, pattern });
    }
  }

  return (text) => {
    const message = readWords(text);
    const found = finder.find(message.words);
    const surroundings = readContext(message, found);
    const best = new Map<Sign, Finding>();
    let against: Findings["against"] = surroundings.aside ? "aside" : undefined;
    for (const pattern of found.candidates) {
      const meaning = meant.get(pattern);
      if (!meaning) continue;
      const { sign, strength } = meaning;
      const known = best.get(sign);
      if (known && WEIGHT[known.strength] >= WEIGHT[strength]) continue;
      let [sidelined, denied] = [false, false];
      const plain = found.has(pattern, (spans) => {
        if (strength === "alone") return isAll(message.words, spans);
        if (surroundings.denies(spans)) {
          denied = true;
          return false;
        }
        if (!surroundings.sidelines(spans)) return true;
        sidelined = true;
        return false;
      });
      if (plain) best.set(sign, meaning);
      else if (sidelined && !known) best.set(sign, { ...meaning, strength: "doubted" });
      else if (denied) against = surroundings.turns ? "aside" : "denied";
    }
    return { signs: withoutReplaced(best), against };
  };
}

/** Whether nothing of weight is said beside what stands in `spans`. */
function isAll(words: readonly string[], spans: readonly Span[]): boolean {
  return words.every((word, at) => BESIDE.has(word) || spans.some(({ from, to }) => at >= from && at < to));
}

/** Without the signs that another one stands in for: tablets taken on purpose are no mere poisoning. */
function withoutReplaced(found: ReadonlyMap<Sign, Finding>): Finding[] {
  const replaced = new Set(
    [...found.values()].flatMap(({ sign, strength }) => (strength === "doubted" ? [] : sign["instead-of"])),
  );
  return [...found.values()].filter(({ sign }) => !replaced.has(sign.id));
}
