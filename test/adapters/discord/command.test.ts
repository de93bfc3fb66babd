import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PACKAGE_ROOT } from "../../../src/index.ts";
import { loopback, replyTo, until } from "./harness.ts";
import { mention, slashAsk } from "./loopback/events.ts";
import { TOKEN } from "./loopback/server.ts";

const MAIN = join(PACKAGE_ROOT, "dist/adapters/cli/main.js");

/** The built command line as a process of its own, with nothing in its environment but `env`. */
function start(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH, ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { output: "", notes: "" };
  child.stdout.on("data", (chunk) => {
    said.output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.notes += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, said, ended };
}

test("npm start -- discord connects to whatever speaks the protocol, answers, and stops when told", async () => {
  const discord = await loopback();
  const { child, said, ended } = start(["discord"], { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api });
  await until(discord, ({ method }) => method === "PUT");
  // Events that discord.js itself trips over.
  discord.dispatch("INTERACTION_CREATE", { id: "1", type: 2 });
  discord.dispatch("INTERACTION_CREATE", { ...slashAsk("x"), data: null });
  const asked = mention("is A&E open?");
  discord.dispatch("MESSAGE_CREATE", asked);
  expect((await replyTo(discord, asked)).body.content).toContain("A&E will continue to be available");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(said.output).toBe("");
  const events = said.notes
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).msg);
  expect(events).toContain("answering in Discord");
  expect(events.at(-1)).toBe("stopping");
});

test("a bad token is said clearly, with status 2 and no stack", async () => {
  const discord = await loopback();
  const { said, ended } = start(["discord"], { DISCORD_TOKEN: "wrong", DISCORD_API_URL: discord.api });
  expect(await ended).toBe(2);
  expect(said.notes.split("\n")).toHaveLength(2);
  expect(said.notes).toContain("DISCORD_TOKEN was not accepted");
  expect(said.notes).not.toContain("wrong");
});

test("settings that cannot be used are all named, with status 2 and no stack", async () => {
  const { said, ended } = start(["discord"], { DISCORD_GUILD_ID: "x" });
  expect(await ended).toBe(2);
  expect(said.notes).toMatch(
    /^open-as-usual: the Discord adapter cannot start:\n {2}DISCORD_TOKEN .*\n {2}DISCORD_GUILD_ID .*\n$/,
  );
});

test("nothing of Discord is loaded for other commands", async () => {
  const coverage = mkdtempSync(join(tmpdir(), "open-as-usual-"));
  const { ended } = start(["ask", "is A&E open?"], { NODE_V8_COVERAGE: coverage });
  expect(await ended).toBe(0);
  const loaded = readdirSync(coverage)
    .flatMap((file) => JSON.parse(readFileSync(join(coverage, file), "utf8")).result)
    .map(({ url }: { url: string }) => url);
  expect(loaded.filter((url) => url.endsWith("adapters/cli/ask.js"))).toHaveLength(1);
  expect(loaded.filter((url) => /(adapters|node_modules)\/(@?discord|pino)/.test(url))).toEqual([]);
});
