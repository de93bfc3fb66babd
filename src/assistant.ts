/** The engine: a question and a time in, an answer out. Synchronous and pure; it knows no platform and keeps no text. */
import type { Answer } from "./answer/answer.ts";
import { createComposer } from "./answer/compose.ts";
import { decide } from "./answer/decide.ts";
import { createReader } from "./language/reader.ts";
import { createMatcher, type Ranked } from "./match/matcher.ts";
import { createSplitter } from "./match/split.ts";
import type { OpenedPack } from "./pack/open.ts";
import type { Pack } from "./pack/types.ts";
import { createScreen } from "./urgent/screen.ts";

/** What a question may mean, and why. */
export type Match = {
  /** An intent's id, `clarify/` and a clarification's id, or `none`. */
  readonly intent: string;
  readonly confidence: number;
  /** For a person who wonders: what the confidence rests on, and the nearest example. */
  readonly because: string;
};

/** All that is remembered of a conversation: the ids of the intents last answered, in order. */
export type Context = readonly string[];

export type Assistant = {
  readonly pack: Pack;
  /**
   * The answer to `question` as of `now`. Never throws, whatever is asked. `context` is what the last answer in the same
   * conversation was about, so that "what about Saturday?" can be understood.
   */
  ask(question: string, now: Date, context?: Context): Answer;
  /** The reviewed answer of an intent, as where its title is chosen from a list. */
  open(intent: string, now: Date): Answer;
  /** What the question may mean, best first. */
  explain(question: string): Match[];
};

export function createAssistant({ pack, model, examples, wordVectors }: OpenedPack): Assistant {
  const read = createReader(pack.lexicon);
  const matcher = createMatcher(model, wordVectors);
  const split = createSplitter(pack, (text) => matcher.rank(read(text)));
  const screen = createScreen(pack);
  const composer = createComposer(pack);

  function open(intent: string, now: Date, confidence = 1): Answer {
    return pack.intents[intent]!.kind === "urgent"
      ? composer.urgent(intent, confidence, now)
      : composer.answer([intent], confidence, now);
  }

  return {
    pack,
    open: (intent, now) => open(intent, now),
    ask(question, now, _context) {
      const words = read(question);
      if (words.length === 0) return composer.unknown(0, now);
      const ranked = matcher.rank(words);
      const urgent = screen(question, ranked);
      if (urgent) return composer.urgent(urgent.intent, urgent.confidence, now);
      const both = split(question, ranked);
      if (both) return composer.answer(both.intents, both.confidence, now);
      const decision = decide(ranked, pack.intents);
      switch (decision.kind) {
        case "intent":
          return composer.answer([decision.intent], decision.confidence, now);
        case "clarification":
          return composer.clarify(decision.id, decision.confidence, now);
        case "options":
          return composer.options(decision.intents, decision.confidence, now);
        case "unknown":
          return composer.unknown(decision.confidence, now);
      }
    },
    explain(question) {
      const words = read(question);
      return words.length === 0 ? [] : matcher.rank(words).map((ranked) => toMatch(ranked, examples));
    },
  };
}

function toMatch(
  { label, confidence, probability, nearness, example }: Ranked,
  examples: readonly string[],
): Match {
  const nearest =
    example < 0 ? "no example is near" : `nearest example “${examples[example]}” (${nearness.toFixed(2)})`;
  return { intent: label, confidence, because: `classifier ${probability.toFixed(2)}, ${nearest}` };
}
