/** How an answer is scored against a label of a question set. */
import { type Answer, intentsOf } from "../../src/index.ts";

const URGENT = "urgent";

/**
 * 1 where the answer is what the label asks for, 0 where not, and a half where the right id is among the choices of a
 * question put back. Labels: an id; `a|b` either; `a+b` both; `none` nothing fits; `clarify:a|b` a question put back that
 * offers one of them.
 */
export function score(label: string, answer: Answer): number {
  const offered = answer.kind === "clarify" ? answer.options.map(({ id }) => id) : [];
  if (label === "none") return answer.kind === "unknown" ? 1 : 0;
  if (label.startsWith("clarify:")) {
    return label
      .slice("clarify:".length)
      .split("|")
      .some((id) => offered.includes(id))
      ? 1
      : 0;
  }
  const given = intentsOf(answer);
  if (label.includes("+")) return label.split("+").every((id) => given.includes(id)) ? 1 : 0;
  const wanted = label.split("|");
  // More than was asked is no right answer, unless each part of it would have been one.
  if (given.length > 0 && given.every((id) => wanted.includes(id))) return 1;
  if (given.length > 1 && given.some((id) => wanted.includes(id))) return 0.5;
  return wanted.some((id) => offered.includes(id)) ? 0.5 : 0;
}

/** What the answer came to, in the words of a label. */
export function labelOf(answer: Answer): string {
  if (answer.kind === "unknown") return "none";
  if (answer.kind === "clarify") return `clarify:${answer.options.map(({ id }) => id).join("|")}`;
  return intentsOf(answer).join("+");
}

export const isUrgent = (answer: Answer) => answer.kind === URGENT;
