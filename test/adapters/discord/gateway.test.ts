import { expect, test } from "vitest";
import { callbackTo, loopback, prepareBot, replyTo, running, settle, until } from "./harness.ts";
import { mention, slashAsk } from "./loopback/events.ts";

/** Waits until `holds`, as where something happens at the gateway that calls no REST. */
async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test("no privileged intent is asked for", async () => {
  const { discord } = await running();
  const privileged = (1 << 1) | (1 << 8) | (1 << 15);
  expect(discord.identifies).toHaveLength(1);
  expect(discord.identifies[0]!.intents & privileged).toBe(0);
});

test.each([
  ["asked to reconnect", "reconnect"],
  ["cut off", "cut"],
])("a bot that is %s goes on where it was, and answers what it missed once", async (_, how) => {
  const setup = await running();
  const { discord, heard } = setup;
  const before = mention("is A&E open?");
  heard(before);
  await replyTo(discord, before);
  if (how === "cut") discord.cut(4000);
  else discord.reconnect();
  const missed = mention("what about GPs?");
  heard(missed);
  // Delivered a second time, as after a resume from a little earlier.
  heard(before);
  await replyTo(discord, missed);
  await settle(setup);
  expect(discord.identifies).toHaveLength(1);
  expect(discord.resumes).toHaveLength(1);
  expect(discord.calls.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(2);
});

test("a bot whose session is gone starts another", { timeout: 30_000 }, async () => {
  const { discord, heard, did } = await running();
  discord.invalidate(false);
  await eventually(() => discord.identifies.length === 2);
  const asked = mention("is A&E open?");
  const commanded = slashAsk("is A&E open?");
  heard(asked);
  did(commanded);
  await replyTo(discord, asked);
  await callbackTo(discord, commanded);
  expect(discord.resumes).toEqual([]);
});

test("with shards on auto, one process holds as many as Discord advises", { timeout: 30_000 }, async () => {
  const { discord } = await running({ loopback: { shards: 2 } });
  expect(discord.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const asked = mention("is A&E open?");
  discord.dispatch("MESSAGE_CREATE", asked, 1);
  await replyTo(discord, asked);
});

test("a process of many holds its range of shards, and one of them registers the commands", async () => {
  const discord = await loopback({ shards: 4 });
  const { bot: first } = await prepareBot(discord, { settings: { shards: { first: 0, last: 0, of: 4 } } });
  const { bot: last } = await prepareBot(discord, { settings: { shards: { first: 3, last: 3, of: 4 } } });
  await last.start();
  expect(discord.calls.filter(({ path }) => path.endsWith("/commands"))).toEqual([]);
  await first.start();
  expect(discord.identifies.map(({ shard }) => shard)).toEqual([
    [3, 4],
    [0, 4],
  ]);
  await until(discord, ({ method, path }) => method === "PUT" && path.endsWith("/commands"));
});

test("two processes that are given the same event show one answer", async () => {
  const discord = await loopback({ shards: 2 });
  for (const shard of [0, 1]) {
    const { bot } = await prepareBot(discord, { settings: { shards: { first: shard, last: shard, of: 2 } } });
    await bot.start();
  }
  const [asked, commanded] = [mention("is A&E open?"), slashAsk("is A&E open?")];
  for (const shard of [0, 1]) {
    discord.dispatch("MESSAGE_CREATE", asked, shard);
    discord.dispatch("INTERACTION_CREATE", commanded, shard);
  }
  await eventually(() => discord.calls.filter(({ path }) => path.endsWith("/messages")).length === 2);
  await eventually(() => discord.calls.filter(({ path }) => path.endsWith("/callback")).length === 2);
  expect(discord.messages.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(1);
  expect(discord.messages.filter(({ path }) => path.endsWith("/callback"))).toHaveLength(1);
});

test.each([
  ["is not accepted by REST", { token: "another" }, "DISCORD_TOKEN was not accepted", 2],
  ["is not accepted by the gateway", { refuseIdentify: 4004 }, "DISCORD_TOKEN was not accepted", 2],
  ["may not use the intents", { refuseIdentify: 4014 }, "does not allow the gateway intents", 2],
  ["needs more shards", { refuseIdentify: 4011 }, "DISCORD_SHARDS is too few", 2],
  ["finds no API there", { prefix: "/elsewhere/api" }, "is this Discord's API?", 2],
] as const)("a bot that %s says so, and what to do", async (_, options, sentence, status) => {
  const discord = await loopback(options);
  const api = discord.api.replace("/elsewhere", "/nowhere");
  const { bot, logged } = await prepareBot(discord, { settings: { api } });
  await expect(bot.start()).rejects.toMatchObject({ message: expect.stringContaining(sentence), status });
  expect(logged()).not.toContain("loopback.token");
});

test("a bot that finds nobody there says so", async () => {
  const discord = await loopback();
  const { api } = discord;
  await discord.stop();
  const { bot } = await prepareBot(discord, { settings: { api } });
  await expect(bot.start()).rejects.toMatchObject({
    message: expect.stringMatching(/cannot be reached: ECONNREFUSED; check the network/),
    status: 1,
  });
});

test("a bot whose token is replaced while it runs stops with the reason", async () => {
  const { discord, bot } = await running();
  discord.cut(4004);
  expect(await bot.refused).toMatchObject({ status: 2, message: expect.stringContaining("DISCORD_TOKEN") });
});

test.each([
  ["ends with a slash", "/api", (api: string) => `${api}/`],
  ["has the version", "/api", (api: string) => `${api}/v10`],
  ["leaves out /api", "/api", (api: string) => api.replace("/api", "")],
  ["has no path at all", "", (api: string) => api],
  ["goes through a gateway of one's own", "/proxy/discord", (api: string) => api],
])("an address that %s is understood", async (_, prefix, write) => {
  const discord = await loopback({ prefix });
  const { bot } = await prepareBot(discord, { settings: { api: write(discord.api) } });
  await bot.start();
  expect(discord.identifies).toHaveLength(1);
});
