/** A word may hold apostrophes ("isn't"), which go; "&" is a word of its own, and so are £ and %. */
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*|[&£%]/gu;
/** A longer run of letters is no word that anybody looks for. */
const LONGEST_WORD = 40;

/** The words of a normalised text, in order: "isn't A&E open?" → isnt, a, and, e, open. */
export function tokenise(normalised: string): string[] {
  return (normalised.match(WORD) ?? []).map((found) =>
    found === "&" ? "and" : found.replaceAll("'", "").slice(0, LONGEST_WORD),
  );
}
