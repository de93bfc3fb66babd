/**
 * One bot, in a process of its own: `ours`, or `echo`, the least that a discord.js bot can do. Its parent asks for its use of
 * memory and time by messages.
 */
import { Client, Events, GatewayIntentBits } from "discord.js";
import { pino } from "pino";
import { createBot } from "../../adapters/discord/bot.ts";
import { createAssistant, openPack, SHIPPED_PACK } from "../../src/index.ts";

export type Usage = { readonly heap: number; readonly rss: number; readonly cpuMs: number };

const [which, api, token] = process.argv.slice(2) as ["ours" | "echo", string, string];
/** discord.js keeps to 50 requests a second by itself, which would be all that is measured. */
const rest = { globalRequestsPerSecond: Number.POSITIVE_INFINITY };

async function startOurs(): Promise<void> {
  const assistant = createAssistant(await openPack(SHIPPED_PACK));
  const bot = await createBot({
    assistant,
    settings: { token, api, guild: undefined, shards: "auto" },
    log: pino({ level: "warn" }, process.stderr),
    rest,
  });
  await bot.start();
}

async function startEcho(): Promise<void> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [] },
    rest: { api, ...rest },
  });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply(message.content);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
}

process.on("message", () => {
  // Twice: what the first collection finishes off, the second gives back.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed: heap, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const usage: Usage = { heap, rss, cpuMs: (user + system) / 1000 };
  process.send?.(usage);
});
process.on("disconnect", () => process.exit());

await (which === "ours" ? startOurs() : startEcho());
process.send?.("ready");
