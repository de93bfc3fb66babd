/**
 * Whether a question is about a place that the sources do not speak of. What was said of England is not true of Glasgow or
 * Madrid because a question is worded alike, so such a place decides, whatever the matcher makes of the rest.
 */
import { tokenise } from "../language/tokens.ts";
import type { Pack } from "../pack/types.ts";

/** What answers a normalised question about such a place: an intent's id or `none`; undefined where it names none. */
export type Elsewhere = (text: string) => string | undefined;

/** The words before a place where something is, not comes from or goes to. */
const WHERE = new Set(["in", "at", "near", "across", "around", "outside", "throughout"]);
const ARTICLE = "the";
/** The words after a place that belongs to it: "the Glasgow hospitals". */
const OF_THE_PLACE = new Set(
  "hospital hospitals infirmary royal general ae ed casualty gp gps doctor doctors surgery surgeries nhs ambulance ambulances er clinic clinics".split(
    " ",
  ),
);

export function createElsewhere(places: Pack["elsewhere"]): Elsewhere {
  const known = new Map(places.map(({ name, intent }) => [name, intent]));
  const longest = places.reduce((most, { name }) => Math.max(most, name.split(" ").length), 0);

  return (text) => {
    const words = tokenise(text);
    for (let from = 0; from < words.length; from++) {
      for (let length = Math.min(longest, words.length - from); length > 0; length--) {
        const intent = known.get(words.slice(from, from + length).join(" "));
        if (intent === undefined) continue;
        const before = words[from - 1] === ARTICLE ? words[from - 2] : words[from - 1];
        if (WHERE.has(before!) || OF_THE_PLACE.has(words[from + length]!)) return intent;
      }
    }
    return undefined;
  };
}
