/** The Web API: where it is, and who the token says the bot is. */
import { setTimeout as sleep } from "node:timers/promises";
import { WebClient } from "@slack/web-api";
import { ConfigError, type SlackConfig } from "./env.ts";
import { failureOf } from "./failure.ts";
import { type Log, sayError, slackLogger } from "./log.ts";
import type { Network } from "./network.ts";

export type Me = { readonly user: string; readonly bot?: string };

const TRIES = 4;

/**
 * A client that has been seen to work. Tried a few times, for a network that is only just coming up. Where the address
 * has no path, the API may be under `/api/`, as Slack's own is.
 * @throws ConfigError where Slack refuses the token; otherwise the failure
 */
export async function reach({ botToken, apiUrl }: SlackConfig, network: Network, log: Log) {
  const addresses = new URL(apiUrl).pathname === "/" ? [apiUrl, new URL("/api/", apiUrl).href] : [apiUrl];
  for (let tries = 1, index = 0; ; ) {
    const clientOptions = clientOptionsFor(addresses[index]!, network, log);
    const client = new WebClient(botToken, clientOptions);
    try {
      const { user_id, bot_id } = await client.auth.test({});
      if (!user_id) throw new Error("auth.test did not say who the bot is");
      const me: Me = { user: user_id, ...(bot_id === undefined ? {} : { bot: bot_id }) };
      return { client, clientOptions, me };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "token") throw new ConfigError([refused("SLACK_BOT_TOKEN", failure.code)]);
      const elsewhere = failure.kind === "refused" && index + 1 < addresses.length;
      if (elsewhere) {
        index++;
        continue;
      }
      if (failure.kind === "refused" || tries >= TRIES) throw error;
      log.warn(`Slack does not answer (${sayError(error)}); trying again`);
      await sleep(failure.kind === "wait" ? failure.ms : 500 * 2 ** tries);
      tries++;
    }
  }
}

/** For every client of the Web API. The outbox, not the client, decides what is tried again and in which order. */
export const clientOptionsFor = (slackApiUrl: string, network: Network, log: Log) => ({
  slackApiUrl,
  fetch: network.fetch,
  logger: slackLogger(log),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

/** For the operator: which variable Slack does not take, and what to do. */
export const refused = (variable: string, code: string) =>
  `${variable} is refused by Slack (${code}); install the app again and set the token that its pages show now`;
