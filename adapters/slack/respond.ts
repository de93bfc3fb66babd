/** Replies to one person by the address that Slack gives for it, which works where the bot is no member. */
import { setTimeout as sleep } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import type { Counts } from "../chat/counts.ts";
import { type Log, sayError } from "./log.ts";
import type { Network } from "./network.ts";
import type { PrivatePlace } from "./read.ts";
import type { SlackMessage } from "./write.ts";

export type Responder = {
  /** Shown to the person alone. Whether it got there; never throws. */
  toPerson(place: PrivatePlace, message: SlackMessage): Promise<boolean>;
  /** Shown to the whole channel; false where Slack gave no address or refused. */
  toChannel(place: PrivatePlace, message: SlackMessage): Promise<boolean>;
  /** Takes the private message away that the button was on. */
  takeAway(place: PrivatePlace): Promise<void>;
};

const TRIES = 3;
const PAUSE_MS = 300;

export function createResponder(client: WebClient, network: Network, log: Log, counts: Counts): Responder {
  async function respond(url: string, body: object): Promise<boolean> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        const response = await network.fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json; charset=utf-8" },
          body: JSON.stringify(body),
        });
        if (response.ok) return true;
        if (response.status < 500 && response.status !== 429) {
          log.warn(`a private reply was refused (HTTP ${response.status})`);
          return false;
        }
        const wait = Number(response.headers.get("retry-after"));
        await sleep(wait > 0 ? wait * 1000 : PAUSE_MS * tries);
      } catch (error) {
        log.warn(`a private reply did not get through (${sayError(error)})`);
        await sleep(PAUSE_MS * tries);
      }
    }
    return false;
  }

  const contents = ({ text, blocks }: SlackMessage, { thread }: PrivatePlace) => ({
    text,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    replace_original: false,
    unfurl_links: false,
    unfurl_media: false,
  });

  return {
    async toPerson(place, message) {
      const { responseUrl, channel, person, thread } = place;
      if (
        responseUrl &&
        (await respond(responseUrl, { response_type: "ephemeral", ...contents(message, place) }))
      ) {
        return true;
      }
      try {
        if (channel === undefined) {
          await client.chat.postMessage({
            channel: person,
            ...message,
            unfurl_links: false,
            unfurl_media: false,
          });
        } else {
          await client.chat.postEphemeral({
            channel,
            user: person,
            ...message,
            ...(thread === undefined ? {} : { thread_ts: thread }),
          });
        }
        return true;
      } catch (error) {
        counts.failed("posting");
        log.error(`a private reply could not be shown (${sayError(error)})`);
        return false;
      }
    },
    toChannel: async (place, message) =>
      place.responseUrl !== undefined &&
      (await respond(place.responseUrl, { response_type: "in_channel", ...contents(message, place) })),
    async takeAway({ responseUrl }) {
      if (responseUrl) await respond(responseUrl, { delete_original: true });
    },
  };
}
