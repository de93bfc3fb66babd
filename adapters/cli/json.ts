/** An answer as one line of JSON, as the command line promises it. */
import { type Answer, citationsOf, intentsOf, type Match } from "../../src/index.ts";

export function toJson(question: string, answer: Answer, why?: readonly Match[]): string {
  const options = answer.kind === "clarify" ? answer.options.map(({ id }) => id) : [];
  return JSON.stringify({
    question,
    kind: answer.kind,
    intents: intentsOf(answer),
    text: answer.text,
    confidence: Math.round(answer.confidence * 1000) / 1000,
    options,
    sources: citationsOf(answer),
    walkout: answer.walkout,
    ...(why ? { why } : {}),
  });
}
