import { beforeEach, describe, expect, it } from "vitest";
import { type Conversations, createConversations, type Reply } from "../../../adapters/chat/conversation.ts";
import { intentsOf } from "../../../src/index.ts";
import { assistant, fallible, UNDER_WAY } from "./shipped.ts";

let now: Date;
let conversations: Conversations;
const MINUTE = 60_000;
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const open = (options: Partial<Parameters<typeof createConversations>[0]> = {}) => {
  conversations = createConversations({ assistant, clock: () => now, ...options });
};
let key = 0;
const say = (text: string, from: object = {}) =>
  conversations.reply({ key: String(key++), person: "p", thread: "t", text, ...from });
const kinds = (...replies: Reply[]) => replies.map((reply) => ("why" in reply ? reply.why : reply.kind));

beforeEach(() => {
  now = UNDER_WAY;
  open();
});

describe("one answer to one message", () => {
  it("is silent for a key it has seen, until that is forgotten", () => {
    expect(kinds(say("hello", { key: "a" }), say("hello", { key: "a" }))).toEqual(["answer", "duplicate"]);
    conversations.forget("a");
    expect(kinds(say("hello", { key: "a" }))).toEqual(["answer"]);
  });

  it("remembers for an hour, and only so many", () => {
    open({ limits: { messages: 3 } });
    say("hello", { key: "a" });
    later(59 * MINUTE);
    expect(kinds(say("hello", { key: "a" }))).toEqual(["duplicate"]);
    later(2 * MINUTE);
    expect(kinds(say("hello", { key: "a" }))).toEqual(["answer"]);
    for (let i = 0; i < 5; i++) say("hello", { key: `b${i}` });
    expect(kinds(say("hello", { key: "a" }))).toEqual(["answer"]);
  });

  it("answers every message that has no key", () => {
    expect(kinds(say("hello", { key: undefined }), say("hello", { key: undefined }))).toEqual([
      "answer",
      "answer",
    ]);
  });

  it("never takes a new urgent message for an old one", () => {
    const urgent = "crushing pain in my chest and sweating";
    for (let i = 0; i < 50; i++) {
      const reply = say(urgent);
      expect(reply.kind === "answer" && reply.answer.kind).toBe("urgent");
    }
  });
});

describe("so many a minute to one person", () => {
  it("says so once, then is silent, then answers again", () => {
    open({ limits: { answersPerMinute: 2 } });
    const replies = Array.from({ length: 5 }, () => say("is A&E open?"));
    expect(kinds(...replies)).toEqual(["answer", "answer", "slow-down", "told-already", "told-already"]);
    expect(replies[2]).toMatchObject({ text: expect.stringContaining("999") });
    expect(kinds(say("is A&E open?", { person: "q" }))).toEqual(["answer"]);
    later(MINUTE + 1);
    expect(kinds(say("is A&E open?"))).toEqual(["answer"]);
  });
});

describe("quiet after thanks", () => {
  it("says nothing to thanks for an answer", () => {
    expect(kinds(say("is A&E open?"), say("thanks"), say("thank you"))).toEqual([
      "answer",
      "thanked",
      "thanked",
    ]);
  });

  it("answers thanks once where they come first, and what is asked after them", () => {
    expect(kinds(say("thanks"), say("thanks"), say("is A&E open?"))).toEqual(["answer", "thanked", "answer"]);
  });
});

it("gives the calm sentence where answering throws, counts it, and tells the adapter", () => {
  const errors: unknown[] = [];
  open({ assistant: fallible("breaks"), onError: (error) => errors.push(error) });
  const reply = say("this breaks");
  expect(reply).toEqual({ kind: "failure", text: assistant.pack.wording.failure });
  expect(conversations.counts.view().failures).toEqual({ answering: 1 });
  expect(errors).toHaveLength(1);
});

it("hands the assistant the topics last answered in the same conversation, as ids", () => {
  const contexts: (readonly string[])[] = [];
  open({
    assistant: {
      ...assistant,
      ask(question, at, context) {
        contexts.push(context?.answered ?? []);
        return assistant.ask(question, at);
      },
    },
  });
  say("is A&E open?");
  say("is my GP open?");
  say("is my GP open?", { thread: "elsewhere" });
  later(31 * MINUTE);
  say("is my GP open?");
  expect(contexts).toEqual([[], ["a-and-e"], [], []]);
});

it("is silent where nothing is asked", () => {
  expect(kinds(say(" \n"))).toEqual(["empty"]);
});

it("opens several topics as one answer, and what is urgent alone", () => {
  const both = conversations.choose({ person: "p", thread: "t", intents: ["a-and-e", "gp"] });
  expect(both.kind === "answer" && intentsOf(both.answer)).toEqual(["a-and-e", "gp"]);
  expect(intentsOf(conversations.repeat(["a-and-e", "emergency"]))).toEqual(["emergency"]);
  expect(kinds(conversations.choose({ person: "p", thread: "t", intents: [] }))).toEqual(["failure"]);
});

it("counts kinds, intents, silences and votes, and hands out a copy", () => {
  say("is A&E open?");
  say("thanks");
  conversations.counts.rated(["a-and-e"], true);
  conversations.counts.rated(["a-and-e"], false);
  const view = conversations.counts.view();
  expect(view).toEqual({
    answers: { answer: 1 },
    intents: { "a-and-e": 1 },
    helpful: { "a-and-e": 1 },
    notHelpful: { "a-and-e": 1 },
    silences: { thanked: 1 },
    failures: {},
    slowedDown: 0,
  });
  say("is my GP open?");
  expect(view.answers).toEqual({ answer: 1 });
});
