/** The Slack adapter against the loopback Slack, in either mode. */

import { createServer } from "node:net";
import { Writable } from "node:stream";
import type { Limits } from "../../../adapters/chat/limits.ts";
import { createLog } from "../../../adapters/slack/log.ts";
import { type SlackBot, startSlack } from "../../../adapters/slack/start.ts";
import type { Assistant } from "../../../src/index.ts";
import { assistant as shipped, UNDER_WAY } from "../chat/shipped.ts";
import {
  APP_TOKEN,
  BOT,
  BOT_TOKEN,
  event,
  type Loopback,
  SIGNING_SECRET,
  sign,
  startLoopback,
} from "./loopback.ts";

export type Mode = "socket" | "http";
export type Payload = {
  readonly type: "events_api" | "slash_commands" | "interactive";
  readonly body: object;
};

export type SlackHarness = {
  readonly slack: Loopback;
  readonly bot: SlackBot;
  readonly port: number;
  log(): string;
  /** Delivers as the mode has it. Resolves when the bot has taken it in. */
  deliver(payload: Payload, retry?: number): Promise<void>;
  stop(): Promise<void>;
};

export async function openSlack(
  mode: Mode,
  options: { assistant?: Assistant; limits?: Partial<Limits>; slack?: Loopback } = {},
): Promise<SlackHarness> {
  const slack = options.slack ?? (await startLoopback());
  const port = await freePort();
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const bot = await startSlack({
    config: {
      botToken: BOT_TOKEN,
      apiUrl: slack.apiUrl,
      logLevel: "trace",
      connection:
        mode === "socket" ? { mode, appToken: APP_TOKEN } : { mode, signingSecret: SIGNING_SECRET, port },
    },
    assistant: options.assistant ?? shipped,
    log: createLog("trace", sink),
    clock: () => UNDER_WAY,
    ...(options.limits ? { limits: options.limits } : {}),
  });

  async function deliver({ type, body }: Payload, retry?: number): Promise<void> {
    if (mode === "socket") {
      const id = slack.push(type, body, retry);
      const deadline = Date.now() + 5000;
      while (!slack.acks.some(({ envelope_id }) => envelope_id === id) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return;
    }
    const response = await postSigned(port, { type, body }, retry);
    if (response.status !== 200) throw new Error(`refused with ${response.status}`);
  }

  let stopped: Promise<void> | undefined;
  return {
    slack,
    bot,
    port,
    log: () => lines.join(""),
    deliver,
    stop() {
      stopped ??= bot.stop().then(() => slack.close());
      return stopped;
    },
  };
}

/** As Slack posts it: events as JSON, the rest as forms. */
export function postSigned(
  port: number,
  { type, body }: Payload,
  retry?: number,
  how: Parameters<typeof sign>[1] = {},
) {
  const text =
    type === "events_api"
      ? JSON.stringify(body)
      : type === "interactive"
        ? new URLSearchParams({ payload: JSON.stringify(body) }).toString()
        : new URLSearchParams(body as Record<string, string>).toString();
  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": type === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
      ...sign(text, how),
      ...(retry === undefined
        ? {}
        : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }),
    },
    body: text,
  });
}

/** A message that mentions the bot. */
export const mention = (text: string, fields: object = {}): Payload => ({
  type: "events_api",
  body: event({
    type: "app_mention",
    channel: "C1",
    user: "U1",
    ts: uniqueTs(),
    text: `<@${BOT}> ${text}`,
    ...fields,
  }),
});

/** A direct message. */
export const direct = (text: string, fields: object = {}): Payload => ({
  type: "events_api",
  body: event({
    type: "message",
    channel: "D1",
    channel_type: "im",
    user: "U1",
    ts: uniqueTs(),
    text,
    ...fields,
  }),
});

let ts = 1;
export const uniqueTs = () => `${1_753_440_000 + ts++}.000200`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
