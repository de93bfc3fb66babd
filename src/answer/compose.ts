/**
 * From a decision to the answer that people see. Only reviewed texts of the pack are put together here; nothing that
 * anybody typed comes back.
 */
import type { Claim, Intent, Pack, WalkoutStatus } from "../pack/types.ts";
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
import { isWeekend, sayTime, statusAt } from "./clock.ts";

export type Composer = {
  answer(intents: readonly string[], confidence: number, now: Date): Answered;
  clarify(id: string, confidence: number, now: Date): Clarify;
  options(intents: readonly string[], confidence: number, now: Date): Clarify;
  urgent(intent: string, confidence: number, now: Date): Urgent;
  unknown(confidence: number, now: Date): Unknown;
};

export function createComposer(pack: Pack): Composer {
  const { walkout, wording } = pack;
  const notices: Readonly<Record<WalkoutStatus, string | null>> = {
    upcoming: fill(wording.notices.upcoming),
    "under-way": null,
    ended: fill(wording.notices.ended),
    "called-off": fill(wording.notices["called-off"]),
  };

  function fill(template: string): string {
    return template
      .replaceAll("{start}", sayTime(walkout.start, walkout.timeZone))
      .replaceAll(
        "{end}",
        walkout.end === null ? "a time not yet known" : sayTime(walkout.end, walkout.timeZone),
      );
  }

  const view = (now: Date): WalkoutView => ({
    status: statusAt(walkout, now),
    start: walkout.start,
    end: walkout.end,
  });
  const option = (id: string): Option => ({ id, title: pack.intents[id]!.title });

  function part(intent: Intent, now: Date): Part {
    const status = statusAt(walkout, now);
    const weekend = status === "under-way" && isWeekend(walkout, now) ? intent.weekend : null;
    return {
      intent: intent.id,
      title: intent.title,
      kind: intent.kind === "not-covered" ? "not-covered" : "answer",
      paragraphs: weekend ?? paragraphsAt(intent, status),
      citations: intent.claims.map((claim) => cite(pack, pack.claims[claim]!)),
      related: intent.related.map(option),
    };
  }

  return {
    answer(intents, confidence, now) {
      const parts = intents.map((id) => part(pack.intents[id]!, now));
      const walkoutView = view(now);
      // Small talk states nothing that could be out of date, and what says itself whether the strike is on needs no notice.
      const timeless = intents.every(
        (id) => pack.intents[id]!.folder === "chat" || statesStatus(pack.intents[id]!),
      );
      const notice = timeless ? null : notices[walkoutView.status];
      return {
        kind: parts.some(({ kind }) => kind === "answer") ? "answer" : "not-covered",
        notice,
        parts,
        text: lines(notice, ...parts.flatMap(({ paragraphs }) => paragraphs)),
        confidence,
        walkout: walkoutView,
      };
    },
    clarify(id, confidence, now) {
      const { ask, options } = pack.clarifications[id]!;
      return clarification(ask, options.map(option), confidence, view(now));
    },
    options(intents, confidence, now) {
      return clarification(wording.clarify, intents.map(option), confidence, view(now));
    },
    urgent(intent, confidence, now) {
      const { paragraphs } = part(pack.intents[intent]!, now);
      return {
        kind: "urgent",
        intent,
        paragraphs,
        text: lines(...paragraphs),
        confidence,
        walkout: view(now),
      };
    },
    unknown(confidence, now) {
      const paragraphs = wording.unknown;
      return { kind: "unknown", paragraphs, text: lines(...paragraphs), confidence, walkout: view(now) };
    },
  };
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

function clarification(
  ask: string,
  options: readonly Option[],
  confidence: number,
  walkout: WalkoutView,
): Clarify {
  return {
    kind: "clarify",
    ask,
    options,
    text: lines(ask, ...options.map(({ title }) => `- ${title}`)),
    confidence,
    walkout,
  };
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

const lines = (...paragraphs: (string | null)[]) =>
  paragraphs.filter((paragraph) => paragraph !== null).join("\n");
