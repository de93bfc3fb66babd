/** Answers to messages that lean on what was answered or put back before them. */

import { followUpOf, isSomebody } from "../language/follow-up.ts";
import type { Ranked } from "../match/matcher.ts";
import { ON_A_DAY, ON_CARE, type Pack } from "../pack/types.ts";
import type { Answer } from "./answer.ts";
import type { Composer, NamedDay } from "./compose.ts";
import { type Context, POLITE } from "./conversation.ts";
import { type Decision, decide } from "./decide.ts";
import { decisionOn, type Elsewhere } from "./elsewhere.ts";

/** After an answer of these folders, "why?" asks for the reasons of the dispute; after another, what the answer rests on. */
const DISPUTE = new Set(["strike", "positions"]);
const WHY = "why-striking";
/** What is asked next of these, after an answer on a place elsewhere, is asked of that place. */
const IN_A_PLACE = new Set(["services", "appointments"]);
/** A message of at most so many words may choose what was put back, or ask the same for a day. */
const FEW_WORDS = 4;
/** So many answers fit into one message anywhere; of more, one has to be chosen. */
const MOST_AT_ONCE = 2;
/** What was put back is chosen by words that make it at least this likely. */
const LEAST_CHOICE = 0.1;
/** A message that is as surely as this a question of its own leans on nothing. */
const ON_ITS_OWN = 0.7;
/** What somebody makes of an answer ("so I stay at home?") sounds much like a question of its own. */
const CONTRADICTED = 0.9;

export type Message = {
  /** Normalised. */
  readonly text: string;
  readonly words: readonly string[];
  readonly ranked: readonly Ranked[];
  readonly now: Date;
};

const only = (ids: readonly string[]) => (ids.length === 1 ? ids[0] : undefined);

/** The answer to a message in its conversation; undefined where it leans on nothing. */
export type FollowUps = (message: Message, context: Context) => Answer | undefined;

export function createFollowUps({
  pack,
  composer,
  read,
  rank,
  elsewhereOf,
  dayOf,
}: {
  readonly pack: Pack;
  readonly composer: Composer;
  readonly read: (text: string) => readonly string[];
  readonly rank: (words: readonly string[]) => readonly Ranked[];
  readonly elsewhereOf: Elsewhere;
  readonly dayOf: (text: string, now: Date) => NamedDay;
}): FollowUps {
  const { intents } = pack;
  const ofElsewhere = new Set(pack.elsewhere.map(({ intent }) => intent));
  const folderOf = (id: string) => intents[id]!.folder;
  /** A context may come from another version of the pack. */
  const known = (ids: readonly string[]) =>
    ids.filter((id) => Object.hasOwn(intents, id) && intents[id]!.kind !== "urgent");

  function toAnswered({ text, words, ranked, now }: Message, last: readonly string[]): Answer | undefined {
    if (last.length === 0) return undefined;
    const again = (day?: NamedDay) => composer.answer(last, 1, now, day);
    const decision = decide(ranked, intents);
    const isQuestion = (least: number) => decision.kind === "intent" && decision.confidence >= least;
    const ofItsOwn = isQuestion(ON_ITS_OWN);
    const somewhere = last.some((id) => ON_CARE.has(folderOf(id)) || ON_A_DAY.has(id));
    const lean = followUpOf(text);
    switch (lean?.kind) {
      case "says-who":
        return composer.sources(last, now);
      case "why":
        return last.some((id) => DISPUTE.has(folderOf(id)))
          ? composer.answer([WHY], 1, now)
          : composer.sources(last, now);
      case "then-or-there": {
        const place = elsewhereOf(text);
        if (place !== undefined) return composer.decided(decisionOn(place, 1), now);
        return somewhere && !ofItsOwn ? again() : undefined;
      }
      case "choice": {
        // Of what may be asked next, as it was listed beneath the answer.
        const next = intents[last[0]!]!.related.at(lean.place);
        return next === undefined ? undefined : composer.answer([next], 1, now);
      }
      case "heard":
        return Object.hasOwn(intents, POLITE) ? composer.answer([POLITE], 1, now) : undefined;
      case "still-on":
        return !ofItsOwn && last.some((id) => ON_CARE.has(folderOf(id))) ? again() : undefined;
      case "so":
        return somewhere && !isQuestion(CONTRADICTED) ? again(dayOf(text, now)) : undefined;
      case "also":
        return also(lean.rest, last, now);
    }
    if (words.length > FEW_WORDS || ofItsOwn || !somewhere) return undefined;
    // "monday?", "it's on the 29th"
    const day = dayOf(text, now);
    return day() && again(day);
  }

  function also(rest: string, last: readonly string[], now: Date): Answer | undefined {
    const place = elsewhereOf(rest);
    if (place !== undefined) return composer.decided(decisionOn(place, 1), now);
    const decision = decide(rank(read(rest)), intents);
    const stays = last.find((id) => ofElsewhere.has(id));
    if (stays && decision.kind === "intent" && IN_A_PLACE.has(folderOf(decision.intent)))
      return composer.answer([stays], decision.confidence, now);
    const day = dayOf(rest, now);
    const ofItsOwn = decision.kind === "intent" && decision.confidence >= ON_ITS_OWN;
    if (!ofItsOwn && (day() || isSomebody(rest))) return composer.answer(last, 1, now, day);
    return decision.kind === "unknown" ? undefined : composer.decided(decision, now);
  }

  function toOffered({ text, words, ranked, now }: Message, offered: readonly string[]): Answer | undefined {
    if (offered.length === 0) return undefined;
    const one = (id: string | undefined) => (id === undefined ? undefined : composer.answer([id], 1, now));
    const lean = followUpOf(text);
    switch (lean?.kind) {
      case "yes":
        return offered.length === 1 ? one(offered[0]) : undefined;
      case "no":
        return composer.unknown(1, now);
      case "all":
        return offered.length <= MOST_AT_ONCE
          ? composer.answer(offered, 1, now)
          : composer.options(offered, 1, now);
      case "choice":
        return one(offered.at(lean.place));
    }
    const decision = decide(ranked, intents);
    if (words.length > FEW_WORDS || decision.kind === "intent") return undefined;
    const chosen = ranked.find(
      ({ label, confidence }) => offered.includes(label) && confidence >= LEAST_CHOICE,
    );
    return one(chosen?.label ?? titled(words, offered) ?? common(decision, offered));
  }

  /** The one of several choices whose title has a word of the message. */
  function titled(words: readonly string[], offered: readonly string[]): string | undefined {
    return only(offered.filter((id) => read(intents[id]!.title).some((word) => words.includes(word))));
  }

  /** The one of them that could be put back for the message too: "my appointment", where that was one of the choices. */
  function common(decision: Decision, offered: readonly string[]): string | undefined {
    const again = decision.kind === "clarification" ? pack.clarifications[decision.id]!.options : [];
    return only(offered.filter((id) => again.includes(id)));
  }

  return (message, { answered, offered }) =>
    toAnswered(message, known(answered)) ?? toOffered(message, known(offered));
}
