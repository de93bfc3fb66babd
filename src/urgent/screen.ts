/** The screen that comes before every answer: does somebody need help now? */
import type { Ranked } from "../match/matcher.ts";
import type { Pack } from "../pack/types.ts";

export type Alarm = { readonly intent: string; readonly confidence: number };

/** The share of the classifier's belief from which a message counts as urgent. Low on purpose: see docs/hazard-log.md. */
const ALARMING = 0.45;

export type Screen = (text: string, ranked: readonly Ranked[]) => Alarm | undefined;

export function createScreen(pack: Pack): Screen {
  const isUrgent = (label: string) => pack.intents[label]?.kind === "urgent";
  return (_text, ranked) => {
    const alarms = ranked
      .filter(({ label }) => isUrgent(label))
      .sort((a, b) => b.probability - a.probability);
    const belief = alarms.reduce((sum, { probability }) => sum + probability, 0);
    return alarms[0] && belief >= ALARMING
      ? { intent: alarms[0].label, confidence: Math.min(1, belief) }
      : undefined;
  };
}
