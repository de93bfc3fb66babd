/** Why there is no connection to Discord, as the operator needs to read it. */
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from "discord.js";
import { codeOf } from "./faults.ts";

/** `status` is for the process to end with: 2 where the settings are wrong, 1 where trying again later may do. */
export class ConnectionError extends Error {
  readonly status: 1 | 2;

  constructor(message: string, status: 1 | 2) {
    super(message);
    this.status = status;
  }
}

const TOKEN =
  "DISCORD_TOKEN was not accepted by {api}: reset the token under Bot at https://discord.com/developers/applications and copy the new one";

const BY_CLOSE_CODE: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    "DISCORD_SHARDS was not accepted by {api}: every process has to name the same total, and shards below it",
  [GatewayCloseCodes.ShardingRequired]:
    'DISCORD_SHARDS is too few shards for this bot, says {api}: use "auto", or a larger total in every process',
  [GatewayCloseCodes.InvalidAPIVersion]: "DISCORD_API_URL: {api} does not speak version 10 of Discord's API",
  [GatewayCloseCodes.InvalidIntents]: "DISCORD_API_URL: {api} does not know the gateway intents asked for",
  [GatewayCloseCodes.DisallowedIntents]:
    "DISCORD_API_URL: {api} does not allow the gateway intents asked for, although none is privileged",
};

/** The gateway closed for good with `code`. */
export function gatewayError(code: number, api: string): ConnectionError {
  const message = BY_CLOSE_CODE[code] ?? `{api} closed the connection for good, with code ${code}`;
  return new ConnectionError(message.replace("{api}", api), 2);
}

/** What was thrown while logging in. */
export function connectionError(error: unknown, api: string): ConnectionError {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return gatewayError(GatewayCloseCodes.AuthenticationFailed, api);
  }
  const message = (error as Error).message;
  for (const [said, code] of SAID_BY_GATEWAY) if (message === said) return gatewayError(code, api);
  if (error instanceof DiscordAPIError || (error instanceof HTTPError && error.status < 500)) {
    return new ConnectionError(
      `DISCORD_API_URL: ${api} answered ${error.status} when asked for its gateway; is this Discord's API?`,
      2,
    );
  }
  const why = error instanceof HTTPError ? `it answered ${error.status}` : (codeOf(error) ?? message);
  return new ConnectionError(
    `${api} cannot be reached: ${why}; check the network and DISCORD_API_URL, and start again`,
    1,
  );
}

/** discord.js gives a sentence where the gateway gave a code. */
const SAID_BY_GATEWAY: readonly (readonly [string, number])[] = [
  ["Authentication failed", GatewayCloseCodes.AuthenticationFailed],
  ["Invalid shard", GatewayCloseCodes.InvalidShard],
  ["Sharding is required", GatewayCloseCodes.ShardingRequired],
  ["Used an invalid API version", GatewayCloseCodes.InvalidAPIVersion],
  ["Used invalid intents", GatewayCloseCodes.InvalidIntents],
  ["Used disallowed intents", GatewayCloseCodes.DisallowedIntents],
];
