/**
 * Messages that ask two things: found where a message falls into two halves that clearly ask for different things.
 *
 * Most messages with an "and" or a comma tell a story and ask one thing ("I'm in for my cataract on Monday, will it go
 * ahead?"). So the halves must either both be worded as questions, or be joined as two things are and be what the whole
 * message is likeliest to mean ("is the scan on and who do I see about parking", "dentist and optician?"), or be very sure of
 * what they are about.
 */
import { type Pack, SMALL_TALK } from "../pack/types.ts";
import type { Ranked } from "./matcher.ts";
import { BOUNDARY, isLongEnough, isWordedAsQuestion } from "./questions.ts";

/** The two things a message asks, in order, and how sure the less sure of the two is. */
export type Split = { readonly intents: readonly [string, string]; readonly confidence: number };

/** Splits a normalised text, given what it may mean as a whole. */
export type Splitter = (text: string, whole: readonly Ranked[]) => Split | undefined;

/** How sure each half must be of what it asks: where both are worded as questions, where both are joined and likely, and
 *  where neither holds. Set on questions held out by writer. */
const SURE_OF_QUESTIONS = 0.4;
const SURE_OF_THE_LIKELIEST = 0.45;
const SURE_OTHERWISE = 0.68;
/** What joins two things, where other words tell how a story goes on. */
const JOINING = /^\s*(?:and|n|also|plus|&|\+)\s/;
/** A longer message is a story; it is answered as a whole. */
const LONGEST_SPLIT = 400;
/** Of many boundaries the first ones are tried. */
const MOST_BOUNDARIES = 12;

/** A splitter that asks `rank` what each half may mean; `rank` may leave out what cannot be as sure as `least`. */
export function createSplitter(
  pack: Pack,
  rank: (text: string, least: number) => readonly Ranked[],
): Splitter {
  /** What is urgent stands alone, and small talk beside a question is no second question unless it asks something. */
  const asks = ({ label }: Ranked, worded: boolean) => {
    const intent = pack.intents[label];
    return intent !== undefined && intent.kind !== "urgent" && (worded || intent.folder !== SMALL_TALK);
  };

  return (message, whole) => {
    const text = message.trim();
    if (text.length > LONGEST_SPLIT) return undefined;
    const likeliest = whole.slice(0, 2).map(({ label }) => label);
    const areLikeliest = (...labels: readonly string[]) => labels.every((label) => likeliest.includes(label));
    let best: Split | undefined;
    for (const boundary of [...text.matchAll(BOUNDARY)].slice(0, MOST_BOUNDARIES)) {
      const halves = [text.slice(0, boundary.index), text.slice(boundary.index + boundary[0].length)];
      const joined = JOINING.test(boundary[0]) || JOINING.test(halves[1]!);
      const short = !halves.every(isLongEnough);
      if (short && !joined) continue;
      const worded = halves.filter(isWordedAsQuestion).length;
      const asked = worded === halves.length;
      const likely = joined && (short || worded === 1);
      const least = Math.max(
        asked ? SURE_OF_QUESTIONS : likely ? SURE_OF_THE_LIKELIEST : SURE_OTHERWISE,
        best?.confidence ?? 0,
      );
      const read = (half: string): Ranked | undefined => {
        const asksFor = rank(half, least)[0];
        return asksFor && asksFor.confidence >= least && asks(asksFor, asked) ? asksFor : undefined;
      };
      // The shorter half first: it is the likelier to ask for nothing, and spares a look at the other.
      const shorter = halves[0]!.length <= halves[1]!.length ? 0 : 1;
      const one = read(halves[shorter]!);
      const other = one && read(halves[1 - shorter]!);
      if (!other || one.label === other.label) continue;
      const [first, second] = shorter === 0 ? [one, other] : [other, one];
      const confidence = Math.min(first.confidence, second.confidence);
      if ((short || (likely && confidence < SURE_OTHERWISE)) && !areLikeliest(first.label, second.label))
        continue;
      if (!best || confidence > best.confidence) best = { intents: [first.label, second.label], confidence };
    }
    // Where the message as a whole is plainly one thing, and that is none of the two, the halves are an accident.
    if (!best || (whole[0]!.confidence > best.confidence && !best.intents.includes(whole[0]!.label)))
      return undefined;
    return best;
  };
}
