/** What is counted: ids of intents and kinds, never a text nor anybody's id. */
import { type Answer, intentsOf } from "../../src/index.ts";

/** Why a message was left unanswered. */
export type Silence = "duplicate" | "thanked" | "told-already" | "empty";

export type CountsView = {
  /** By kind of answer. */
  readonly answers: Readonly<Record<string, number>>;
  /** By intent; an answer about two counts for both. */
  readonly intents: Readonly<Record<string, number>>;
  readonly helpful: Readonly<Record<string, number>>;
  readonly notHelpful: Readonly<Record<string, number>>;
  readonly silences: Readonly<Record<string, number>>;
  /** By what failed: `answering`, or a step of the adapter's own such as `posting`. */
  readonly failures: Readonly<Record<string, number>>;
  /** Times that somebody was asked to slow down. */
  readonly slowedDown: number;
};

export type Counts = {
  answered(answer: Answer): void;
  rated(intents: readonly string[], helpful: boolean): void;
  silent(why: Silence): void;
  failed(what: string): void;
  slowedDown(): void;
  /** The counts as they stand: a copy. */
  view(): CountsView;
};

export function createCounts(): Counts {
  const tables = {
    answers: new Map<string, number>(),
    intents: new Map<string, number>(),
    helpful: new Map<string, number>(),
    notHelpful: new Map<string, number>(),
    silences: new Map<string, number>(),
    failures: new Map<string, number>(),
  };
  let slowedDown = 0;
  const count = (table: Map<string, number>, id: string) => table.set(id, (table.get(id) ?? 0) + 1);

  return {
    answered(answer) {
      count(tables.answers, answer.kind);
      for (const intent of intentsOf(answer)) count(tables.intents, intent);
    },
    rated(intents, helpful) {
      for (const intent of intents) count(helpful ? tables.helpful : tables.notHelpful, intent);
    },
    silent: (why) => void count(tables.silences, why),
    failed: (what) => void count(tables.failures, what),
    slowedDown: () => void slowedDown++,
    view: () => ({
      answers: Object.fromEntries(tables.answers),
      intents: Object.fromEntries(tables.intents),
      helpful: Object.fromEntries(tables.helpful),
      notHelpful: Object.fromEntries(tables.notHelpful),
      silences: Object.fromEntries(tables.silences),
      failures: Object.fromEntries(tables.failures),
      slowedDown,
    }),
  };
}
