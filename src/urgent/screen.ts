/**
 * The screen that comes before every answer: does somebody need help now? It adds up, as log-odds (weights of evidence;
 * Good 1985), how urgent the text sounds to the detector, what the matcher believes, and what the rules find for and
 * against. Each works without the others; what none is sure of they can be sure of together.
 */
import type { Pack } from "../pack/types.ts";
import { fromLogOdds, logOdds } from "./log-odds.ts";
import { createRules, type Findings } from "./rules.ts";

export type Alarm = {
  readonly intent: string;
  readonly confidence: number;
  /** Whether a sign names the intent, rather than the sound of the text alone. */
  readonly named: boolean;
};

/** An urgent intent and the matcher's probability of it. */
export type Believed = { readonly intent: string; readonly probability: number };

/** `text` is normalised; `sound` is the detector's probability that the text is urgent. */
export type Screen = (text: string, believed: readonly Believed[], sound: number) => Alarm | undefined;

/** How much each voice counts: the first two multiply log-odds, the others are added. Set on decks held out by writer. */
const WEIGHTS = {
  detector: 1.8,
  matcher: 0.6,
  alone: 9,
  sure: 3.5,
  likely: 1,
  aside: -1,
  denied: -4,
} as const;
/**
 * The sum from which an alarm is raised, lower where more is at stake: set on decks held out by writer, where it misses 1 in
 * 100 emergencies and crises and raises 2 in 100 look-alikes. Other intents have a bar of 0.
 */
const BARS: Readonly<Record<string, number>> = {
  emergency: -1.6,
  crisis: -0.9,
  safeguarding: -0.6,
  symptoms: 0.4,
};
const LOWEST_BAR = Math.min(...Object.values(BARS));
const DOUBT = { detector: 0.002, matcher: 0.05 } as const;
/** How many times likelier a sign makes the intent that it raises. */
const NAMED_BY = { alone: 50, sure: 8, likely: 2 } as const;
/** Of intents about as likely the more pressing one is given. Others count as safeguarding does. */
const PRESSING: Readonly<Record<string, number>> = {
  emergency: 1.5,
  crisis: 1.2,
  safeguarding: 1,
  symptoms: 0.7,
};
/** How pressing an urgent intent is, beside others. */
export const pressing = (intent: string) => PRESSING[intent] ?? 1;
/** What is left to an urgent intent that the matcher does not believe in. */
const LEAST_BELIEF = 0.02;
/** What is given where something is urgent and nothing says what. */
const UNSURE = "emergency";

/** A screen for a pack; `isWord` tells real words from slips of the finger. Linear in the length of the text; never throws. */
export function createScreen(rules: Pack["urgent"], isWord: (word: string) => boolean): Screen {
  const find = createRules(rules, isWord);

  return (text, believed, sound) => {
    const findings = find(text);
    const belief = Math.min(
      1,
      believed.reduce((sum, { probability }) => sum + probability, 0),
    );
    const sum =
      WEIGHTS.detector * logOdds(sound, DOUBT.detector) +
      WEIGHTS.matcher * logOdds(belief, DOUBT.matcher) +
      evidenceOf(findings);
    if (sum < LOWEST_BAR) return undefined;
    const intent = intentOf(findings, believed);
    const above = sum - (BARS[intent] ?? 0);
    if (above < 0) return undefined;
    const named = findings.signs.some(
      ({ sign, strength }) => sign.raises === intent && strength !== "doubted",
    );
    return { intent, confidence: fromLogOdds(above), named };
  };
}

function evidenceOf({ signs, against }: Findings): number {
  const has = (wanted: string) => signs.some(({ strength }) => strength === wanted);
  const strongest = (["alone", "sure", "likely"] as const).find(has);
  return (strongest ? WEIGHTS[strongest] : 0) + (against ? WEIGHTS[against] : 0);
}

/** Which of the urgent intents it is: what the matcher believes, times what the signs say, times how pressing it is. */
function intentOf({ signs }: Findings, believed: readonly Believed[]): string {
  const likelihood = new Map(
    [...believed.map(({ intent }) => intent), ...signs.map(({ sign }) => sign.raises)].map((intent) => [
      intent,
      LEAST_BELIEF * pressing(intent),
    ]),
  );
  for (const { intent, probability } of believed)
    likelihood.set(intent, (probability + LEAST_BELIEF) * pressing(intent));
  for (const strength of ["alone", "sure", "likely"] as const) {
    const named = new Set(
      signs.filter((found) => found.strength === strength).map(({ sign }) => sign.raises),
    );
    for (const intent of named) likelihood.set(intent, likelihood.get(intent)! * NAMED_BY[strength]);
  }
  return [...likelihood].sort(([, a], [, b]) => b - a)[0]?.[0] ?? UNSURE;
}
