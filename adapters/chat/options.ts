/** What an answer offers to ask next. */
import type { Answer, Option } from "../../src/index.ts";

/** Buttons that fit on one row on a phone. */
const MOST = 4;

/** The choices of a question put back, or what is related; none for what must stand alone. */
export function nextOptions(answer: Answer): readonly Option[] {
  if (answer.kind === "clarify") return answer.options;
  if (answer.kind !== "answer" && answer.kind !== "not-covered") return [];
  const asked = new Set(answer.parts.map(({ intent }) => intent));
  const related = answer.parts.flatMap((part) => part.related).filter(({ id }) => !asked.has(id));
  return [...new Map(related.map((option) => [option.id, option])).values()].slice(0, MOST);
}
