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

/**
 * The ways of saying something, kept as they are written rather than spelled out: choices that follow each other make
 * thousands of phrases of a few dozen words.
 */
export type Ways = {
  readonly runs: readonly Run[];
  /** How many phrases it would be, spelled out. */
  readonly count: number;
};

/** Words and choices, one after the other; never empty. */
export type Run = readonly (string | Ways)[];

export type Pattern = {
  /** `key` is the same for parts that are written alike. */
  readonly parts: readonly { readonly key: string; readonly ways: Ways }[];
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
const PIECE = /[()|]|[^\s()|]+/g;

/** @throws PatternError */
export function parsePattern(text: string, lists: WordLists): Pattern {
  const ending = text.includes("/") ? ENDING.exec(text) : null;
  const within = Number(ending?.[1] ?? WITHIN);
  if (within < 1 || within > LONGEST_STRETCH)
    throw new PatternError(
      `the stretch of ${within} words is too long or too short; use 1 to ${LONGEST_STRETCH}`,
    );
  const body = ending ? text.slice(0, ending.index) : text;
  const ordered = body.includes(" > ");
  if (ordered && body.includes(" + "))
    throw new PatternError('"+" and ">" stand together; use one of the two');
  const known = knownOf(lists);
  const parts = body.split(ordered ? " > " : " + ").map((part) => {
    const pieces = part.match(PIECE) ?? [];
    const key = pieces.join(" ");
    let ways = known.parts.get(key);
    if (!ways) {
      ways = readWays(pieces, (term) => readTerm(term, lists, []));
      known.parts.set(key, ways);
    }
    return { key, ways };
  });
  if (parts.some(({ ways }) => ways.count > MOST_PHRASES))
    throw new PatternError("there are too many ways of saying it; make it two patterns");
  return { parts, ordered, within };
}

/** Parts come again in pattern after pattern, and terms in part after part: each is read once for its lists. */
type Known = { readonly parts: Map<string, Ways>; readonly terms: Map<string, string | Ways> };
const knownByLists = new WeakMap<WordLists, Known>();

function knownOf(lists: WordLists): Known {
  let known = knownByLists.get(lists);
  if (!known) {
    known = { parts: new Map(), terms: new Map() };
    knownByLists.set(lists, known);
  }
  return known;
}

/** Ways between bars, the pieces of which are terms, bars and brackets; brackets hold no brackets. */
function readWays(pieces: readonly string[], read: (term: string) => string | Ways): Ways {
  const runs: (string | Ways)[][] = [[]];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece === "|") runs.push([]);
    else if (piece === "(") {
      const end = pieces.indexOf(")", i);
      const inner = pieces.slice(i + 1, end < 0 ? i + 1 : end);
      if (end < 0 || inner.includes("(")) throw noWord(piece);
      runs.at(-1)!.push(readWays(inner, read));
      i = end;
    } else runs.at(-1)!.push(read(piece));
  }
  let count = 0;
  for (const run of runs) {
    if (run.length === 0)
      throw new PatternError("there is no word between two signs; write one or remove a sign");
    let ways = 1;
    for (const item of run) if (typeof item !== "string") ways *= item.count;
    count += ways;
  }
  return { runs, count };
}

function readTerm(term: string, lists: WordLists, inside: readonly string[]): string | Ways {
  const { terms } = knownOf(lists);
  let read = terms.get(term);
  if (read === undefined) {
    read = LIST.test(term) ? readList(term, lists, inside) : readWord(term);
    terms.set(term, read);
  }
  return read;
}

function readList(name: string, lists: WordLists, inside: readonly string[]): Ways {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list)
    throw new PatternError(`there is no list "${name}"; add it to urgent/words.yaml or mend its name`);
  if (inside.includes(name)) throw new PatternError(`the list "${name}" holds itself; take it out`);
  const all = list.map((text) =>
    readWays(text.match(PIECE) ?? [], (term) => readTerm(term, lists, [...inside, name])),
  );
  return {
    runs: all.flatMap(({ runs }) => runs),
    count: all.reduce((sum, { count }) => sum + count, 0),
  };
}

function readWord(term: string): string | Ways {
  if (PLAIN_TERM.test(term)) return term;
  if (!TERM.test(term)) throw noWord(term);
  const isStart = term.endsWith("*");
  const words = tokenise(normalise(isStart ? term.slice(0, -1) : term));
  if (words.length === 0) throw noWord(term);
  if (isStart) words.push(`${words.pop()}*`);
  return words.length === 1 ? words[0]! : { runs: [words], count: 1 };
}

const noWord = (term: string) =>
  new PatternError(
    `"${term}" is no word, no word with * at its end and no list; write words in lower case, lists in capitals`,
  );
