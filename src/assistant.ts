/** The engine: a question and a time in, an answer out. Synchronous and pure; it knows no platform and keeps no text. */
import type { Answer } from "./answer/answer.ts";
import { createComposer, intentsOf, type NamedDay } from "./answer/compose.ts";
import { type Decision, decide } from "./answer/decide.ts";
import { createElsewhere } from "./answer/elsewhere.ts";
import { dayIn, type Span } from "./language/dates.ts";
import { followUpOf } from "./language/follow-up.ts";
import { normalise } from "./language/normalise.ts";
import { createPlainReader } from "./language/reader.ts";
import { createMatcher, type Ranked } from "./match/matcher.ts";
import { createSplitter } from "./match/split.ts";
import type { OpenedPack } from "./pack/open.ts";
import { OUT_OF_SCOPE, type Pack } from "./pack/types.ts";
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

/** All that is remembered of a conversation: the ids of the intents last answered or offered, in order. */
export type Context = readonly string[];

/** What to remember of an answer for the next question in the same conversation. */
export function contextOf(answer: Answer): Context {
  return answer.kind === "clarify" ? answer.options.map(({ id }) => id) : intentsOf(answer);
}

/** After an answer of these folders, "why?" asks for the reasons of the dispute; after another, what the answer rests on. */
const DISPUTE = new Set(["strike", "positions"]);
const WHY = "why-striking";
/** Answers of this folder say nothing of any place. */
const OF_NO_PLACE = "chat";
/** What is asked next of these, after an answer on a place elsewhere, is asked of that place. */
const IN_A_PLACE = new Set(["services", "appointments"]);
/** An answer to a question put back has at most so many words, and must be at least this likely. */
const LONGEST_CHOICE = 4;
const LEAST_CHOICE = 0.1;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

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

export function createAssistant({ pack, model, detector, exampleAt, wordVectors }: OpenedPack): Assistant {
  const read = createPlainReader(pack.lexicon);
  const matcher = createMatcher(model, wordVectors);
  const { space } = matcher;
  const rank = (words: readonly string[], least = 0) => matcher.rank(space.of(words), least);
  const soundsUrgent = createDetector(detector, space);
  const split = createSplitter(pack, (text, least) => rank(read(text), least));
  const screen = createScreen(pack.urgent, (word) => wordVectors.rowOf(word) >= 0);
  const isUrgent = (label: string) => pack.intents[label]?.kind === "urgent";
  const urgentPlaces = matcher.labels.flatMap((intent, place) =>
    isUrgent(intent) ? [{ intent, place }] : [],
  );
  const composer = createComposer(pack);
  const elsewhereOf = createElsewhere(pack.elsewhere);
  const ofElsewhere = new Set(pack.elsewhere.map(({ intent }) => intent));

  function open(intent: string, now: Date, confidence = 1): Answer {
    return pack.intents[intent]!.kind === "urgent"
      ? composer.urgent(intent, confidence, now)
      : composer.answer([intent], confidence, now);
  }

  const ofPlace = (place: string, confidence: number): Decision =>
    place === OUT_OF_SCOPE ? { kind: "unknown", confidence } : { kind: "intent", intent: place, confidence };

  /** What is asked of a place that the sources do not speak of never gets what they say of others. */
  function inItsPlace(decision: Decision, text: string): Decision {
    if (decision.kind === "unknown") return decision;
    const { folder } = decision.kind === "intent" ? pack.intents[decision.intent]! : {};
    const place = folder === OF_NO_PLACE ? undefined : elsewhereOf(text);
    return place === undefined ? decision : ofPlace(place, decision.confidence);
  }

  function carryOut(decision: Decision, now: Date, day?: NamedDay): Answer {
    switch (decision.kind) {
      case "intent":
        return composer.answer([decision.intent], decision.confidence, now, day);
      case "clarification":
        return composer.clarify(decision.id, decision.confidence, now);
      case "options":
        return composer.options(decision.intents, decision.confidence, now);
      case "unknown":
        return composer.unknown(decision.confidence, now);
    }
  }

  /** The answer to a message that leans on the one before it; undefined where it does not. */
  function followUp(
    text: string,
    words: readonly string[],
    ranked: readonly Ranked[],
    now: Date,
    context: Context,
  ) {
    const last = context.filter(
      (id) => Object.hasOwn(pack.intents, id) && pack.intents[id]!.kind !== "urgent",
    );
    if (last.length === 0) return undefined;
    const lean = followUpOf(text);
    if (lean?.kind === "says-who") return composer.sources(last, now);
    if (lean?.kind === "why") {
      const dispute = last.some((id) => DISPUTE.has(pack.intents[id]!.folder));
      return dispute ? composer.answer([WHY], 1, now) : composer.sources(last, now);
    }
    if (lean?.kind === "yes") return last.length === 1 ? composer.answer(last, 1, now) : undefined;
    if (lean?.kind === "no") return composer.unknown(1, now);
    if (lean?.kind === "also") {
      const place = elsewhereOf(lean.rest);
      if (place !== undefined) return carryOut(ofPlace(place, 1), now);
      const decision = decide(rank(read(lean.rest)), pack.intents);
      const stays = last.find((id) => ofElsewhere.has(id));
      if (stays && decision.kind === "intent" && IN_A_PLACE.has(pack.intents[decision.intent]!.folder))
        return composer.answer([stays], decision.confidence, now);
      if (decision.kind === "intent") return carryOut(decision, now);
      const day = dayOf(lean.rest, now);
      if (day()) return composer.answer(last, 1, now, day);
      return decision.kind === "unknown" ? undefined : carryOut(decision, now);
    }
    // A few words after a question put back choose one of its options.
    if (words.length > LONGEST_CHOICE || decide(ranked, pack.intents).kind === "intent") return undefined;
    const chosen = ranked.find(({ label, confidence }) => last.includes(label) && confidence >= LEAST_CHOICE);
    return chosen && composer.answer([chosen.label], chosen.confidence, now);
  }

  const month = MONTHS[Number(pack.walkout.start.slice(5, 7)) - 1]!;
  const dayOf = (text: string, now: Date): NamedDay => {
    let found: { day: Span | undefined } | undefined;
    return () => {
      found ??= { day: dayIn(text, now, offsetMinutes(now, pack.walkout.timeZone), month) };
      return found.day;
    };
  };

  return {
    pack,
    open: (intent, now) => open(intent, now),
    ask(question, now, context = []) {
      const text = normalise(question);
      const words = read(text);
      // A text without words sounds neither urgent nor not.
      const wordless = words.length === 0;
      const seen = space.of(words);
      const weighed = matcher.weigh(seen);
      const believed = urgentPlaces.map(({ intent, place }) => ({ intent, probability: weighed[place]! }));
      const urgent = screen(text, wordless ? [] : believed, wordless ? 0.5 : soundsUrgent(seen));
      if (urgent) return composer.urgent(urgent.intent, urgent.confidence, now);
      if (wordless) return composer.unknown(0, now);
      // What the screen has let pass is not urgent, whatever the matcher makes of single words.
      const ranked = matcher.rank(seen, 0, weighed).filter(({ label }) => !isUrgent(label));
      const leaning = followUp(text, words, ranked, now, context);
      if (leaning) return leaning;
      const day = dayOf(text, now);
      const both = split(text, ranked);
      if (both && elsewhereOf(text) === undefined)
        return composer.answer(both.intents, both.confidence, now, day);
      return carryOut(inItsPlace(decide(ranked, pack.intents), text), now, day);
    },
    explain(question) {
      const words = read(normalise(question));
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
