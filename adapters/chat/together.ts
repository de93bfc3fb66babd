/** Several answers to show as one. */
import type { Answer, Answered } from "../../src/index.ts";

/**
 * One answer of the parts of all. What cannot stand beside anything, such as an urgent answer, is shown alone.
 * @throws where there is none.
 */
export function togetherFrom(answers: readonly Answer[]): Answer {
  const [first] = answers;
  if (!first) throw new Error("nothing was chosen");
  const alone = answers.find(({ kind }) => kind === "urgent");
  if (alone) return alone;
  const answered = answers.filter((answer): answer is Answered => "parts" in answer);
  if (answered.length < 2) return first;
  const notice = answered.find((answer) => answer.notice !== null)?.notice ?? null;
  const parts = answered.flatMap((answer) => answer.parts);
  return {
    ...answered[0]!,
    kind: answered.some(({ kind }) => kind === "answer") ? "answer" : "not-covered",
    notice,
    parts,
    text: [...(notice ? [notice] : []), ...parts.flatMap(({ paragraphs }) => paragraphs)].join("\n"),
  };
}
