/**
 * Socket Mode, kept connected. Slack ends every connection after some hours; the client would wait seconds before it
 * connects again, and falls over where it is stopped meanwhile. So it does not reconnect by itself: this does, at once.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { SocketModeReceiver } from "@slack/bolt";
import { failureOf } from "./failure.ts";
import { type Log, sayError, slackLogger } from "./log.ts";
import type { Network } from "./network.ts";
import { clientOptionsFor } from "./web-api.ts";
import { within } from "./within.ts";

export type Connection = {
  /** Connects. Rejects where the first attempt fails. */
  start(): Promise<void>;
  /** Ends the connection, whatever state it is in. Never rejects. */
  stop(): Promise<void>;
  readonly receiver: SocketModeReceiver;
};

const LONGEST_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const FLEETING_MS = 1000;
/** How long Slack may take to greet, and a closing connection to close. */
const GREETING_MS = 20_000;
const FAREWELL_MS = 2000;

export function createSocket(options: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly network: Network;
  readonly log: Log;
  /** Slack does not take the token any more: no use in going on. */
  readonly onRefused: (code: string) => void;
}): Connection {
  const { appToken, apiUrl, network, log, onRefused } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    ...(network.dispatcher ? { dispatcher: network.dispatcher } : {}),
    installerOptions: { clientOptions: clientOptionsFor(apiUrl, network, log) },
  });
  const { client } = receiver;
  let stopping = false;
  let connected = false;
  let connectedAt = 0;

  /** One attempt. The client says nothing where a greeting never comes, and rejects with nothing where it is closed. */
  async function connect(): Promise<void> {
    const impatience = setTimeout(() => void client.disconnect(), GREETING_MS);
    try {
      await client.start();
      connected = true;
      connectedAt = Date.now();
    } catch (error) {
      throw error ?? new Error("the connection was closed before Slack said hello");
    } finally {
      clearTimeout(impatience);
    }
  }

  async function reconnect(): Promise<void> {
    // Slack asks for a new connection while all is well, so at first without a pause, unless it ends them at once.
    const first = Date.now() - connectedAt < FLEETING_MS ? FIRST_PAUSE_MS : 0;
    for (
      let pause = first;
      !stopping;
      pause = Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS)
    ) {
      if (pause > 0) await sleep(pause);
      if (stopping) return;
      try {
        await connect();
        if (stopping) await client.disconnect();
        else log.info("connected to Slack again");
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === "token") return onRefused(failure.code);
        log.warn(`no connection to Slack (${sayError(error)}); trying again`);
        if (failure.kind === "wait") await sleep(failure.ms);
      }
    }
  }

  client.on("disconnected", () => {
    if (!connected) return;
    connected = false;
    if (!stopping) void reconnect();
  });

  return {
    receiver,
    start: connect,
    async stop() {
      stopping = true;
      await within(FAREWELL_MS, client.disconnect());
    },
  };
}
