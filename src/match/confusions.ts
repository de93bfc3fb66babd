/** What readings of held-out lines come to: how well each label is read, which labels are taken for which, and by what words. */
import type { Reading, VoicedWords } from "./cross-validate.ts";

/** A label and its lines. */
export type LabelRead = { readonly label: string; readonly lines: number; readonly right: number };

/** Lines of one label that were read as another. */
export type Confusion<Line extends VoicedWords = VoicedWords> = {
  readonly label: string;
  readonly given: string;
  readonly misread: number;
  /** All lines of `label`. */
  readonly of: number;
  /** The words that speak most for `given` over `label`, with what they say summed over the misread lines. */
  readonly words: readonly { readonly word: string; readonly pull: number }[];
  /** The lines that were misread most surely. */
  readonly examples: readonly Line[];
};

export type Confusions<Line extends VoicedWords = VoicedWords> = {
  readonly lines: number;
  readonly right: number;
  /** The label with the smallest share read right first. */
  readonly labels: readonly LabelRead[];
  /** The pair with the most misread lines first. */
  readonly pairs: readonly Confusion<Line>[];
  /** Labels with lines that nothing could have read right, and how many. These lines count nowhere else. */
  readonly untaught: readonly { readonly label: string; readonly lines: number }[];
};

const WORDS_SHOWN = 6;
const EXAMPLES_SHOWN = 3;

export function confusionsOf<Line extends VoicedWords>(readings: readonly Reading<Line>[]): Confusions<Line> {
  const taught = readings.filter((reading) => reading.taught);
  const labels = [...groups(taught, ({ line }) => line.label)].map(([label, all]) => ({
    label,
    lines: all.length,
    right: all.filter(isRight).length,
  }));
  const linesOf = new Map(labels.map(({ label, lines }) => [label, lines]));
  const wrong = taught.filter((reading) => !isRight(reading));
  const pairs = [...groups(wrong, ({ line, given }) => `${line.label}\t${given}`).values()].map((misread) => {
    const { line, given } = misread[0]!;
    return {
      label: line.label,
      given,
      misread: misread.length,
      of: linesOf.get(line.label)!,
      words: strongestWords(misread),
      examples: [...misread]
        .sort((a, b) => b.confidence - a.confidence)
        .slice(0, EXAMPLES_SHOWN)
        .map((reading) => reading.line),
    };
  });
  const untaught = groups(
    readings.filter((reading) => !reading.taught),
    ({ line }) => line.label,
  );
  return {
    lines: taught.length,
    right: taught.length - wrong.length,
    labels: labels.sort((a, b) => a.right / a.lines - b.right / b.lines || b.lines - a.lines || byName(a, b)),
    pairs: pairs.sort((a, b) => b.misread - a.misread || a.of - b.of || byName(a, b) || byGiven(a, b)),
    untaught: [...untaught].map(([label, all]) => ({ label, lines: all.length })).sort(byName),
  };
}

/** Words that speak for the right label are of no use to whoever looks for what went wrong. */
function strongestWords(misread: readonly Reading[]): Confusion["words"] {
  const sums = new Map<string, number>();
  for (const { line, pulls } of misread) {
    line.words.forEach((word, i) => {
      sums.set(word, (sums.get(word) ?? 0) + pulls[i]!);
    });
  }
  return [...sums]
    .map(([word, pull]) => ({ word, pull }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS_SHOWN);
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}

const isRight = ({ line, given }: Reading) => line.label === given;
const byName = (a: { label: string }, b: { label: string }) => compare(a.label, b.label);
const byGiven = (a: { given: string }, b: { given: string }) => compare(a.given, b.given);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
