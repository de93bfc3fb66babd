/**
 * What to do with a message, given what it may mean: answer, ask back, or own up. The bars were set on questions held out
 * by writer (docs/how-it-decides.md has the figures).
 */
import { CLARIFY, OUT_OF_SCOPE } from "../pack/types.ts";

/** What a message may mean, as far as deciding needs to know. */
export type Candidate = { readonly label: string; readonly confidence: number };

export type Decision =
  | { readonly kind: "intents"; readonly intents: readonly string[]; readonly confidence: number }
  | { readonly kind: "clarification"; readonly id: string; readonly confidence: number }
  | { readonly kind: "options"; readonly intents: readonly string[]; readonly confidence: number }
  | { readonly kind: "unknown"; readonly confidence: number };

/** Below this nothing is answered outright. */
export const SURE = 0.35;
/** Below this nothing is even offered. */
const WORTH_OFFERING = 0.2;
/** A runner-up this close to the best (as a share of it) is offered beside it. */
const CLOSE = 0.8;
const MOST_OPTIONS = 3;

/** Decides by candidates in order of fit, best first. */
export function decide(candidates: readonly Candidate[]): Decision {
  const [best, second] = candidates;
  if (!best) return { kind: "unknown", confidence: 0 };
  const { label, confidence } = best;
  if (label === OUT_OF_SCOPE) return { kind: "unknown", confidence };
  if (
    confidence >= SURE &&
    (!second || second.confidence < confidence * CLOSE || second.label.startsWith(CLARIFY))
  ) {
    return label.startsWith(CLARIFY)
      ? { kind: "clarification", id: label.slice(CLARIFY.length), confidence }
      : { kind: "intents", intents: [label], confidence };
  }
  if (label.startsWith(CLARIFY) && confidence >= WORTH_OFFERING) {
    return { kind: "clarification", id: label.slice(CLARIFY.length), confidence };
  }
  const offered = candidates
    .filter((candidate) => candidate.confidence >= Math.max(WORTH_OFFERING, confidence * 0.5))
    .slice(0, MOST_OPTIONS);
  const intents = offered
    .map((candidate) => candidate.label)
    .filter((id) => id !== OUT_OF_SCOPE && !id.startsWith(CLARIFY));
  if (intents.length >= 2) return { kind: "options", intents, confidence };
  if (confidence >= SURE) return { kind: "intents", intents: [label], confidence };
  return { kind: "unknown", confidence };
}
