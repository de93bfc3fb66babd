/** The engine: a question and a time in, an answer out. Synchronous and pure; it knows no platform and keeps no text. */
import type { Answer } from "./answer/answer.ts";
import { dayOfAll } from "./answer/clock.ts";
import { createComposer, type NamedDay } from "./answer/compose.ts";
import { asksSomethingElse, type Context, morePressing, NEW_CONVERSATION } from "./answer/conversation.ts";
import { type Decision, decide } from "./answer/decide.ts";
import { createElsewhere, decisionOn } from "./answer/elsewhere.ts";
import { createFollowUps } from "./answer/follow-up.ts";
import { createStoryReader } from "./answer/question-in-story.ts";
import { daysIn, type Span } from "./language/dates.ts";
import { holdsNoSign } from "./language/follow-up.ts";
import { normalise, withoutReferences } from "./language/normalise.ts";
import { createPlainReader } from "./language/reader.ts";
import { createMatcher, type Ranked } from "./match/matcher.ts";
import { createSplitter } from "./match/split.ts";
import type { OpenedPack } from "./pack/open.ts";
import { type Pack, SMALL_TALK } from "./pack/types.ts";
import { offsetMinutes } from "./pack/zoned-time.ts";
import { createDetector } from "./urgent/detector.ts";
import { createScreen } from "./urgent/screen.ts";

/** What a question may mean, and why. */
export type Match = {
  /** An intent's id, `clarify/` and a clarification's id, or `none`. */
  readonly intent: string;
  readonly confidence: number;
  /** For a person who wonders: what the confidence rests on, and the nearest example. */
  readonly because: string;
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A question as everything here sees it. */
const plain = (question: string) => withoutReferences(normalise(question));

export type Assistant = {
  readonly pack: Pack;
  /**
   * The answer to `question` as of `now`. Never throws, whatever is asked. `context` is what is remembered of the same
   * conversation, so that "what about Saturday?" can be understood, and an urgent reply is not forgotten.
   */
  ask(question: string, now: Date, context?: Context): Answer;
  /**
   * The reviewed answer of an intent or of several together, as where titles are chosen from a list. What is urgent stands
   * alone.
   * @throws where there is no such intent, or none is given.
   */
  open(intents: string | readonly string[], now: Date): Answer;
  /** What the question may mean, best first. */
  explain(question: string): Match[];
};

export function createAssistant({ pack, model, detector, exampleAt, wordVectors }: OpenedPack): Assistant {
  const read = createPlainReader(pack.lexicon);
  const matcher = createMatcher(model, wordVectors);
  const { space } = matcher;
  const rank = (words: readonly string[], least = 0) => matcher.rank(space.of(words), least);
  const soundsUrgent = createDetector(detector, space);
  const rankText = (text: string, least: number) => rank(read(text), least);
  const split = createSplitter(pack, rankText);
  const inStory = createStoryReader(pack, rankText);
  const screen = createScreen(pack.urgent, (word) => wordVectors.rowOf(word) >= 0);
  const isUrgent = (label: string) =>
    Object.hasOwn(pack.intents, label) && pack.intents[label]!.kind === "urgent";
  const urgentPlaces = matcher.labels.flatMap((intent, place) =>
    isUrgent(intent) ? [{ intent, place }] : [],
  );
  const composer = createComposer(pack);
  const elsewhereOf = createElsewhere(pack.elsewhere);

  function open(intents: string | readonly string[], now: Date): Answer {
    const ids = [intents].flat();
    if (ids.length === 0) throw new RangeError("no intent to answer");
    const urgent = ids.find(isUrgent);
    return urgent === undefined ? composer.answer(ids, 1, now) : composer.urgent(urgent, 1, now);
  }

  /** What is asked of a place that the sources do not speak of never gets what they say of others. */
  function inItsPlace(decision: Decision, text: string): Decision {
    if (decision.kind === "unknown") return decision;
    const { folder } = decision.kind === "intent" ? pack.intents[decision.intent]! : {};
    const place = folder === SMALL_TALK ? undefined : elsewhereOf(text);
    return place === undefined ? decision : decisionOn(place, decision.confidence);
  }

  /** Where one of two answers is on the place that is named, the other is read after it. */
  function keepsItsPlace(answers: readonly string[], text: string): boolean {
    const place = elsewhereOf(text);
    return place === undefined || answers.includes(place);
  }

  const month = MONTHS[Number(pack.walkout.start.slice(5, 7)) - 1]!;
  const dayOf = (text: string, now: Date): NamedDay => {
    let found: { day: Span | undefined } | undefined;
    return () => {
      found ??= {
        day: dayOfAll(pack.walkout, daysIn(text, now, offsetMinutes(now, pack.walkout.timeZone), month)),
      };
      return found.day;
    };
  };

  const followUp = createFollowUps({ pack, composer, read, rank, elsewhereOf, dayOf });

  return {
    pack,
    open,
    ask(question, now, context = NEW_CONVERSATION) {
      const before = context.urgent && isUrgent(context.urgent.intent) ? context.urgent.intent : undefined;
      const text = plain(question);
      const words = read(text);
      // A text without words sounds neither urgent nor not.
      const wordless = words.length === 0;
      const seen = space.of(words);
      const weighed = matcher.weigh(seen);
      const believed = urgentPlaces.map(({ intent, place }) => ({ intent, probability: weighed[place]! }));
      const urgent = screen(text, wordless ? [] : believed, wordless ? 0.5 : soundsUrgent(seen));
      if (urgent && !holdsNoSign(text))
        return composer.urgent(morePressing(urgent, before), urgent.confidence, now);
      // What the screen has let pass is not urgent, whatever the matcher makes of single words.
      const ranked = wordless ? [] : matcher.rank(seen, 0, weighed).filter(({ label }) => !isUrgent(label));
      const reminding = (answer: Answer) =>
        before === undefined ? answer : composer.reminding(answer, before);
      const leaning = followUp({ text, words, ranked, now }, context);
      if (leaning) return reminding(leaning);
      const day = dayOf(text, now);
      const both = wordless ? undefined : split(text, ranked);
      if (both && keepsItsPlace(both.intents, text))
        return reminding(composer.answer(both.intents, both.confidence, now, day));
      const decision = inItsPlace(inStory(text, ranked, decide(ranked, pack.intents)), text);
      const since = context.urgent?.answersSince ?? 0;
      if (before !== undefined && !asksSomethingElse(decision, words, since, pack.intents))
        return composer.urgent(before, 1, now);
      return reminding(composer.decided(decision, now, day));
    },
    explain(question) {
      const words = read(plain(question));
      return words.length === 0 ? [] : rank(words).map((ranked) => toMatch(ranked, exampleAt));
    },
  };
}

function toMatch(
  { label, confidence, probability, nearness, example }: Ranked,
  exampleAt: (place: number) => string,
): Match {
  return {
    intent: label,
    confidence,
    // Worked out when it is looked at: suggestions are made of the rest, many a second.
    get because() {
      const nearest =
        example < 0
          ? "no example is near"
          : `nearest example “${exampleAt(example)}” (${nearness.toFixed(2)})`;
      return `classifier ${probability.toFixed(2)}, ${nearest}`;
    },
  };
}
