import { expect, test } from "vitest";
import { loopback, prepareBot } from "./harness.ts";
import { BOT, GUILD } from "./loopback/gateway.ts";
import type { Loopback } from "./loopback/server.ts";

const EVERYWHERE = `/applications/${BOT.id}/commands`;
const ONE_SERVER = `/applications/${BOT.id}/guilds/${GUILD}/commands`;
const sent = (discord: Loopback) => discord.calls.filter(({ method }) => method === "PUT");

async function startAgain(discord: Loopback, guild?: string): Promise<string> {
  const { bot, logged } = await prepareBot(discord, { settings: { guild } });
  await bot.start();
  await bot.stop(0);
  return logged();
}

test.each([
  ["everywhere", undefined, EVERYWHERE],
  ["in one server", GUILD, ONE_SERVER],
])("commands are registered %s, and nothing is sent where nothing has changed", async (_, guild, path) => {
  const discord = await loopback();
  await startAgain(discord, guild);
  expect(sent(discord).map((call) => call.path)).toEqual([path]);
  expect(sent(discord)[0]!.body.map(({ name }: { name: string }) => name)).toEqual([
    "ask",
    "topics",
    "Answer this",
  ]);
  await startAgain(discord, guild);
  await startAgain(discord, guild);
  expect(sent(discord)).toHaveLength(1);
});

test("the order and the defaults that Discord gives back are no change", async () => {
  const discord = await loopback();
  await startAgain(discord);
  discord.commands().reverse();
  for (const command of discord.commands() as Record<string, unknown>[]) {
    command.default_permission = true;
    command.options ??= [];
    command.description ??= "";
  }
  await startAgain(discord);
  expect(sent(discord)).toHaveLength(1);
});

type Listed = { name: string; options?: object[] };

test.each([
  ["a description", ([ask, ...others]: Listed[]) => [{ ...ask, description: "Ask" }, ...others]],
  [
    "a British name",
    ([ask, ...others]: Listed[]) => [{ ...ask, name_localizations: { "en-GB": "question" } }, ...others],
  ],
  [
    "an option",
    ([ask, ...others]: Listed[]) => [
      { ...ask, options: [{ ...ask!.options![0], autocomplete: false }] },
      ...others,
    ],
  ],
  ["who can install it", ([ask, ...others]: Listed[]) => [{ ...ask, integration_types: [0] }, ...others]],
  ["a command too few", ([, ...others]: Listed[]) => others],
  ["a command too many", (commands: Listed[]) => [...commands, { ...commands[1], name: "old" }]],
])("where %s has changed, the commands are sent once more", async (_, change) => {
  const discord = await loopback();
  await startAgain(discord);
  const commands = discord.commands() as Listed[];
  commands.splice(0, commands.length, ...(change(commands) as Listed[]));
  await startAgain(discord);
  expect(sent(discord)).toHaveLength(2);
});

test("a stand-in for Discord that cannot list commands is told them", async () => {
  const discord = await loopback();
  discord.fail({ method: "GET", path: /commands$/, status: 405, body: { message: "no", code: 0 } });
  await startAgain(discord);
  expect(sent(discord)).toHaveLength(1);
});

test("commands that cannot be registered leave the bot answering, and say what to do", async () => {
  const discord = await loopback();
  discord.fail({
    method: "PUT",
    path: /commands$/,
    status: 403,
    body: { message: "Missing Access", code: 50001 },
  });
  expect(await startAgain(discord, GUILD)).toContain("applications.commands");
});
