/** Messages that ask two things: found where a message falls into two halves that each clearly ask something else. */
import { normalise } from "../language/normalise.ts";
import type { Pack } from "../pack/types.ts";
import type { Ranked } from "./matcher.ts";

/** Where one question may end and the next begin. */
const BOUNDARY = /[.?!;\n]+\s+|,\s+|\s+(?:and|also|plus|but|then|&)\s+/g;
/** Each half must be this sure of what it asks. */
const SURE_HALF = 0.5;
/** A long message has many boundaries; the first ones are tried. */
const MOST_BOUNDARIES = 12;

/** The two things a message asks, in order, and how sure the less sure of the two is. */
export type Split = { readonly intents: readonly [string, string]; readonly confidence: number };

export type Splitter = (question: string, whole: readonly Ranked[]) => Split | undefined;

/** A splitter that asks `rank` what each half may mean. */
export function createSplitter(pack: Pack, rank: (text: string) => readonly Ranked[]): Splitter {
  /** Small talk beside a question is no second question, and what is urgent stands alone. */
  const answers = ({ label }: Ranked) => {
    const intent = pack.intents[label];
    return intent !== undefined && intent.kind !== "urgent" && intent.folder !== "chat";
  };

  return (question, whole) => {
    const text = normalise(question);
    let best: Split | undefined;
    for (const boundary of [...text.matchAll(BOUNDARY)].slice(0, MOST_BOUNDARIES)) {
      const halves = [text.slice(0, boundary.index), text.slice(boundary.index + boundary[0].length)];
      if (halves.some((half) => half.trim().split(/\s+/).length < 2)) continue;
      const [first, second] = halves.map((half) => rank(half)[0]!) as [Ranked, Ranked];
      if (first.label === second.label || !answers(first) || !answers(second)) continue;
      const confidence = Math.min(first.confidence, second.confidence);
      if (confidence < SURE_HALF || (best && best.confidence >= confidence)) continue;
      best = { intents: [first.label, second.label], confidence };
    }
    // Where the message as a whole is plainly one thing, and that is none of the two, the halves are an accident.
    if (!best || (whole[0]!.confidence > best.confidence && !best.intents.includes(whole[0]!.label)))
      return undefined;
    return best;
  };
}
