/** What the assistant gives back: data, to be shown by whichever adapter asked. */
import type { WalkoutStatus } from "../pack/types.ts";

/** Where a statement comes from. One for each claim that an answer rests on. */
export type Citation = {
  /** The source's id. */
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** YYYY-MM-DD, or null for a page that is kept up to date. */
  readonly published: string | null;
  readonly paragraph: number | null;
  /** Who says it there, or null where the source says it itself. */
  readonly attribution: string | null;
};

/** An intent to offer, as a button or a line of a list. */
export type Option = { readonly id: string; readonly title: string };

/** The reviewed answer to one of the questions in a message. */
export type Part = {
  readonly intent: string;
  readonly title: string;
  readonly kind: "answer" | "not-covered";
  readonly paragraphs: readonly string[];
  readonly citations: readonly Citation[];
  readonly related: readonly Option[];
};

export type WalkoutView = {
  readonly status: WalkoutStatus;
  /** ISO 8601 with offset. */
  readonly start: string;
  readonly end: string | null;
};

type Shown = {
  /** Everything a person is to read, in order and as plain text, but for the sources. */
  readonly text: string;
  /** 0 to 1, comparable between questions. */
  readonly confidence: number;
  readonly walkout: WalkoutView;
};

/** Answers to what was asked; `not-covered` where the sources are silent on all of it. */
export type Answered = Shown & {
  readonly kind: "answer" | "not-covered";
  /** One line on the time, to be read first; null while the walkout is under way. */
  readonly notice: string | null;
  readonly parts: readonly Part[];
  /** Where to get medical help, to be read last: who asks after a service may need it. Null where a part
   *  says it, or nothing on care was asked. */
  readonly help: string | null;
};

/** A question put back, because what was asked is open between a few things. */
export type Clarify = Shown & {
  readonly kind: "clarify";
  readonly ask: string;
  readonly options: readonly Option[];
  /** Where to get medical help, to be read after the options: who was misunderstood may need it. */
  readonly help: string;
};

/** Somebody may need help now: fixed text, to be shown at once, first and alone. */
export type Urgent = Shown & {
  readonly kind: "urgent";
  readonly intent: string;
  readonly paragraphs: readonly string[];
};

/** Nothing in the pack fits. */
export type Unknown = Shown & { readonly kind: "unknown"; readonly paragraphs: readonly string[] };

export type Answer = Answered | Clarify | Urgent | Unknown;
