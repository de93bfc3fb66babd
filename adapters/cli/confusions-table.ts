/** Confusions as text to read and as JSON. */
import type { Confusion, Confusions, VoicedExample } from "../../src/index.ts";
import { percent } from "./evaluate.ts";

const WORST_SHOWN = 10;

/** One line on all that was read, and one on what could not be. */
export function summary(
  { lines, right, untaught }: Confusions<VoicedExample>,
  voices: number,
  folds: number,
): string {
  const all = `${lines} lines read, held out by voice (${voices} voices in ${folds} folds): ${percent(right / Math.max(1, lines))} right.`;
  if (untaught.length === 0) return all;
  const left = untaught.reduce((sum, group) => sum + group.lines, 0);
  const labels = untaught.map(({ label }) => label).join(", ");
  return `${all}\nLeft out: ${left} more, as no voice outside their fold speaks for ${labels}; add examples in other voices.`;
}

/** The labels read worst, then the `top` pairs. */
export function confusionsTable({ labels, pairs }: Confusions<VoicedExample>, top: number): string {
  const worst = labels.slice(0, WORST_SHOWN);
  const shown = pairs.slice(0, top);
  const width = Math.max(...worst.map(({ label }) => label.length), 0);
  const hidden = pairs.length - shown.length;
  return [
    "Read right least:",
    ...worst.map(
      ({ label, lines, right }) =>
        `  ${label.padEnd(width)}  ${percent(right / lines).padStart(7)}  of ${lines}`,
    ),
    "",
    pairs.length === 0
      ? "Nothing was misread."
      : "Misread most (lines, their label -> what they were read as; the words that speak for it, by weight):",
    ...shown.flatMap(pairLines),
    ...(hidden > 0 ? [`  and ${hidden} more; --top ${pairs.length} shows all`] : []),
  ].join("\n");
}

function pairLines({ label, given, misread, of, words, examples }: Confusion<VoicedExample>): string[] {
  const pulls = words.map(({ word, pull }) => `${word} ${pull.toFixed(1)}`).join(", ");
  return [
    `${String(misread).padStart(5)}  ${label} -> ${given}  (${percent(misread / of)} of ${of})`,
    `       ${pulls || "no single word; pairs of words or the nearest examples decide"}`,
    ...examples.map(({ file, line, text }) => `       ${file}:${line}  ${text}`),
  ];
}

/** One pair as the command line promises it. */
export function toJsonLine({ label, given, misread, of, words, examples }: Confusion<VoicedExample>): string {
  return JSON.stringify({
    label,
    given,
    misread,
    of,
    share: rounded(misread / of, 4),
    words: words.map(({ word, pull }) => ({ word, pull: rounded(pull, 2) })),
    examples: examples.map(({ file, line, text, voice }) => ({ file, line, voice, text })),
  });
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
