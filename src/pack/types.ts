/** A pack: everything the bot knows about one walkout. Plain data, as read from `intents/`. */

export type Source = {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** YYYY-MM-DD; null for a page that is kept up to date. */
  readonly published: string | null;
};

/** One thing that one paragraph of one source says. */
export type Claim = {
  readonly id: string;
  readonly source: string;
  /** Counted from 1 as in the source; null where it has no numbered paragraphs. */
  readonly paragraph: number | null;
  /** In our own words. */
  readonly says: string;
  /** Who says it there; null where the source says it itself. */
  readonly attribution: string | null;
  /** Numbers, times, dates and sums that an answer may repeat. */
  readonly figures: readonly string[];
  /** People, organisations and places that an answer may name. */
  readonly names: readonly string[];
  /** The other side disputes it: it may only be given with its attribution. */
  readonly contested: boolean;
};

/** Whether a walkout is still to come, on, over or not happening. */
export type WalkoutStatus = "upcoming" | "under-way" | "ended" | "called-off";

export type IntentKind = "answer" | "not-covered" | "urgent";

/** One thing that people ask, and the reviewed answer to it. */
export type Intent = {
  readonly id: string;
  readonly folder: string;
  readonly kind: IntentKind;
  /** A label for a button or a list. */
  readonly title: string;
  /** Paragraphs; by the walkout's status where the answer is itself about whether the walkout is on. */
  readonly answer: readonly string[] | Readonly<Record<WalkoutStatus, readonly string[]>>;
  /** Paragraphs in their place on a Saturday or Sunday of the walkout; null where there is no difference. */
  readonly weekend: readonly string[] | null;
  /** Ids of claims. */
  readonly claims: readonly string[];
  /** Ids of intents that the same person may ask about next. */
  readonly related: readonly string[];
  /** Questions that must find this intent. */
  readonly check: readonly string[];
};

/** A way of asking that is open between intents, and the question put back to the person. */
export type Clarification = {
  readonly id: string;
  readonly ask: string;
  /** Ids of intents. */
  readonly options: readonly string[];
};

export type Walkout = {
  readonly id: string;
  readonly title: string;
  /** Who walks out: "resident doctors". */
  readonly staff: string;
  readonly union: string;
  readonly nations: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 8601 with offset. The walkout covers start, and what follows up to but not including end. */
  readonly start: string;
  /** Null while no end is known. */
  readonly end: string | null;
  readonly status: "announced" | "confirmed" | "called-off";
  /** YYYY-MM-DD: when somebody last compared the pack with its sources. */
  readonly checkedOn: string;
};

/** Sentences that belong to no single intent. */
export type Wording = {
  /** Put before an answer when the walkout is not under way. */
  readonly notices: { readonly upcoming: string; readonly ended: string; readonly "called-off": string };
  readonly clarify: string;
  readonly unknown: readonly string[];
  readonly failure: string;
};

/** An utterance to learn from. `label` is an intent's id, `clarify/` and a clarification's id, or `OUT_OF_SCOPE`. */
export type Example = { readonly text: string; readonly label: string; readonly voice: string };

export type Pack = {
  readonly walkout: Walkout;
  readonly wording: Wording;
  readonly sources: Readonly<Record<string, Source>>;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly intents: Readonly<Record<string, Intent>>;
  readonly clarifications: Readonly<Record<string, Clarification>>;
  /** A way of saying something, word by word, and the words it stands for. */
  readonly lexicon: readonly (readonly [from: string, to: string])[];
};

/** The label of examples that the bot has no answer for. */
export const OUT_OF_SCOPE = "none";
/** What the labels of clarifications start with. */
export const CLARIFY = "clarify/";
