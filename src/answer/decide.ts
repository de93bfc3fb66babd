/**
 * What to do with a message, given what it may mean: answer, ask back, or own up. The bars were set on questions held out
 * by writer.
 */
import { CLARIFY, OUT_OF_SCOPE, type Pack, SMALL_TALK } from "../pack/types.ts";

/** What a message may mean, as far as deciding needs to know. */
export type Candidate = { readonly label: string; readonly confidence: number };

export type Decision =
  | { readonly kind: "intent"; readonly intent: string; readonly confidence: number }
  | { readonly kind: "clarification"; readonly id: string; readonly confidence: number }
  | { readonly kind: "options"; readonly intents: readonly string[]; readonly confidence: number }
  | { readonly kind: "unknown"; readonly confidence: number };

/** Below this nothing is answered outright. */
const SURE = 0.3;
/** Below this nothing is even offered. */
const WORTH_OFFERING = 0.15;
/** A runner-up this close to the best (as a share of it) is offered beside it. */
const CLOSE = 0.85;
/** Closer still where the sources are silent on the runner-up, or it is out of scope: answering such a question as if the
 *  sources covered it is the worse mistake. */
const CLOSE_AND_SILENT = 0.6;
/** What is offered beside the best has at least this share of its confidence. */
const SHARE_OFFERED = 0.4;
const MOST_OPTIONS = 3;

/** Decides by candidates in order of fit, best first. */
export function decide(candidates: readonly Candidate[], intents: Pack["intents"]): Decision {
  const [best, ...others] = candidates;
  if (!best) return { kind: "unknown", confidence: 0 };
  const { label, confidence } = best;
  if (label === OUT_OF_SCOPE) return { kind: "unknown", confidence };
  if (label.startsWith(CLARIFY)) {
    return confidence < WORTH_OFFERING
      ? { kind: "unknown", confidence }
      : { kind: "clarification", id: label.slice(CLARIFY.length), confidence };
  }

  const stated = intents[label]!.kind === "answer" && intents[label]!.folder !== SMALL_TALK;
  const isSilent = (other: string) => other === OUT_OF_SCOPE || intents[other]?.kind === "not-covered";
  const rivals = others.filter((other) => {
    const close = stated && isSilent(other.label) ? CLOSE_AND_SILENT : CLOSE;
    return !other.label.startsWith(CLARIFY) && other.confidence >= confidence * close;
  });
  if (confidence >= SURE && rivals.length === 0) return { kind: "intent", intent: label, confidence };

  const least = Math.max(WORTH_OFFERING, confidence * SHARE_OFFERED);
  const offered = candidates
    .filter((candidate) => candidate.confidence >= least && intents[candidate.label])
    .map((candidate) => candidate.label)
    .slice(0, MOST_OPTIONS);
  // What would have been sure but for a rival that cannot be offered is worth asking back by itself.
  if (offered.length >= 2 || (stated && confidence >= SURE && offered.length === 1))
    return { kind: "options", intents: offered, confidence };
  return { kind: "unknown", confidence };
}
