/** From what was asked to what is shown: the one road that every way in takes. */
import type { Assistant } from "../../src/index.ts";
import type { Conversations, From, Reply } from "../chat/conversation.ts";
import { type Log, sayError } from "./log.ts";
import type { Outbox } from "./outbox.ts";
import type { Asked, Place } from "./read.ts";
import type { Responder } from "./respond.ts";
import type { Status } from "./status.ts";
import { type SlackMessage, writeText } from "./write.ts";
import { createWriter, type Writer } from "./writer.ts";

export type Answering = {
  /** Answers a message. Resolves when the answer is shown, or cannot be. Never rejects. */
  asked(asked: Asked): Promise<void>;
  /** Shows the answers to topics that somebody chose. */
  chosen(from: From, place: Place, intents: readonly string[]): Promise<void>;
  /** Does something else that is to be finished before the bot stops. Never rejects. */
  also(work: Promise<void>): Promise<void>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
};

/** The intent that says what can be asked, in packs that have it. */
const HELP = "help";

export function createAnswering(parts: {
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly responder: Responder;
  readonly status: Status;
  readonly log: Log;
}): Answering {
  const { assistant, conversations, outbox, responder, status, log } = parts;
  const { counts } = conversations;
  const writer = createWriter();
  const underWay = new Set<Promise<void>>();

  async function show(from: From, place: Place, reply: Reply): Promise<void> {
    if (reply.kind === "silent") return;
    let message: SlackMessage;
    try {
      message = write(reply, place, writer);
    } catch (error) {
      counts.failed("writing");
      log.error(`an answer could not be written (${sayError(error)})`);
      message = writeText(assistant.pack.wording.failure);
    }
    const urgent = reply.kind === "answer" && reply.answer.kind === "urgent";
    if (!(await deliver(place, message, urgent)) && from.key !== undefined) conversations.forget(from.key);
  }

  async function deliver(place: Place, message: SlackMessage, urgent: boolean): Promise<boolean> {
    if (place.kind === "private") return responder.toPerson(place, message);
    const posted = outbox.post(place, message, urgent ? { to: place.mention } : undefined);
    return status.during(place, posted);
  }

  async function tracked(work: Promise<void>): Promise<void> {
    underWay.add(work);
    try {
      await work;
    } catch (error) {
      counts.failed("showing");
      log.error(`a reply failed (${sayError(error)})`);
    } finally {
      underWay.delete(work);
    }
  }

  function replyTo({ from, text }: Asked): Reply {
    // Addressed without a word: they want to know what this is.
    const wordless = text === "" && assistant.pack.intents[HELP];
    return wordless
      ? conversations.choose({ ...from, intents: [HELP] })
      : conversations.reply({ ...from, text });
  }

  return {
    asked: (asked) => tracked(show(asked.from, asked.place, replyTo(asked))),
    chosen: (from, place, intents) => tracked(show(from, place, conversations.choose({ ...from, intents }))),
    also: tracked,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function write(reply: Exclude<Reply, { kind: "silent" }>, place: Place, writer: Writer): SlackMessage {
  if (reply.kind !== "answer") return writeText(reply.text);
  return place.kind === "private"
    ? writer(reply.answer, { toShare: true })
    : writer(reply.answer, { mention: place.mention });
}
