/** A message as the urgent screen sees it: the whole of it, word by word, and where its sentences end. */
export type Words = {
  readonly words: readonly string[];
  /** What stands before each word: 0 nothing, 1 a comma or a bracket, 2 the end of a sentence or of a line. */
  readonly breaks: Uint8Array;
};

const PIECE = /[\p{L}\p{N}]+(?:'\p{L}+)*|[.,?!;:()\n-]/gu;
const LONGEST_WORD = 40;

/** The words of a normalised text; linear in its length. Unlike what the matcher reads, nothing of a long one is left out. */
export function readWords(plain: string): Words {
  const words: string[] = [];
  const breaks: number[] = [];
  let before = 0;
  for (const { 0: piece, index } of plain.matchAll(PIECE)) {
    if (/[.,?!;:()\n-]/.test(piece[0]!)) {
      // "38.5" and "self-harm" hold no break.
      const next = plain[index + 1];
      const apart = next === undefined || /[\s.?!,)]/.test(next);
      if (/[?!;\n]/.test(piece) || (piece === "." && apart)) before = 2;
      else if (apart || piece === "(" || piece === ")") before = Math.max(before, 1);
    } else {
      words.push(piece.replaceAll("'", "").slice(0, LONGEST_WORD));
      breaks.push(before);
      before = 0;
    }
  }
  return { words, breaks: Uint8Array.from(breaks) };
}
