/** The bot with real discord.js, connected to a Discord on loopback; everything is closed after the test. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { type Bot, type BotOptions, createBot } from "../../../adapters/discord/bot.ts";
import { type Assistant, createAssistant, openPack, SHIPPED_PACK } from "../../../src/index.ts";
import { type Call, type Loopback, type LoopbackOptions, startLoopback, TOKEN } from "./loopback/server.ts";

export const DURING = new Date("2025-07-28T10:00:00+01:00");

let opened: Promise<Assistant> | undefined;
/** The assistant of the shipped pack, opened once a file. */
export function shipped(): Promise<Assistant> {
  opened ??= openPack(SHIPPED_PACK, () => {}).then(createAssistant);
  return opened;
}

export type Running = {
  readonly discord: Loopback;
  readonly bot: Bot;
  /** Everything logged so far. */
  logged(): string;
  heard(message: object): void;
  did(interaction: object): void;
};

export type Setup = {
  readonly loopback?: LoopbackOptions;
  readonly bot?: Partial<BotOptions>;
  readonly settings?: Partial<BotOptions["settings"]>;
};

/** A bot that has not connected yet. */
export async function prepareBot(discord: Loopback, { bot = {}, settings = {} }: Setup = {}) {
  let text = "";
  const log = pino(
    { level: "trace" },
    new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    }),
  );
  const created = await createBot({
    assistant: await shipped(),
    clock: () => DURING,
    log,
    patience: { deferAfterMs: 100, retryAfterMs: [10, 20] },
    settings: { token: TOKEN, guild: undefined, api: discord.api, shards: "auto", ...settings },
    ...bot,
  });
  onTestFinished(() => created.stop(0));
  return { bot: created, logged: () => text };
}

export async function loopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const discord = await startLoopback(options);
  onTestFinished(() => discord.stop());
  return discord;
}

/** A bot that is connected. */
export async function running(setup: Setup = {}): Promise<Running> {
  const discord = await loopback(setup.loopback);
  const { bot, logged } = await prepareBot(discord, setup);
  await bot.start();
  return {
    discord,
    bot,
    logged,
    heard: (message) => discord.dispatch("MESSAGE_CREATE", message),
    did: (interaction) => discord.dispatch("INTERACTION_CREATE", interaction),
  };
}

const PATIENCE_MS = 10_000;

/** The first of Discord's calls that fits, as soon as it has come in. @throws where none has after a while. */
export async function until(discord: Loopback, fits: (call: Call) => boolean): Promise<Call> {
  const there = discord.calls.find(fits);
  if (there) return there;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const came = discord.calls.map(({ method, path }) => `${method} ${path}`).join("\n");
      reject(new Error(`no such call; what came:\n${came}`));
    }, PATIENCE_MS);
    discord.onCall((call) => {
      if (!fits(call)) return;
      clearTimeout(timer);
      resolve(call);
    });
  });
}

/** The bot's next answers are in order: once this has been answered, nothing sent before is still to come. */
export async function settle({ discord, did }: Running): Promise<void> {
  const { typing } = await import("./loopback/events.ts");
  const probe = typing("");
  did(probe);
  await until(discord, ({ path }) => path.includes(`/${probe.id}/`));
  // What was posted just before may still be on its way through another connection.
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** What the bot made of an interaction. */
export const callbackTo = (discord: Loopback, interaction: { id: string }) =>
  until(discord, ({ path }) => path.startsWith(`/interactions/${interaction.id}/`));

/** The bot's reply to a message, in its channel. */
export const replyTo = (discord: Loopback, message: { id: string }) =>
  until(discord, ({ path, body }) => path.endsWith("/messages") && body.nonce === message.id);

/** The custom ids of a message's buttons and lists, in order. */
export function controls(body: { components: { components: { custom_id: string }[] }[] }): string[] {
  return body.components.flatMap((row) => row.components.map(({ custom_id }) => custom_id));
}
