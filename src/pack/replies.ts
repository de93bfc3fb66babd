/** Everything the bot can ever say: each line of each reply. Answers are put together from these and nothing else. */
import type { Intent, Pack } from "./types.ts";

export function repliesOf({ intents, clarifications, wording }: Pack): string[] {
  const paragraphs = Object.values(intents).flatMap(paragraphsOf);
  const asks = Object.values(clarifications).map(({ ask }) => ask);
  const options = Object.values(intents).map(({ title }) => `- ${title}`);
  const { notices, clarify, confirm, unknown, help, failure } = wording;
  const others = [...Object.values(notices), clarify, confirm, ...unknown, help, ...failure.split("\n")];
  return [...new Set([...others, ...paragraphs, ...asks, ...options])];
}

/** Every paragraph of an intent's answer, whatever the time. */
export function paragraphsOf({ answer, weekend }: Intent): string[] {
  const answers = "under-way" in answer ? Object.values(answer).flat() : answer;
  return [...new Set([...answers, ...(weekend ?? [])])];
}
