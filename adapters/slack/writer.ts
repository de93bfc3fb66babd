/** Writes each answer once. There are only so many of them, and the same few are asked for all day. */
import { LRUCache } from "lru-cache";
import { type Answer, intentsOf } from "../../src/index.ts";
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

/** All that an answer's message follows from: its topics, and its text, which holds what the time changes. */
function keyOf(answer: Answer): string {
  const about = answer.kind === "clarify" ? answer.options.map(({ id }) => id) : intentsOf(answer);
  return `${answer.kind} ${about.join(" ")} ${answer.text}`;
}
