/**
 * Messages that ask two things: found where a message falls into two parts that clearly ask for different things.
 *
 * Most messages with an "and" or a comma tell a story and ask one thing ("I'm in for my cataract on Monday, will it go
 * ahead?"). So the parts must either both be worded as questions, or be joined as two things are and be what the whole
 * message is likeliest to mean ("is the scan on and who do I see about parking", "dentist and optician?"), or be very sure of
 * what they are about. Between two questions a story may stand, and before and after them; it is left out.
 */
import { type Pack, SMALL_TALK } from "../pack/types.ts";
import type { Ranked } from "./matcher.ts";
import {
  BOUNDARY,
  firstSentenceOf,
  isLongEnough,
  isWordedAsQuestion,
  JOINING,
  lastQuestionOf,
  refersBack,
} from "./questions.ts";

/** The two things a message asks, in order, and how sure the less sure of the two is. */
export type Split = { readonly intents: readonly [string, string]; readonly confidence: number };

/** Splits a normalised text, given what it may mean as a whole. */
export type Splitter = (text: string, whole: readonly Ranked[]) => Split | undefined;

/** How sure each part must be of what it asks: where both are worded as questions, where both are joined and likely, and
 *  where neither holds. Set on questions held out by writer, as is all below. */
const SURE_OF_QUESTIONS = 0.45;
const SURE_OF_THE_LIKELIEST = 0.45;
const SURE_OTHERWISE = 0.68;
/** Questions may be less sure where both are among the likeliest of the whole, what is no question must else be surer. */
const SURE_OF_LIKELY_QUESTIONS = 0.3;
const SURE_OF_THE_UNLIKELY = 0.75;
/** "Are they even in?" after a story is about the story, unless it is as sure as this. */
const SURE_OF_REFERRING = 0.6;
/** "Is the walk-in or 111 open": where two things share what is said of them, each by itself must be as sure as this. */
const SURE_OF_SHARING = 0.75;
const MOST_WORDS_SHARED = 12;
const MOST_WORDS_NAMING = 2;
const JOINS_NAMES = /^(?:and|an|n|or|vs|plus|&|\/|,)$/;
/** So many labels are the likeliest of a whole message. */
const LIKELIEST = 3;
const JOINED_BY_ITS_END = /\b(?:too|as ?well|both)[\s?!.]*$/;
/** A longer message is a story; it is answered as a whole. */
const LONGEST_SPLIT = 400;
/** Of many boundaries the first ones are tried. */
const MOST_BOUNDARIES = 12;

/** Two parts of a message, and how they stand to each other. */
type Parts = {
  readonly first: string;
  readonly second: string;
  /** How many of the two are worded as questions. */
  readonly worded: number;
  readonly joined: boolean;
  readonly short: boolean;
};

/** A splitter that asks `rank` what each part may mean; `rank` may leave out what cannot be as sure as `least`. */
export function createSplitter(
  pack: Pack,
  rank: (text: string, least: number) => readonly Ranked[],
): Splitter {
  /** What is urgent stands alone, and small talk beside a question is no second question unless it asks something. */
  const asks = ({ label }: Ranked, worded: boolean) => {
    const intent = pack.intents[label];
    return intent !== undefined && intent.kind !== "urgent" && (worded || intent.folder !== SMALL_TALK);
  };

  /** What two parts ask, if they are at least as sure of it as `least` and as such parts must be. */
  function read(parts: Parts, likeliest: readonly string[], least: number): Split | undefined {
    const { first, second, worded, joined, short } = parts;
    if (short && !joined) return undefined;
    const asked = worded === 2;
    const likely = joined && (short || worded === 1);
    const bar = asked ? SURE_OF_LIKELY_QUESTIONS : likely ? SURE_OF_THE_LIKELIEST : SURE_OTHERWISE;
    const readPart = (part: string): Ranked | undefined => {
      const [best] = rank(part, Math.max(bar, least));
      return best && best.confidence >= Math.max(bar, least) && asks(best, asked) ? best : undefined;
    };
    // The shorter part first: it is the likelier to ask for nothing, and spares a look at the other.
    const secondIsShorter = second.length < first.length;
    const shorter = readPart(secondIsShorter ? second : first);
    const longer = shorter && readPart(secondIsShorter ? first : second);
    if (!longer || shorter.label === longer.label) return undefined;
    const [one, other] = secondIsShorter ? [longer, shorter] : [shorter, longer];
    const confidence = Math.min(one.confidence, other.confidence);
    const areLikeliest = [one, other].every(({ label }) => likeliest.includes(label));
    if (!areLikeliest) {
      if (short || (likely && confidence < SURE_OTHERWISE)) return undefined;
      if (asked ? confidence < SURE_OF_QUESTIONS : !likely && confidence < SURE_OF_THE_UNLIKELY)
        return undefined;
      if (refersBack(second) && other.confidence < SURE_OF_REFERRING) return undefined;
    }
    return { intents: [one.label, other.label], confidence };
  }

  /** What two names ask that share the rest of a short message. */
  function readShared(text: string): Split | undefined {
    let best: Split | undefined;
    for (const halves of sharing(text)) {
      const [one, other] = halves.map((half) => rank(half, SURE_OF_SHARING)[0]);
      if (!one || !other || one.label === other.label || !asks(one, false) || !asks(other, false)) continue;
      const confidence = Math.min(one.confidence, other.confidence);
      if (confidence >= Math.max(SURE_OF_SHARING, best?.confidence ?? 0))
        best = { intents: [one.label, other.label], confidence };
    }
    return best;
  }

  return (message, whole) => {
    const text = message.trim();
    if (text.length > LONGEST_SPLIT) return undefined;
    const likeliest = whole.slice(0, LIKELIEST).map(({ label }) => label);
    let best: Split | undefined;
    for (const boundary of [...text.matchAll(BOUNDARY)].slice(0, MOST_BOUNDARIES)) {
      for (const parts of partsAt(text, boundary)) {
        const found = read(parts, likeliest, best?.confidence ?? 0);
        if (found && (!best || found.confidence > best.confidence)) best = found;
      }
    }
    // Where the message as a whole is plainly one thing, and that is none of the two, the parts are an accident.
    if (!best || (whole[0]!.confidence > best.confidence && !best.intents.includes(whole[0]!.label)))
      return readShared(text);
    return best;
  };
}

/** What stands before and after a boundary; where both hold a question, also the questions without what surrounds them. */
function partsAt(text: string, boundary: RegExpExecArray): Parts[] {
  const before = text.slice(0, boundary.index);
  const after = text.slice(boundary.index + boundary[0].length);
  if (before.trim() === "" || after.trim() === "") return [];
  const joined = JOINING.test(boundary[0]) || JOINING.test(after) || JOINED_BY_ITS_END.test(after);
  const found: Parts[] = [];
  for (const first of new Set([before, lastQuestionOf(before)])) {
    for (const second of new Set([after, firstSentenceOf(after)])) {
      const worded = [first, second].filter(isWordedAsQuestion).length;
      const isWhole = first === before && second === after;
      // "Urgent treatment centres: what to expect" is a heading.
      if (worded === 2 || (isWhole && !boundary[0].includes(":")))
        found.push({ first, second, worded, joined, short: ![first, second].every(isLongEnough) });
    }
  }
  return found;
}

/** A short message without the second of two names that are joined in it, and without the first, for each way to read it. */
function sharing(text: string): [string, string][] {
  const words = text.replace(/[,/]/g, " $& ").split(/\s+/);
  if (words.length > MOST_WORDS_SHARED) return [];
  const without = (from: number, to: number) => [...words.slice(0, from), ...words.slice(to)].join(" ");
  const found: [string, string][] = [];
  words.forEach((word, at) => {
    if (!JOINS_NAMES.test(word)) return;
    for (let before = 1; before <= Math.min(MOST_WORDS_NAMING, at); before++) {
      for (let after = 1; after <= Math.min(MOST_WORDS_NAMING, words.length - 1 - at); after++)
        found.push([without(at, at + 1 + after), without(at - before, at + 1)]);
    }
  });
  return found;
}
