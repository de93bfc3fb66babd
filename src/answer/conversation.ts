/** What is remembered of a conversation, so that its next message can be understood: ids of intents, never a text. */
import { namesNothing } from "../language/follow-up.ts";
import { ON_CARE, SMALL_TALK } from "../pack/types.ts";
import { type Alarm, pressing } from "../urgent/screen.ts";
import type { Answer } from "./answer.ts";
import { intentsOf } from "./compose.ts";
import type { Decision } from "./decide.ts";

export type Context = {
  /** What was answered last, in order. */
  readonly answered: readonly string[];
  /** What was put back last, to choose from. */
  readonly offered: readonly string[];
  /** The urgent intent that a recent reply was about, and how many answers to other questions came since. */
  readonly urgent?: { readonly intent: string; readonly answersSince: number };
};

export const NEW_CONVERSATION: Context = { answered: [], offered: [] };

/** An urgent reply is kept in mind over so many answers to other questions. */
const ANSWERS_KEPT_IN_MIND = 3;
/**
 * After an urgent reply, what is less surely another question than this is about what was urgent; less after each answer to
 * another question.
 */
const PLAINLY = [0.7, 0.5, 0.3];
/** After so many answers to other questions a question may be put back again. */
const MOVED_ON = 2;
/** Never takes the place of what is more pressing. */
const LEAST_PRESSING = "symptoms";
/** What is more pressing than this was told plainly enough not to be given up for a sound. */
const LEAST_SERIOUS = "safeguarding";
/** What is less pressing than what was urgent before it takes its place only where it is as sure as this. */
const SURELY_ANOTHER = 0.95;
/** A word or two name a service ("pharmacy?"); of the dispute nobody speaks in so few ("it's spreading"). */
const FEW_WORDS = 4;
/** "Shall I leave it till Wednesday?" is asked of what was urgent. */
const WHETHER_TO_COME = "come-forward";
/** Small talk is no other question: "goodbye" after a crisis is not small talk. This much is heard as what it is. */
export const POLITE = "thanks";

/** What to remember of an answer, given what was remembered before it. */
export function contextOf(answer: Answer, { answered, urgent }: Context = NEW_CONVERSATION): Context {
  if (answer.kind === "urgent")
    return { ...NEW_CONVERSATION, urgent: { intent: answer.intent, answersSince: 0 } };
  const offered = answer.kind === "clarify" ? answer.options.map(({ id }) => id) : [];
  // What was not understood ("it's at 10") or asks for nothing ("ok") changes nothing of what the conversation is about.
  const intents = intentsOf(answer);
  const stays = answer.kind === "unknown" || intents[0] === POLITE;
  const remembered = { answered: stays ? answered : intents, offered };
  return urgent && urgent.answersSince < ANSWERS_KEPT_IN_MIND
    ? { ...remembered, urgent: { ...urgent, answersSince: urgent.answersSince + 1 } }
    : remembered;
}

/** Whether a message after an urgent reply asks for something else, rather than go on about what was urgent. */
export function asksSomethingElse(
  decision: Decision,
  words: readonly string[],
  answersSince: number,
  intents: Readonly<Record<string, { readonly folder: string }>>,
): boolean {
  if (decision.kind === "unknown") return false;
  // Who has moved on is asked back, as ever; that reply names 999 too.
  if (decision.kind !== "intent") return answersSince >= MOVED_ON;
  const { intent, confidence } = decision;
  const { folder } = intents[intent]!;
  const plainly = PLAINLY[Math.min(answersSince, PLAINLY.length - 1)]!;
  // "Ok" may be a sound; "thank you" is none.
  if (intent === POLITE) return confidence >= plainly;
  if (answersSince < MOVED_ON && (intent === WHETHER_TO_COME || namesNothing(words))) return false;
  return folder !== SMALL_TALK && confidence >= plainly && (words.length >= FEW_WORDS || ON_CARE.has(folder));
}

/**
 * Which to reply with: what a message is found to be, or what was urgent `before` it. "What can I give her?" is no reason to
 * stop saying that 999 is to be called, and symptoms never are; "my husband hits me" may be another matter.
 */
export function morePressing({ intent, confidence, named }: Alarm, before: string | undefined): string {
  if (before === undefined || before === intent) return intent;
  // "He says it's nothing", "he won't go": how a few words sound is no reason to speak of something else than what was told.
  if (!named && pressing(before) > pressing(LEAST_SERIOUS)) return before;
  if (pressing(intent) >= pressing(before)) return intent;
  return confidence >= SURELY_ANOTHER && intent !== LEAST_PRESSING ? intent : before;
}
