/** Getting replies to people, whatever Discord makes of the first try. */
import { setTimeout as wait } from "node:timers/promises";
import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  Routes,
} from "discord.js";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Counts } from "../chat/counts.ts";
import { describe, type Fault, faultOf } from "./faults.ts";
import type { Heard } from "./read.ts";
import type { Response, Said } from "./respond.ts";
import { NOT_ALLOWED } from "./wording.ts";
import { after, type Body, onlyForThem } from "./write.ts";

export type Patience = {
  /** How long an interaction may wait for its answer before Discord is told that one will come; it gives up after 3 s. */
  readonly deferAfterMs: number;
  /** Waits before trying again what failed for no fault of ours, after discord.js has tried a few times at once. */
  readonly retryAfterMs: readonly number[];
};

export const PATIENCE: Patience = { deferAfterMs: 1_500, retryAfterMs: [1_000, 5_000, 20_000] };

/** Replies that may wait for one channel's rate limit; more than a minute's worth would answer nobody in time. */
const MOST_WAITING = 20;

export type Delivery = {
  /** Answers a message: under it, or to the person alone where the bot may not write there. Never throws. */
  reply(heard: Heard, said: Said): Promise<void>;
  /** Answers an interaction, however long the answer takes to find. Never throws. */
  respond(interaction: APIInteraction, hidden: boolean, response: Awaited<Work> | Work): Promise<void>;
};

type Work = Promise<Response | undefined>;

export function createDelivery({
  rest,
  counts,
  log,
  patience = PATIENCE,
  onBadToken,
}: {
  readonly rest: REST;
  readonly counts: Counts;
  readonly log: Logger;
  readonly patience?: Patience;
  readonly onBadToken: () => void;
}): Delivery {
  const waiting = new Map<string, number>();
  // Asking again and again for what is forbidden gets a bot banned, so a refusal is believed for a while.
  const closed = new LRUCache<string, true>({ max: 1_000, ttl: 5 * 60_000 });

  function failed(what: string, error: unknown): Fault {
    const fault = faultOf(error);
    counts.failed(`${what}: ${fault}`);
    log.warn({ what, fault, ...describe(error) }, "not delivered");
    if (fault === "token") onBadToken();
    return fault;
  }

  /** Tries again what may pass. @throws what REST throws in the end. */
  async function persistently<T>(send: () => Promise<T>): Promise<T> {
    for (const pause of patience.retryAfterMs) {
      try {
        return await send();
      } catch (error) {
        if (faultOf(error) !== "passing") throw error;
        counts.failed("posting: tried again");
        await wait(pause, undefined, { ref: false });
      }
    }
    return send();
  }

  async function post(channel: string, body: object): Promise<void> {
    await persistently(() => rest.post(Routes.channelMessages(channel), { body }));
  }

  async function tellAlone(person: string, body: Body, nonce: string): Promise<void> {
    try {
      const channel = (await persistently(() =>
        rest.post(Routes.userChannels(), { body: { recipient_id: person } }),
      )) as { id: string };
      await post(channel.id, { ...body, ...once(nonce) });
    } catch (error) {
      failed("telling alone", error);
    }
  }

  async function replyInChannel({ channel, message }: Heard, body: Body): Promise<Fault | undefined> {
    const allowed_mentions = { parse: [], replied_user: false };
    const reference = { message_reference: { message_id: message, fail_if_not_exists: false } };
    try {
      await post(channel, { ...body, ...reference, allowed_mentions, ...once(message) });
      return undefined;
    } catch (error) {
      if (faultOf(error) !== "no-history") return failed("replying", error);
    }
    try {
      await post(channel, { ...body, ...once(message) });
      return undefined;
    } catch (error) {
      return failed("replying", error);
    }
  }

  async function callback({ id, token }: APIInteraction, body: object): Promise<Fault | undefined> {
    try {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
      return undefined;
    } catch (error) {
      return faultOf(error) === "answered" ? "answered" : failed("responding", error);
    }
  }

  async function edit({ application_id, token }: APIInteraction, body: Body): Promise<Fault | undefined> {
    const route = Routes.webhookMessage(application_id, token, "@original");
    try {
      await persistently(() => rest.patch(route, { body, auth: false }));
      return undefined;
    } catch (error) {
      return failed("responding", error);
    }
  }

  /** The answer to a question that Discord no longer lets us answer in its place. */
  async function tooLate(interaction: APIInteraction, body: Body): Promise<void> {
    const person = interaction.member?.user.id ?? interaction.user?.id;
    if (person) await tellAlone(person, body, interaction.id);
  }

  async function late(interaction: APIInteraction, hidden: boolean, work: Work): Promise<void> {
    const defer = InteractionResponseType.DeferredChannelMessageWithSource;
    const flags = hidden ? MessageFlags.Ephemeral : 0;
    const fault = await callback(interaction, { type: defer, data: { flags } });
    const response = await work;
    if (response?.kind !== "message" || fault === "answered") return;
    if (fault || (await edit(interaction, response.body)) === "expired") {
      await tooLate(interaction, response.body);
    }
  }

  return {
    async reply(heard, said) {
      const { channel, person, message } = heard;
      const ahead = waiting.get(channel) ?? 0;
      if (ahead >= MOST_WAITING && !said.urgent) return counts.failed("replying: channel too busy");
      waiting.set(channel, ahead + 1);
      try {
        const fault = closed.has(channel) ? "forbidden" : await replyInChannel(heard, said.body);
        if (fault !== "forbidden") return;
        closed.set(channel, true);
        await tellAlone(person, said.urgent ? said.body : after(NOT_ALLOWED, said.body), message);
      } finally {
        const left = waiting.get(channel)! - 1;
        if (left === 0) waiting.delete(channel);
        else waiting.set(channel, left);
      }
    },
    async respond(interaction, hidden, work) {
      const canWait = interaction.type !== InteractionType.ApplicationCommandAutocomplete;
      const first =
        canWait && work instanceof Promise
          ? await Promise.race([work, wait(patience.deferAfterMs, LATE, { ref: false })])
          : await work;
      if (first === LATE) return late(interaction, hidden, work as Work);
      if (first === undefined) return;
      switch (first.kind) {
        case "choices":
          await callback(interaction, {
            type: InteractionResponseType.ApplicationCommandAutocompleteResult,
            data: { choices: first.choices },
          });
          return;
        case "acknowledge":
          await callback(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
          return;
        case "message": {
          const data = first.private ? onlyForThem(first.body) : first.body;
          const type = InteractionResponseType.ChannelMessageWithSource;
          if ((await callback(interaction, { type, data })) === "expired") {
            await tooLate(interaction, first.body);
          }
        }
      }
    },
  };
}

const LATE = Symbol("late");

/** Discord keeps to one message a nonce, so that neither a retry nor another process posts an answer a second time. */
const once = (nonce: string) => ({ nonce, enforce_nonce: true });
