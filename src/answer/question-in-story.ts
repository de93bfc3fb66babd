/**
 * The question in a story: "just landed at Luton, two weeks without news. is the doctors' strike still on". What surrounds a
 * question can drown it, so where a message as a whole is not understood, its parts that are worded as questions are looked
 * at by themselves. One that is plain counts, if the whole message may mean it too.
 */
import type { Ranked } from "../match/matcher.ts";
import { questionsIn, refersBack } from "../match/questions.ts";
import { type Pack, SMALL_TALK } from "../pack/types.ts";
import { type Decision, decide } from "./decide.ts";

/** What to do about a normalised message that may mean `whole`, where `decision` is what it gives by itself. */
export type StoryReader = (text: string, whole: readonly Ranked[], decision: Decision) => Decision;

/** How sure a question is by itself. Set on questions held out by writer, as is the next. */
const SURE = 0.5;
const MOST_QUESTIONS = 12;
/** A reader that asks `rank` what a question may mean; `rank` may leave out what cannot be as sure as `least`. */
export function createStoryReader(
  { intents }: Pack,
  rank: (text: string, least: number) => readonly Ranked[],
): StoryReader {
  return (text, whole, decision) => {
    if (decision.kind !== "unknown" && decision.kind !== "options") return decision;
    const possible = new Set(whole.map(({ label }) => label));
    const offered = decision.kind === "options" ? decision.intents : [];
    let best: Extract<Decision, { kind: "intent" }> | undefined;
    for (const question of questionsIn(text, MOST_QUESTIONS)) {
      const asked = decide(rank(question, SURE), intents);
      if (asked.kind !== "intent" || asked.confidence < (best?.confidence ?? SURE)) continue;
      const { kind, folder } = intents[asked.intent]!;
      // "Thanks" and "what is it for" are in many stories; what is urgent is for the screen to say.
      if (kind === "urgent" || folder === SMALL_TALK || !possible.has(asked.intent)) continue;
      if (refersBack(question) && !offered.includes(asked.intent)) continue;
      best = asked;
    }
    return best ?? decision;
  };
}
