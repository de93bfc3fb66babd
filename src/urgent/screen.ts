/**
 * The screen that comes before every answer: does somebody need help now? It puts together what the rules find in the
 * text and what the matcher believes. Each works without the other; what neither is sure of they can be sure of together.
 */
import type { Ranked } from "../match/matcher.ts";
import type { Pack } from "../pack/types.ts";
import { createRules, type Findings } from "./rules.ts";

export type Alarm = { readonly intent: string; readonly confidence: number };

/** What of a candidate the screen looks at. */
export type Believed = Pick<Ranked, "label" | "probability">;

export type Screen = (text: string, ranked: readonly Believed[]) => Alarm | undefined;

/** The share of the matcher's belief that urgent intents must have, by what else speaks for and against. */
export const BARS = { likely: 0.12, nothing: 0.45, doubted: 0.5, against: 0.6 } as const;
const CONFIDENCE = { sure: 0.95, likely: 0.8 } as const;
/** Which of two urgent intents is given: the first here. Others follow. */
const ORDER = ["emergency", "crisis", "safeguarding", "symptoms"];

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
    const raised = (strength: "sure" | "likely") =>
      first(signs.filter((finding) => finding.strength === strength).map(({ sign }) => sign.raises));

    const sure = raised("sure");
    if (sure) return { intent: sure, confidence: Math.max(CONFIDENCE.sure, belief) };
    const likely = raised("likely");
    if (likely && belief >= BARS.likely)
      return { intent: likely, confidence: Math.max(CONFIDENCE.likely, belief) };
    if (belief < bar({ signs, against })) return undefined;
    return { intent: mostPressing(believed, belief), confidence: Math.min(1, belief) };
  };
}

function bar({ signs, against }: Findings): number {
  if (signs.some(({ strength }) => strength === "doubted")) return BARS.doubted;
  return against ? BARS.against : BARS.nothing;
}

/** What the matcher believes most, unless something more pressing is nearly as likely. */
function mostPressing(believed: readonly Believed[], belief: number): string {
  const possible = believed.filter(({ probability }) => probability >= belief * 0.35);
  return first(possible.map(({ label }) => label)) ?? believed[0]!.label;
}

/** Of urgent intents, the one that comes first; undefined where there is none. */
function first(intents: readonly string[]): string | undefined {
  const place = (intent: string) => (ORDER.indexOf(intent) + ORDER.length + 1) % (ORDER.length + 1);
  return [...intents].sort((a, b) => place(a) - place(b))[0];
}
