/** What every part of the bot sees of a text: its plain words, with the lexicon applied. */
import { createLexicon } from "./lexicon.ts";
import { normalise } from "./normalise.ts";
import { tokenise } from "./tokens.ts";

export type Reader = (text: string) => string[];

/** A reader with the lexicon of a pack, or with none. */
export function createReader(lexicon: readonly (readonly [from: string, to: string])[] = []): Reader {
  const { apply } = createLexicon(lexicon);
  return (text) => apply(tokenise(normalise(text)));
}
