/**
 * Whether a question is about a place that the sources do not speak of. What was said of England is not true of Glasgow or
 * Madrid because a question is worded alike, so such a place decides, whatever the matcher makes of the rest.
 *
 * A name counts where it says where something is: after "in" and the like, before what stands in a place ("the Glasgow
 * hospitals"), or first or last in the message ("Cardiff, is A&E open?"). Elsewhere it may be where somebody comes from, or
 * somebody's name.
 */
import { tokenise } from "../language/tokens.ts";
import { OUT_OF_SCOPE, type Pack } from "../pack/types.ts";
import type { Decision } from "./decide.ts";

/** What answers a normalised question about such a place: an intent's id or `none`; undefined where it names none. */
export type Elsewhere = (text: string) => string | undefined;

const listed = (words: string) => new Set(words.split(" "));
const WHERE = listed("in at across around round outside inside within throughout by on for over");
/** These may stand between the two: "in the north of Scotland", "in central Glasgow". */
const BETWEEN = listed(
  "the north south east west northern southern eastern western mid central greater isle of",
);
const OF_THE_PLACE = listed(
  "hospital hospitals infirmary royal general a ae ed casualty gp gps doctor doctors surgery surgeries nhs ambulance ambulances er clinic clinics",
);
/** A street or a park of that name is somewhere in England. */
const NOT_THE_PLACE = listed("road street lane avenue close court park yard way ward square terrace house");
/** Where it comes from, goes to or is compared with; people who bear the name. */
const NOT_THERE = listed(
  "from to than like via near with dr mr mrs ms miss prof nurse sister prince princess",
);

export function createElsewhere(places: Pack["elsewhere"]): Elsewhere {
  const known = new Map(places.map(({ name, intent }) => [name, intent]));
  /** Most words begin no name, and are not looked at twice. */
  const beginnings = new Set(places.map(({ name }) => name.split(" ", 1)[0]!));
  const longest = places.reduce((most, { name }) => Math.max(most, name.split(" ").length), 0);
  const withoutS = (word: string) => (word.endsWith("s") ? word.slice(0, -1) : word);
  const intentOf = (name: string) => known.get(name) ?? known.get(withoutS(name));

  function isWhere(words: readonly string[], from: number, end: number): boolean {
    if (NOT_THE_PLACE.has(words[end]!)) return false;
    let before = from - 1;
    while (before >= 0 && BETWEEN.has(words[before]!)) before--;
    if (NOT_THERE.has(words[before]!)) return false;
    return WHERE.has(words[before]!) || OF_THE_PLACE.has(words[end]!) || before < 0 || end === words.length;
  }

  return (text) => {
    const words = tokenise(text);
    for (let from = 0; from < words.length; from++) {
      if (!beginnings.has(words[from]!) && !beginnings.has(withoutS(words[from]!))) continue;
      for (let length = Math.min(longest, words.length - from); length > 0; length--) {
        const intent = intentOf(words.slice(from, from + length).join(" "));
        if (intent === undefined) continue;
        if (isWhere(words, from, from + length)) return intent;
        from += length - 1;
        break;
      }
    }
    return undefined;
  };
}

/** What to do about a question of such a place, given what answers it. */
export function decisionOn(place: string, confidence: number): Decision {
  return place === OUT_OF_SCOPE
    ? { kind: "unknown", confidence }
    : { kind: "intent", intent: place, confidence };
}
