/**
 * The little language of the rules. A pattern is made of parts that must all stand within a stretch of words:
 *
 *     CHEST + PAIN                     both, in either order, within 8 words
 *     face > dropped / 5               in this order, within 5 words
 *     blue | gone grey | dusky         one of these, each word after word
 *     (cant|wont) (wake|rouse) + him   brackets hold a choice within a run of words
 *
 * `*` at the end of a word stands for any ending, a word in capitals for a list of words.yaml.
 */
import { normalise } from "../language/normalise.ts";
import { tokenise } from "../language/tokens.ts";

/** A way of saying a part: words one after the other. */
export type Phrase = readonly string[];

export type Pattern = {
  /** Of each part, every way of saying it; `key` is the same for parts that are written alike. */
  readonly parts: readonly { readonly key: string; readonly phrases: readonly Phrase[] }[];
  readonly ordered: boolean;
  /** The most words from the first of the first part to the last of the last. */
  readonly within: number;
};

/** The lists of words.yaml: a name in capitals, and the ways of saying it. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** What is wrong with a pattern, worded "problem; remedy". */
export class PatternError extends Error {}

const WITHIN = 8;
const LONGEST_STRETCH = 30;
/** Beyond this a pattern is a mistake, not a rule. */
const MOST_PHRASES = 20_000;
const LIST = /^[A-Z][A-Z0-9-]*$/;
const TERM = /^[\p{Ll}\p{N}']+\*?$/u;
/** Most terms need no reading. */
const PLAIN_TERM = /^[a-z0-9]+\*?$/;
const ENDING = /\s*\/\s*(\d+)\s*$/;

/** @throws PatternError */
export function parsePattern(text: string, lists: WordLists): Pattern {
  const within = Number(ENDING.exec(text)?.[1] ?? WITHIN);
  if (within < 1 || within > LONGEST_STRETCH)
    throw new PatternError(
      `the stretch of ${within} words is too long or too short; use 1 to ${LONGEST_STRETCH}`,
    );
  const body = text.replace(ENDING, "");
  const ordered = body.includes(" > ");
  if (ordered && body.includes(" + "))
    throw new PatternError('"+" and ">" stand together; use one of the two');
  const parts = body.split(ordered ? " > " : " + ").map((part) => ({
    key: part.trim().replace(/\s+/g, " "),
    phrases: choicesOf(part, lists, []),
  }));
  if (parts.some(({ phrases }) => phrases.length > MOST_PHRASES))
    throw new PatternError("there are too many ways of saying it; make it two patterns");
  return { parts, ordered, within };
}

/** Parts come again in pattern after pattern, and lists in part after part: each is spelled out once for its lists. */
const spelled = new WeakMap<WordLists, Map<string, Phrase[]>>();

/** Ways of saying it between bars that stand outside of brackets. */
function choicesOf(part: string, lists: WordLists, inside: readonly string[]): Phrase[] {
  let known = spelled.get(lists);
  if (!known) {
    known = new Map();
    spelled.set(lists, known);
  }
  let choices = known.get(part);
  if (!choices) {
    choices = part.split(/\|(?![^(]*\))/).flatMap((way) => phrasesOf(way, lists, inside));
    known.set(part, choices);
  }
  return choices;
}

function phrasesOf(way: string, lists: WordLists, inside: readonly string[]): Phrase[] {
  const terms = way.match(/\([^()]*\)|[^\s()]+|[()]/g) ?? [];
  if (terms.length === 0)
    throw new PatternError("there is no word between two signs; write one or remove a sign");
  return terms.reduce<Phrase[]>(
    (phrases, term) => {
      const ways = term.startsWith("(") && term.endsWith(")") && term.length > 2;
      const words = ways ? choicesOf(term.slice(1, -1), lists, inside) : wordsOf(term, lists, inside);
      return phrases.flatMap((phrase) => words.map((word) => [...phrase, ...word]));
    },
    [[]],
  );
}

function wordsOf(term: string, lists: WordLists, inside: readonly string[]): Phrase[] {
  if (LIST.test(term)) {
    const list = Object.hasOwn(lists, term) ? lists[term] : undefined;
    if (!list)
      throw new PatternError(`there is no list "${term}"; add it to urgent/words.yaml or mend its name`);
    if (inside.includes(term)) throw new PatternError(`the list "${term}" holds itself; take it out`);
    return list.flatMap((way) => choicesOf(way, lists, [...inside, term]));
  }
  if (PLAIN_TERM.test(term)) return [[term]];
  if (!TERM.test(term))
    throw new PatternError(
      `"${term}" is no word, no word with * at its end and no list; write words in lower case, lists in capitals`,
    );
  const isStart = term.endsWith("*");
  const words = tokenise(normalise(isStart ? term.slice(0, -1) : term));
  return [words.map((word, i) => (isStart && i === words.length - 1 ? `${word}*` : word))];
}
