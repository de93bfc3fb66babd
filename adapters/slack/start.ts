/** The bot in Slack, put together. */
import { App, HTTPReceiver } from "@slack/bolt";
import type { Assistant } from "../../src/index.ts";
import { createConversations } from "../chat/conversation.ts";
import type { Counts } from "../chat/counts.ts";
import type { Clock, Limits } from "../chat/limits.ts";
import { createAnswering } from "./answering.ts";
import { ConfigError, type SlackConfig } from "./env.ts";
import { codeOf, failureOf } from "./failure.ts";
import { listen } from "./listeners.ts";
import { type Log, sayError, slackLogger } from "./log.ts";
import { createNetwork, type Network } from "./network.ts";
import { createOutbox } from "./outbox.ts";
import { createResponder } from "./respond.ts";
import { createSocket } from "./socket.ts";
import { createStatus } from "./status.ts";
import { reach, refused } from "./web-api.ts";
import { within } from "./within.ts";

export type SlackBot = {
  readonly counts: Counts;
  /** Resolves with a sentence for the operator once the bot cannot go on. */
  readonly ended: Promise<string>;
  /** Takes nothing new, finishes what is under way, and lets go of the connection. Never rejects. */
  stop(): Promise<void>;
};

/** How long what is under way may take when the bot is to stop. */
const FINISH_MS = 10_000;

/** @throws ConfigError where Slack refuses a token or the port is taken; the failure itself where Slack cannot be reached. */
export async function startSlack(parts: {
  readonly config: SlackConfig;
  readonly assistant: Assistant;
  readonly log: Log;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
}): Promise<SlackBot> {
  const { config, assistant, log } = parts;
  const logger = slackLogger(log);
  const network = createNetwork(config.proxy);
  const { client, clientOptions, me } = await reach(config, network, log);

  let end: (why: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const connection = connectionOf({ ...config, apiUrl: clientOptions.slackApiUrl }, network, log, end);
  const app = new App({
    token: config.botToken,
    ...(me.bot === undefined ? {} : { botId: me.bot }),
    botUserId: me.user,
    tokenVerificationEnabled: false,
    receiver: connection.receiver,
    convoStore: false,
    logger,
    clientOptions,
  });
  const conversations = createConversations({
    assistant,
    ...(parts.clock ? { clock: parts.clock } : {}),
    ...(parts.limits ? { limits: parts.limits } : {}),
    onError: (error) => log.error(`answering failed (${sayError(error)})`),
  });
  const { counts } = conversations;
  const outbox = createOutbox(client, me, log, counts);
  const responder = createResponder(client, network, log, counts);
  const status = createStatus(client);
  const answering = createAnswering({ assistant, conversations, outbox, responder, status, log });
  listen(app, {
    client,
    assistant,
    conversations,
    answering,
    outbox,
    responder,
    botUser: me.user,
    log,
    onRemoved: (event) =>
      end(
        `The app was taken out of the workspace (${event}). Install it again, then start it with the new token.`,
      ),
  });
  app.error(async (error) => {
    counts.failed("listening");
    log.error(`an event could not be handled (${sayError(error)})`);
  });

  await connection.start();
  log.info(`answering in Slack (${config.connection.mode} mode)`);
  return {
    counts,
    ended,
    async stop() {
      const closed = connection.stop();
      await within(FINISH_MS, answering.idle());
      await closed;
      await network.close();
    },
  };
}

function connectionOf(
  { connection, apiUrl }: SlackConfig,
  network: Network,
  log: Log,
  end: (why: string) => void,
) {
  if (connection.mode === "socket") {
    const socket = createSocket({
      appToken: connection.appToken,
      apiUrl,
      network,
      log,
      onRefused: (code) => end(refused("SLACK_APP_TOKEN", code)),
    });
    return {
      receiver: socket.receiver,
      stop: socket.stop,
      start: () =>
        socket.start().catch((error) => {
          const failure = failureOf(error);
          throw failure.kind === "token"
            ? new ConfigError([refused("SLACK_APP_TOKEN", failure.code)])
            : error;
        }),
    };
  }
  const { signingSecret, port } = connection;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger: slackLogger(log),
    // Whoever knocks at another address is nobody to write about.
    dispatchErrorHandler: async ({ response }) => void response.writeHead(404).end(),
  });
  return {
    receiver,
    async start() {
      try {
        await receiver.start(port);
      } catch (error) {
        const code = codeOf(error);
        if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
        throw new ConfigError([
          `SLACK_PORT is ${port}, which cannot be listened on (${code}); set it to a free port`,
        ]);
      }
    },
    // Fails only where it never started.
    stop: () =>
      within(
        FINISH_MS,
        receiver.stop().catch(() => {}),
      ),
  };
}
