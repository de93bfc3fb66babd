/** `slack` on the command line, as an operator runs it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/index.ts";
import { eventually } from "../chat/contract.ts";
import { mention } from "./harness.ts";
import { APP_TOKEN, BOT_TOKEN, type Loopback, startLoopback } from "./loopback.ts";

const MAIN = join(PACKAGE_ROOT, "dist/adapters/cli/main.js");

function run(args: string[], env: NodeJS.ProcessEnv = {}, node: string[] = []) {
  const child = spawn(process.execPath, [...node, MAIN, ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
  let [output, notes] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    notes += chunk;
  });
  return { child, output: () => output, notes: () => notes, status: statusOf(child) };
}

const statusOf = async (child: ChildProcess) => (await once(child, "close"))[0] as number | null;

describe("slack", () => {
  let slack: Loopback;
  beforeEach(async () => {
    slack = await startLoopback();
  });
  afterEach(() => slack.close());

  it("connects to whatever SLACK_API_URL names, answers, and finishes what is under way on SIGTERM", async () => {
    slack.twist("chat.postMessage", { delayMs: 300 });
    const bot = run(["slack"], {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    });
    await eventually(() => slack.sockets.size === 1, "the connection");
    const { type, body } = mention("is A&amp;E open?");
    slack.push(type, body);
    await eventually(() => slack.callsOf("chat.postMessage").length === 1, "the answer");
    bot.child.kill("SIGTERM");
    expect(await bot.status).toBe(0);
    expect(slack.posts).toHaveLength(1);
    expect(bot.output()).toBe("");
    expect(bot.notes()).not.toContain(BOT_TOKEN);
  });

  it("ends with status 2 where Slack refuses the token", async () => {
    slack.twist("auth.test", { body: { ok: false, error: "invalid_auth" } });
    const bot = run(["slack"], {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    });
    expect(await bot.status).toBe(2);
    expect(bot.notes()).toMatch(
      /^open-as-usual: SLACK_BOT_TOKEN is refused by Slack \(invalid_auth\); .+\n$/,
    );
  });
});

it("names every missing variable at once, with status 2 and no stack trace", async () => {
  const bot = run(["slack"]);
  expect(await bot.status).toBe(2);
  const lines = bot.notes().trim().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^open-as-usual: SLACK_BOT_TOKEN is missing; set it to /);
  expect(lines[1]).toMatch(/^open-as-usual: SLACK_APP_TOKEN is missing; set it to /);
});

it("loads nothing of Slack for another command", async () => {
  const probe = join(import.meta.dirname, "loaded.cjs");
  const loaded = async (...args: string[]) => {
    const bot = run(args, { LOADED: "1" }, ["--require", probe]);
    await bot.status;
    return bot.notes();
  };
  expect(await loaded("ask", "is A&E open?")).toMatch(/loaded 0 of Slack$/);
  expect(await loaded("slack")).toMatch(/loaded [1-9]\d* of Slack$/);
});

it("keeps the variables of .env.example those that are read", () => {
  const named = [
    ...readFileSync(join(PACKAGE_ROOT, ".env.example"), "utf8").matchAll(/^#? ?([A-Z_]+)=/gm),
  ].map(([, name]) => name);
  const source = readFileSync(join(PACKAGE_ROOT, "adapters/slack/env.ts"), "utf8");
  const read = [...new Set([...source.matchAll(/\bSLACK_[A-Z_]+|\bLOG_LEVEL\b/g)].map(([name]) => name))];
  expect(named).toEqual(
    expect.arrayContaining(read.filter((name) => name !== "SLACK_API" && name !== "LOG_LEVELS")),
  );
});
