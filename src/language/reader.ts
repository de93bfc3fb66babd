/** What every part of the bot but the urgent screen sees of a text: its plain words, with the lexicon applied. */
import { createLexicon } from "./lexicon.ts";
import { normalise } from "./normalise.ts";
import { tokenise } from "./tokens.ts";

export type Reader = (text: string) => string[];

/** Only the two ends of a very long message are read: a question stands at its start or its end. */
const LONGEST_READ = 2_000;

/** A reader with the lexicon of a pack, or with none. */
export function createReader(lexicon: readonly (readonly [from: string, to: string])[] = []): Reader {
  const read = createPlainReader(lexicon);
  return (text) => read(normalise(text));
}

/** The same for texts that are normalised already. */
export function createPlainReader(lexicon: readonly (readonly [from: string, to: string])[]): Reader {
  const { apply } = createLexicon(lexicon);
  return (plain) => apply(tokenise(plain.length > LONGEST_READ ? ends(plain) : plain));
}

function ends(text: string): string {
  return `${text.slice(0, LONGEST_READ / 2)} ${text.slice(-LONGEST_READ / 2)}`;
}
