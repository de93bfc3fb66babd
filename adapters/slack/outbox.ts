/**
 * Everything that the bot posts. What Slack will not take now goes later, urgent first; what failed is tried again, but
 * only after a look at whether it got there after all.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnyBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Counts } from "../chat/counts.ts";
import { type Failure, failureOf } from "./failure.ts";
import { createGates } from "./gate.ts";
import type { Log } from "./log.ts";
import type { SlackMessage } from "./write.ts";

export type Target = { readonly channel: string; readonly thread?: string | undefined };

export type Outbox = {
  /** Whether it was posted. Never throws. `to` is the person it is for, where it is urgent and others read along. */
  post(
    target: Target,
    message: SlackMessage,
    urgency?: { readonly to?: string | undefined },
  ): Promise<boolean>;
};

const TRIES = 4;
const FIRST_PAUSE_MS = 500;
/** After this no answer is wanted any more. */
const LATEST_MS = 5 * 60_000;

export function createOutbox(
  client: WebClient,
  me: { user: string; bot?: string },
  log: Log,
  counts: Counts,
): Outbox {
  const gates = createGates();

  async function post(
    target: Target,
    message: SlackMessage,
    urgency?: { to?: string | undefined },
  ): Promise<boolean> {
    const { channel, thread } = target;
    const deadline = Date.now() + LATEST_MS;
    const id = randomUUID();
    let blocks: readonly AnyBlock[] = message.blocks;
    let told = false;
    for (let tries = 1; ; ) {
      // Nobody waits for help because a channel is busy: one method's limit does not stop another.
      if (urgency?.to && !told && gates.isClosed(channel)) {
        told = true;
        await tell(channel, urgency.to, thread, message);
      }
      const failure = await gates.through(channel, urgency !== undefined, async () => {
        const result = await send(target, message.text, blocks, id);
        if (result?.kind === "wait") gates.close(channel, result.ms);
        return result;
      });
      if (failure === undefined) return true;
      if (failure.kind === "wait") {
        // The gate knows when.
      } else if (failure.kind === "blocks" && blocks.length > 0) {
        log.error("Slack refused the blocks of a message; it goes as text");
        counts.failed("blocks");
        blocks = [];
      } else if ((failure.kind === "unsent" || failure.kind === "unclear") && tries < TRIES) {
        await sleep(FIRST_PAUSE_MS * 2 ** (tries++ - 1));
        if (failure.kind === "unclear" && (await arrived(target, message.text))) return true;
      } else {
        return failed(failure);
      }
      if (Date.now() > deadline) return failed(failure);
    }
  }

  function failed(failure: Failure): false {
    counts.failed("posting");
    if (failure.kind === "token") {
      log.error(
        `Slack refuses SLACK_BOT_TOKEN (${failure.code}). Nothing can be answered until the app is installed again with the scopes of its manifest and the new token is set`,
      );
    } else {
      log.error(`a reply could not be posted (${"code" in failure ? failure.code : failure.kind})`);
    }
    return false;
  }

  async function send(
    { channel, thread }: Target,
    text: string,
    blocks: readonly AnyBlock[],
    id: string,
  ): Promise<Failure | undefined> {
    try {
      await client.chat.postMessage({
        channel,
        text,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...(blocks.length === 0 ? {} : { blocks: asJson(blocks) }),
        unfurl_links: false,
        unfurl_media: false,
        // The same for every try, for whoever can tell a repetition by it.
        client_msg_id: id,
      } as unknown as Parameters<typeof client.chat.postMessage>[0]);
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  }

  async function tell(
    channel: string,
    user: string,
    thread: string | undefined,
    message: SlackMessage,
  ): Promise<void> {
    try {
      await client.chat.postEphemeral({
        channel,
        user,
        text: message.text,
        blocks: message.blocks,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
    } catch (error) {
      log.warn(`an urgent reply has to wait (${failureOf(error).kind})`);
    }
  }

  /** Whether our message is in its thread. Where the bot may not read there, it counts as not arrived. */
  async function arrived({ channel, thread }: Target, text: string): Promise<boolean> {
    if (thread === undefined) return false;
    try {
      const { messages = [] } = await client.conversations.replies({ channel, ts: thread, limit: 100 });
      return messages.some(
        (message) =>
          message.text === text &&
          (message.user === me.user || (me.bot !== undefined && message.bot_id === me.bot)),
      );
    } catch {
      return false;
    }
  }

  return { post };
}

/** Blocks as they go over the wire. The client would make this itself, every time, and look through all of it for tokens. */
function asJson(blocks: readonly AnyBlock[]): string {
  const known = jsonOf.get(blocks);
  if (known !== undefined) return known;
  const json = JSON.stringify(blocks);
  jsonOf.set(blocks, json);
  return json;
}

const jsonOf = new WeakMap<readonly AnyBlock[], string>();
