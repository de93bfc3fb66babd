/**
 * One bot, in a process of its own: `ours` as it is built, or `echo`, the least that a discord.js bot can do. Its parent asks
 * for its use of memory and time by messages.
 */
import { Client, Events, GatewayIntentBits } from "discord.js";
import { pino } from "pino";
import { createBot } from "../../dist/adapters/discord/bot.js";
import { createAssistant, openPack, SHIPPED_PACK } from "../../dist/src/index.js";

const [which, api, token] = process.argv.slice(2);
/** discord.js keeps to 50 requests a second by itself, which would be all that is measured. */
const rest = { globalRequestsPerSecond: Number.POSITIVE_INFINITY };

async function startOurs() {
  const assistant = createAssistant(await openPack(SHIPPED_PACK));
  const bot = await createBot({
    assistant,
    settings: { token, api, guild: undefined, shards: "auto" },
    log: pino({ level: "warn" }, process.stderr),
    rest,
  });
  await bot.start();
}

async function startEcho() {
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
  process.send?.({ heap, rss, cpuMs: (user + system) / 1000 });
});
process.on("disconnect", () => process.exit());

await (which === "ours" ? startOurs() : startEcho());
process.send?.("ready");
