/** Writes each answer once. There are only so many of them, and the same few are asked for all day. */
import { LRUCache } from "lru-cache";
import { type Answer, citationsOf, intentsOf } from "../../src/index.ts";
import { nextOptions } from "../chat/options.ts";
import { type SlackMessage, writeAnswer } from "./write.ts";

export type Writer = typeof writeAnswer;

const MOST = 500;

export function createWriter(): Writer {
  const written = new LRUCache<string, SlackMessage>({ max: MOST });
  return (answer, how = {}) => {
    // What is addressed to somebody is theirs alone.
    if (answer.kind === "urgent") return writeAnswer(answer, how);
    const key = `${how.toShare} ${keyOf(answer)}`;
    let message = written.get(key);
    if (!message) {
      message = writeAnswer(answer, how);
      written.set(key, message);
    }
    return message;
  };
}

/**
 * All that an answer's message follows from. Its topics and text are not enough: on where an answer comes from, the text is
 * the same for every answer, and only what is cited differs.
 */
function keyOf(answer: Answer): string {
  const cited = citationsOf(answer).map(({ id, paragraph }) => `${id}#${paragraph}`);
  const offered = nextOptions(answer).map(({ id }) => id);
  return [answer.kind, ...intentsOf(answer), ...cited, ...offered, answer.text].join(" ");
}
