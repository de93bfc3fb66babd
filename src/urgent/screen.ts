/**
 * The screen that comes before every answer: does somebody need help now? It adds up, as log-odds (weights of evidence;
 * Good 1985), how urgent the text sounds to the detector, what the matcher believes, and what the rules find for and
 * against. Each works without the others; what none is sure of they can be sure of together.
 */
import type { Ranked } from "../match/matcher.ts";
import type { Pack } from "../pack/types.ts";
import { createRules, type Findings } from "./rules.ts";

export type Alarm = { readonly intent: string; readonly confidence: number };

/** What of a candidate the screen looks at. */
export type Believed = Pick<Ranked, "label" | "probability">;

/** `text` is normalised; `sound` is the detector's probability that the text is urgent. */
export type Screen = (text: string, ranked: readonly Believed[], sound: number) => Alarm | undefined;

/** How much each voice counts: the first two multiply log-odds, the others are added. Set on decks held out by writer. */
const WEIGHTS = { detector: 1, matcher: 1, sure: 4, likely: 2, aside: -1, denied: -3 } as const;
/** The sum from which an alarm is raised. A miss is worse than a false alarm, so it lies well below even. */
const BAR = 0;
/** No voice is ever certain: keeps a probability of 0 or 1 from outweighing all others. */
const DOUBT = 0.002;
/** An urgent intent with this share of the strongest belief is possible; the most pressing of those is given. */
const POSSIBLE = { likely: 0.3, alone: 0.5 } as const;
/** Which of two urgent intents is given: the first here. Others follow. */
const ORDER = ["emergency", "crisis", "safeguarding", "symptoms"];
/** Found alone, it leaves the matcher free to believe in something more pressing. */
const LEAST_PRESSING = "symptoms";
/** What is given where something is urgent and nothing says what. */
const UNSURE = "emergency";

/** A screen for a pack; `isWord` tells real words from slips of the finger. Linear in the length of the text; never throws. */
export function createScreen(
  pack: Pick<Pack, "urgent" | "intents">,
  isWord: (word: string) => boolean,
): Screen {
  const find = createRules(pack.urgent, isWord);
  const isUrgent = (label: string) => pack.intents[label]?.kind === "urgent";

  return (text, ranked, sound) => {
    const findings = find(text);
    const believed = ranked.filter(({ label }) => isUrgent(label));
    const belief = Math.min(
      1,
      believed.reduce((sum, { probability }) => sum + probability, 0),
    );
    const sum =
      WEIGHTS.detector * logOdds(sound) + WEIGHTS.matcher * logOdds(belief) + evidenceOf(findings) - BAR;
    if (sum < 0) return undefined;
    return { intent: intentOf(findings, believed), confidence: 1 / (1 + Math.exp(-sum)) };
  };
}

const logOdds = (probability: number) => Math.log((probability + DOUBT) / (1 - probability + DOUBT));

function evidenceOf({ signs, against }: Findings): number {
  const has = (wanted: string) => signs.some(({ strength }) => strength === wanted);
  return (has("sure") ? WEIGHTS.sure : has("likely") ? WEIGHTS.likely : 0) + (against ? WEIGHTS[against] : 0);
}

function intentOf({ signs }: Findings, believed: readonly Believed[]): string {
  const raised = (wanted: "sure" | "likely") =>
    mostPressing(signs.filter(({ strength }) => strength === wanted).map(({ sign }) => sign.raises));
  const sure = raised("sure");
  if (sure && sure !== LEAST_PRESSING) return sure;
  const likely = raised("likely");
  const strongest = Math.max(0, ...believed.map(({ probability }) => probability));
  const least = strongest * (likely ? POSSIBLE.likely : POSSIBLE.alone);
  const possible = believed.filter(({ probability }) => probability >= least).map(({ label }) => label);
  return mostPressing(possible) ?? sure ?? likely ?? UNSURE;
}

/** Of urgent intents, the one that comes first; undefined where there is none. */
function mostPressing(intents: readonly string[]): string | undefined {
  const place = (intent: string) => (ORDER.indexOf(intent) + ORDER.length + 1) % (ORDER.length + 1);
  return [...intents].sort((a, b) => place(a) - place(b))[0];
}
