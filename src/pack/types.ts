/** A pack: everything the bot knows about one walkout. Plain data, as read from `intents/`. */

export type Source = {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** YYYY-MM-DD; null for a page that is kept up to date. */
  readonly published: string | null;
  /** Short names for the wording of the paragraphs that claims rest on, by number: see article.ts. */
  readonly fingerprints: Readonly<Record<string, string>>;
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

export type Notice =
  | "upcoming"
  | "ended"
  | "called-off"
  | "date-before"
  | "date-within"
  | "date-ends"
  | "date-after";

/** Sentences that belong to no single intent. */
export type Wording = {
  /** Put before an answer when the walkout is not under way, or when a question names a day. */
  readonly notices: Readonly<Record<Notice, string>>;
  /** Put before several choices. */
  readonly clarify: string;
  /** Put before a single one. */
  readonly confirm: string;
  readonly unknown: readonly string[];
  /** Where to get medical help: beneath every reply that is no answer. */
  readonly help: string;
  /** Two lines: what happened, and `help`. */
  readonly failure: string;
};

/** One sign that somebody needs help now: patterns (src/urgent/pattern.ts says how they are written) and phrases that prove them. */
export type Sign = {
  readonly id: string;
  readonly title: string;
  /** The id of an intent of kind urgent. */
  readonly raises: string;
  readonly people: "adult" | "child" | "any";
  /** For the clinician who reviews the rule: what it covers. */
  readonly means: string;
  /** Patterns that raise it by themselves, and those that need the matcher to agree. */
  readonly sure: readonly string[];
  readonly likely: readonly string[];
  /** Patterns that raise it where they are all that is said: "stroke", "is it sepsis?". Elsewhere they say nothing. */
  readonly alone: readonly string[];
  /** Ids of signs that do not count where this one is found. */
  readonly "instead-of": readonly string[];
  /** Messages in which the sign must be found, and messages in which it must not. */
  readonly hits: readonly string[];
  readonly misses: readonly string[];
};

/** What may be said around a sign that takes its weight away. */
export type UrgentContext = {
  /** Words that deny what follows, up to `reach` words; after one of `goes-on` as many again. */
  readonly denial: {
    readonly cues: readonly string[];
    readonly except: readonly string[];
    readonly ends: readonly string[];
    readonly "goes-on": readonly string[];
    /** Where one of these stands in the message, something else may be so. */
    readonly turns: readonly string[];
    readonly reach: number;
  };
  readonly asides: readonly {
    readonly name: string;
    readonly means: string;
    readonly patterns: readonly string[];
    /** Patterns that make it no aside where they stand in the same sentence. */
    readonly unless: readonly string[];
    /** How many words before and after it belong to it. */
    readonly reach: number;
    /** What stands in it is as good as denied: the matcher's belief does not revive it. */
    readonly settles: boolean;
  }[];
};

export type UrgentRules = {
  /** Lists of words by their names in capitals. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Words that are never slips of another word, as "strike" is none of "stroke". */
  readonly ordinary: readonly string[];
  readonly context: UrgentContext;
  readonly signs: readonly Sign[];
};

/** An utterance to learn from. `label` is an intent's id, `clarify/` and a clarification's id, or `OUT_OF_SCOPE`. */
export type Example = { readonly text: string; readonly label: string; readonly voice: string };

export type Pack = {
  readonly walkout: Walkout;
  readonly wording: Wording;
  readonly sources: Readonly<Record<string, Source>>;
  readonly claims: Readonly<Record<string, Claim>>;
  /** Numbers and names that any answer may give without a claim: "999", "NHS 111 online". */
  readonly signposts: readonly string[];
  /** What else people and bodies are called, by the name that claims give them. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly intents: Readonly<Record<string, Intent>>;
  readonly clarifications: Readonly<Record<string, Clarification>>;
  /** A way of saying something, word by word, and the words it stands for. */
  readonly lexicon: readonly (readonly [from: string, to: string])[];
  /** Places that the sources do not speak of, as words, and what answers a question about them: an id or `OUT_OF_SCOPE`. */
  readonly elsewhere: readonly { readonly name: string; readonly intent: string }[];
  readonly urgent: UrgentRules;
};

/** Intents that are asked whether there is a walkout on a day. */
export const ON_A_DAY: ReadonlySet<string> = new Set(["strike-dates", "strike-now"]);
/** Folders of intents about care that somebody seeks: where, on what day, and what if it cannot wait. */
export const ON_CARE: ReadonlySet<string> = new Set(["services", "appointments", "not-covered"]);
/** The folder of intents that are small talk: answers of it state no fact of the walkout, and are of no place. */
export const SMALL_TALK = "chat";
/** The label of examples that the bot has no answer for. */
export const OUT_OF_SCOPE = "none";
/** What the labels of clarifications start with. */
export const CLARIFY = "clarify/";
