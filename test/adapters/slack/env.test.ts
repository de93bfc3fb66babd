import { expect, it } from "vitest";
import { type ConfigError, slackConfig } from "../../../adapters/slack/env.ts";

const SOCKET = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const HTTP = { SLACK_MODE: "http", SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s3" };

const problems = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    slackConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

it("needs two tokens for Socket Mode, and defaults to Slack's own address", () => {
  expect(slackConfig(SOCKET)).toEqual({
    botToken: "xoxb-1",
    apiUrl: "https://slack.com/api/",
    logLevel: "info",
    connection: { mode: "socket", appToken: "xapp-1" },
  });
});

it("needs a token and a signing secret for HTTP", () => {
  expect(slackConfig({ ...HTTP, SLACK_PORT: "8080", LOG_LEVEL: "warn" })).toMatchObject({
    logLevel: "warn",
    connection: { mode: "http", signingSecret: "s3", port: 8080 },
  });
  expect(slackConfig(HTTP).connection).toMatchObject({ port: 3000 });
});

it.each([
  ["http://127.0.0.1:4000/api", "http://127.0.0.1:4000/api/"],
  ["http://127.0.0.1:4000/api/", "http://127.0.0.1:4000/api/"],
  ["http://127.0.0.1:4000", "http://127.0.0.1:4000/"],
])("takes %s as the address of the Web API", (given, used) => {
  expect(slackConfig({ ...SOCKET, SLACK_API_URL: given }).apiUrl).toBe(used);
});

it.each<[string, NodeJS.ProcessEnv, string[]]>([
  ["nothing", {}, ["SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN is missing"]],
  [
    "empty",
    { SLACK_BOT_TOKEN: " ", SLACK_APP_TOKEN: "" },
    ["SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN is missing"],
  ],
  [
    "swapped",
    { SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" },
    ["SLACK_BOT_TOKEN is malformed", "SLACK_APP_TOKEN is malformed"],
  ],
  ["an unknown mode", { ...SOCKET, SLACK_MODE: "carrier pigeon" }, ['SLACK_MODE is "carrier pigeon"']],
  [
    "everything",
    { SLACK_MODE: "http", SLACK_PORT: "99999", SLACK_API_URL: "slack", LOG_LEVEL: "loud" },
    [
      "SLACK_BOT_TOKEN is missing",
      "SLACK_API_URL is not a web address",
      "LOG_LEVEL is not a level",
      "SLACK_SIGNING_SECRET is missing",
      "SLACK_PORT is not a port",
    ],
  ],
])("names every problem at once: %s", (_, env, expected) => {
  const found = problems(env);
  expect(found).toHaveLength(expected.length);
  for (const [i, start] of expected.entries()) expect(found[i]).toContain(start);
});

it("never repeats a secret", () => {
  expect(problems({ SLACK_BOT_TOKEN: "my-secret", SLACK_APP_TOKEN: "my-secret" }).join()).not.toContain(
    "my-secret",
  );
});

it("takes the network's proxy from the names that other programs read", () => {
  expect(slackConfig({ ...SOCKET, https_proxy: "http://p:3128", NO_PROXY: "a,b" }).proxy).toEqual({
    https: "http://p:3128",
    none: "a,b",
  });
  expect(slackConfig(SOCKET)).not.toHaveProperty("proxy");
});
