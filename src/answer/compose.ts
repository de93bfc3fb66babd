/**
 * From a decision to the answer that people see. Only reviewed texts of the pack are put together here; nothing that
 * anybody typed comes back.
 */

import type { Span } from "../language/dates.ts";
import {
  type Claim,
  type Intent,
  ON_A_DAY,
  ON_CARE,
  type Pack,
  SMALL_TALK,
  type WalkoutStatus,
} from "../pack/types.ts";
import type {
  Answer,
  Answered,
  Citation,
  Clarify,
  Option,
  Part,
  Unknown,
  Urgent,
  WalkoutView,
} from "./answer.ts";
import { isWeekend, placeOf, statusAt } from "./clock.ts";
import type { Decision } from "./decide.ts";

/** The intent that says where the answers come from. */
const SOURCES = "sources";

const WEEK_MS = 7 * 86_400_000;
/** What says where to turn when a life is at risk. */
const EMERGENCY = /\b999\b/;

/** The day that the question speaks of, where it names one: looked for only where an answer turns on it. */
export type NamedDay = () => Span | undefined;

const NO_DAY: NamedDay = () => undefined;

export type Composer = {
  answer(intents: readonly string[], confidence: number, now: Date, day?: NamedDay): Answered;
  /** What answers rest on, for somebody who asks. */
  sources(intents: readonly string[], now: Date): Answered;
  /** What a decision comes to. */
  decided(decision: Decision, now: Date, day?: NamedDay): Answer;
  clarify(id: string, confidence: number, now: Date): Clarify;
  options(intents: readonly string[], confidence: number, now: Date): Clarify;
  urgent(intent: string, confidence: number, now: Date): Urgent;
  unknown(confidence: number, now: Date): Unknown;
  /** An answer to something else, with where to get help for what was `urgent` before it beneath. */
  reminding(answer: Answer, urgent: string): Answer;
};

export function createComposer(pack: Pack): Composer {
  const { walkout, wording } = pack;
  /** The line on the time, if there is one to be said: small talk and an answer on whether the walkout is on need none. */
  function noticeOf(intents: readonly Intent[], now: Date, day: NamedDay): string | null {
    const status = statusAt(walkout, now);
    // The day of an appointment or of the walkout matters; that of a pay rise does not.
    const dated = intents.some(({ id, folder }) => ON_CARE.has(folder) || ON_A_DAY.has(id));
    const named = dated && (status === "upcoming" || status === "under-way") ? day() : undefined;
    const place = named && placeIn(named);
    if (place) return wording.notices[`date-${place}`];
    if (intents.every((intent) => intent.folder === SMALL_TALK || statesStatus(intent))) return null;
    return status === "under-way" ? null : wording.notices[status];
  }

  /** A whole month that the walkout is but a part of is neither in it nor out of it. */
  function placeIn({ from, to }: Span) {
    const place = placeOf(walkout, from, to);
    return place === "within" && to.getTime() - from.getTime() > WEEK_MS ? undefined : place;
  }

  const view = (now: Date): WalkoutView => ({
    status: statusAt(walkout, now),
    start: walkout.start,
    end: walkout.end,
  });
  const option = (id: string): Option => ({ id, title: pack.intents[id]!.title });

  /** The same for every answer of an intent, so made once. */
  const references = new Map<string, Pick<Part, "citations" | "related">>();
  function referencesOf({ id, claims, related }: Intent): Pick<Part, "citations" | "related"> {
    let found = references.get(id);
    if (!found) {
      found = {
        citations: claims.map((claim) => cite(pack, pack.claims[claim]!)),
        related: related.map(option),
      };
      references.set(id, found);
    }
    return found;
  }

  function part(intent: Intent, now: Date, day: NamedDay): Part {
    const status = statusAt(walkout, now);
    const weekend = intent.weekend && onWeekend(status, now, day) ? intent.weekend : null;
    return {
      intent: intent.id,
      title: intent.title,
      kind: intent.kind === "not-covered" ? "not-covered" : "answer",
      paragraphs: weekend ?? paragraphsAt(intent, status),
      ...referencesOf(intent),
    };
  }

  function onWeekend(status: WalkoutStatus, now: Date, day: NamedDay): boolean {
    const named = day();
    return named ? isWeekend(walkout, named.from) : status === "under-way" && isWeekend(walkout, now);
  }

  function answered(parts: readonly Part[], notice: string | null, confidence: number, now: Date): Answered {
    const paragraphs = parts.flatMap((part) => part.paragraphs);
    const planned = parts.some(({ intent }) => ON_CARE.has(pack.intents[intent]!.folder));
    const help = planned && !paragraphs.some((paragraph) => EMERGENCY.test(paragraph)) ? wording.help : null;
    return {
      kind: parts.some(({ kind }) => kind === "answer") ? "answer" : "not-covered",
      notice,
      parts,
      help,
      text: textOf({ notice, parts, help }),
      confidence,
      walkout: view(now),
    };
  }

  function clarification(ask: string, ids: readonly string[], confidence: number, now: Date): Clarify {
    const options = ids.map(option);
    const { help } = wording;
    return {
      kind: "clarify",
      ask,
      options,
      help,
      text: textOf({ ask, options, help }),
      confidence,
      walkout: view(now),
    };
  }

  const composer: Composer = {
    decided(decision, now, day) {
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
    },
    answer(ids, confidence, now, day = NO_DAY) {
      const intents = ids.map((id) => pack.intents[id]!);
      const parts = intents.map((intent) => part(intent, now, day));
      return answered(parts, noticeOf(intents, now, day), confidence, now);
    },
    sources(ids, now) {
      const about = part(pack.intents[SOURCES]!, now, NO_DAY);
      const cited = ids
        .flatMap((id) => pack.intents[id]!.claims)
        .map((claim) => cite(pack, pack.claims[claim]!));
      return answered([cited.length > 0 ? { ...about, citations: cited } : about], null, 1, now);
    },
    clarify(id, confidence, now) {
      const { ask, options } = pack.clarifications[id]!;
      return clarification(ask, options, confidence, now);
    },
    options(intents, confidence, now) {
      const ask = intents.length === 1 ? wording.confirm : wording.clarify;
      return clarification(ask, intents, confidence, now);
    },
    urgent(intent, confidence, now) {
      const { paragraphs } = part(pack.intents[intent]!, now, NO_DAY);
      return {
        kind: "urgent",
        intent,
        paragraphs,
        text: lines(...paragraphs),
        confidence,
        walkout: view(now),
      };
    },
    reminding(answer, urgent) {
      if (!("help" in answer)) return answer;
      const first = paragraphsAt(pack.intents[urgent]!, answer.walkout.status)[0]!;
      const reminded = { ...answer, help: EMERGENCY.test(first) ? first : wording.help };
      return { ...reminded, text: textOf(reminded) };
    },
    unknown(confidence, now) {
      const paragraphs = [...wording.unknown, wording.help];
      return { kind: "unknown", paragraphs, text: lines(...paragraphs), confidence, walkout: view(now) };
    },
  };
  return composer;
}

/** Ids of the intents that an answer is about, in the order asked. */
export function intentsOf(answer: Answer): string[] {
  switch (answer.kind) {
    case "answer":
    case "not-covered":
      return answer.parts.map(({ intent }) => intent);
    case "urgent":
      return [answer.intent];
    case "clarify":
    case "unknown":
      return [];
  }
}

/** Every source that an answer rests on, each paragraph once. */
export function citationsOf(answer: Answer): Citation[] {
  if (answer.kind !== "answer" && answer.kind !== "not-covered") return [];
  const once = new Map<string, Citation>();
  for (const { citations } of answer.parts) {
    for (const citation of citations)
      once.set(`${citation.id} ${citation.paragraph} ${citation.attribution}`, citation);
  }
  return [...once.values()];
}

function cite(pack: Pack, { source, paragraph, attribution }: Claim): Citation {
  const { id, publisher, title, url, published } = pack.sources[source]!;
  return { id, publisher, title, url, published, paragraph, attribution };
}

/** An answer worded for each status says itself whether the walkout is on. */
const statesStatus = ({ answer }: Intent) => !Array.isArray(answer);

function paragraphsAt({ answer }: Intent, status: WalkoutStatus): readonly string[] {
  return "under-way" in answer ? answer[status] : answer;
}

/** What is to be read of an answer that ends with where to get help. */
const textOf = (
  said: Pick<Answered, "notice" | "parts" | "help"> | Pick<Clarify, "ask" | "options" | "help">,
) =>
  "parts" in said
    ? lines(said.notice, ...said.parts.flatMap(({ paragraphs }) => paragraphs), said.help)
    : lines(said.ask, ...said.options.map(({ title }) => `- ${title}`), said.help);

const lines = (...paragraphs: (string | null)[]) =>
  paragraphs.filter((paragraph) => paragraph !== null).join("\n");
