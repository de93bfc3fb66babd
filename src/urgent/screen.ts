/**
 * The screen that comes before every answer: does somebody need help now? It puts together what the rules find in the
 * text and what the matcher believes. Each works without the other; what neither is sure of they can be sure of together.
 */
import type { Ranked } from "../match/matcher.ts";
import type { Pack } from "../pack/types.ts";
import { createRules, type Findings } from "./rules.ts";

export type Alarm = { readonly intent: string; readonly confidence: number };

/** What of a candidate the screen looks at. */
export type Believed = Pick<Ranked, "label" | "probability" | "nearness">;

export type Screen = (text: string, ranked: readonly Believed[]) => Alarm | undefined;

/**
 * How much weight the matcher's belief in urgent intents must have, by what the rules found. Its weight is the probability
 * of them all, times how near the text is to what the matcher knows: far from it, sure beliefs are worth little.
 */
const BARS = { likely: 0.12, nothing: 0.24, doubted: 0.25, aside: 0.32, denied: 0.9 } as const;
/** An urgent intent with this share of the belief in all of them is possible; the most pressing of those is given. */
const POSSIBLE = { likely: 0.2, alone: 0.35 } as const;
const CONFIDENCE = { sure: 0.95, likely: 0.8 } as const;
/** Which of two urgent intents is given: the first here. Others follow. */
const ORDER = ["emergency", "crisis", "safeguarding", "symptoms"];
/** Found alone, it leaves the matcher free to believe in something more pressing. */
const LEAST_PRESSING = "symptoms";

/** A screen for a pack; `isWord` tells real words from slips of the finger. Linear in the length of the text; never throws. */
export function createScreen(
  pack: Pick<Pack, "urgent" | "intents">,
  isWord: (word: string) => boolean,
): Screen {
  const find = createRules(pack.urgent, isWord);
  const isUrgent = (label: string) => pack.intents[label]?.kind === "urgent";

  return (text, ranked) => {
    const { signs, against } = find(text);
    const believed = ranked.filter(({ label }) => isUrgent(label));
    const belief = believed.reduce((sum, { probability }) => sum + probability, 0);
    const weight = belief * Math.max(0, ...believed.map(({ nearness }) => nearness));
    const raised = (strength: "sure" | "likely") =>
      mostPressing(signs.filter((found) => found.strength === strength).map(({ sign }) => sign.raises));

    const sure = raised("sure");
    if (sure && sure !== LEAST_PRESSING)
      return { intent: sure, confidence: Math.min(1, Math.max(CONFIDENCE.sure, belief)) };
    const likely = raised("likely");
    const believes = weight >= (likely ? BARS.likely : bar({ signs, against }));
    if (!believes) return sure ? { intent: sure, confidence: CONFIDENCE.sure } : undefined;
    const share = likely ? POSSIBLE.likely : POSSIBLE.alone;
    const possible = believed.filter(({ probability }) => probability >= belief * share);
    const intent = mostPressing(possible.map(({ label }) => label))!;
    return { intent, confidence: Math.min(1, Math.max(likely ? CONFIDENCE.likely : 0, belief)) };
  };
}

function bar({ signs, against }: Findings): number {
  if (signs.some(({ strength }) => strength === "doubted")) return BARS.doubted;
  return BARS[against ?? "nothing"];
}

/** Of urgent intents, the one that comes first; undefined where there is none. */
function mostPressing(intents: readonly string[]): string | undefined {
  const place = (intent: string) => (ORDER.indexOf(intent) + ORDER.length + 1) % (ORDER.length + 1);
  return [...intents].sort((a, b) => place(a) - place(b))[0];
}
