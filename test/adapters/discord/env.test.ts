import { expect, test } from "vitest";
import { DISCORD_API, readSettings, SettingsError } from "../../../adapters/discord/env.ts";

test("a token is all that is needed", () => {
  expect(readSettings({ DISCORD_TOKEN: " Bot abc.def.ghi\n", DISCORD_GUILD_ID: "", LOG_LEVEL: " " })).toEqual(
    {
      token: "abc.def.ghi",
      guild: undefined,
      api: DISCORD_API,
      shards: "auto",
      logLevel: "info",
    },
  );
});

test("everything can be set", () => {
  const env = {
    DISCORD_TOKEN: "abc",
    DISCORD_GUILD_ID: "2000000000000000001",
    DISCORD_API_URL: "http://127.0.0.1:8080/api",
    DISCORD_SHARDS: "4-7/16",
    LOG_LEVEL: "debug",
  };
  expect(readSettings(env)).toEqual({
    token: "abc",
    guild: "2000000000000000001",
    api: "http://127.0.0.1:8080/api",
    shards: { first: 4, last: 7, of: 16 },
    logLevel: "debug",
  });
  expect(readSettings({ ...env, DISCORD_SHARDS: "5/16" }).shards).toEqual({ first: 5, last: 5, of: 16 });
});

test("all that is wrong is said at once, by name, with the value and the remedy", () => {
  const env = {
    DISCORD_GUILD_ID: "my-server",
    DISCORD_API_URL: "discord.com/api",
    DISCORD_SHARDS: "8-4/16",
    LOG_LEVEL: "loud",
  };
  expect(() => readSettings(env)).toThrow(SettingsError);
  let said = "";
  try {
    readSettings(env);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said.split("\n")).toEqual([
    "the Discord adapter cannot start:",
    "  DISCORD_TOKEN is not set; copy it from https://discord.com/developers/applications, under Bot",
    '  DISCORD_GUILD_ID "my-server" is not a server\'s id, a number of up to 20 digits; remove it to register commands everywhere',
    '  DISCORD_API_URL "discord.com/api" is not an address; use one such as https://discord.com/api, or remove it',
    '  DISCORD_SHARDS "8-4/16" is not "auto" nor a range such as 0-3/16 (shards 0 to 3 out of 16)',
    '  LOG_LEVEL "loud" is not one of fatal, error, warn, info, debug, trace, silent',
  ]);
});

test.each(["0-16/16", "16/16", "0/0", "-1/4", "0-/4", "a", "0-1", "1e3/9999"])(
  "%s is no range of shards",
  (shards) => {
    expect(() => readSettings({ DISCORD_TOKEN: "abc", DISCORD_SHARDS: shards })).toThrow("DISCORD_SHARDS");
  },
);

test("a token that was copied wrongly is not repeated", () => {
  expect(() => readSettings({ DISCORD_TOKEN: "abc def" })).toThrow(
    /^the Discord adapter cannot start:\n {2}DISCORD_TOKEN has a space[^"]*$/,
  );
});
