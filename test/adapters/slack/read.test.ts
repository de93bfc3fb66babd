import { describe, expect, it } from "vitest";
import { type MessageEvent, readButton, readCommand, readMessage } from "../../../adapters/slack/read.ts";
import { BOT } from "./loopback.ts";

const base = { type: "message", channel: "C1", user: "U1", ts: "5.1", text: `<@${BOT}> is it on?` };
const direct = { ...base, channel: "D1", channel_type: "im", text: "is it on?" };

describe("a message", () => {
  it.each<[string, MessageEvent, string]>([
    ["a mention", { ...base, type: "app_mention" }, "C1 5.1"],
    ["a mention that comes as a message", { ...base, channel_type: "group" }, "C1 5.1"],
    ["a mention in a thread", { ...base, type: "app_mention", thread_ts: "4.1" }, "C1 4.1"],
    [
      "a mention in a thread, shown in the channel too",
      { ...base, subtype: "thread_broadcast", thread_ts: "4.1" },
      "C1 4.1",
    ],
    ["a direct message", direct, "D1 5.1"],
    [
      "a direct message of a Slack that does not name the type of channel",
      { ...base, channel: "D1", text: "hm" },
      "D1 5.1",
    ],
    ["a direct message with a file", { ...direct, subtype: "file_share" }, "D1 5.1"],
  ])("is meant for the bot: %s", (_, event, where) => {
    const { place } = readMessage(event, BOT)!;
    expect(place.kind === "thread" && `${place.channel} ${place.thread}`).toBe(where);
  });

  it.each<[string, MessageEvent]>([
    ["talk in a channel", { ...base, text: "is it on?" }],
    ["talk in a thread that the bot answered in", { ...base, text: "is it on?", thread_ts: "4.1" }],
    ["a mention of somebody else", { ...base, text: `<@${BOT}X> is it on?` }],
    ["its own", { ...direct, user: BOT }],
    ["another bot's", { ...direct, bot_id: "B9" }],
    ["Slackbot's", { ...direct, user: "USLACKBOT" }],
    ["an edit", { ...direct, subtype: "message_changed" }],
    ["a mention that was edited in", { ...base, type: "app_mention", edited: { user: "U1", ts: "6.1" } }],
    ["a deletion", { ...direct, subtype: "message_deleted" }],
    ["somebody joining", { ...base, subtype: "channel_join" }],
    ["nobody's", { type: "message", channel: "D1", channel_type: "im", ts: "5.1", text: "is it on?" }],
  ])("is none of its business: %s", (_, event) => {
    expect(readMessage(event, BOT)).toBeUndefined();
  });

  it("has one key, whichever event brings it", () => {
    const keys = ["message", "app_mention"].map((type) => readMessage({ ...base, type }, BOT)?.from.key);
    expect(keys).toEqual(["C1:5.1", "C1:5.1"]);
  });
});

it("keeps a command to the person, whether or not Slack gives an address to reply to", () => {
  const { place, text, from } = readCommand({ user_id: "U1", channel_id: "C1", text: "is A&amp;E open?" });
  expect(place).toEqual({ kind: "private", channel: "C1", person: "U1", responseUrl: undefined });
  expect(text).toBe("is A&E open?");
  expect(from.key).toBeUndefined();
});

it("takes a button that is pressed twice for two, and one that is delivered twice for one", () => {
  const press = (action_ts: string) =>
    readButton({
      user: { id: "U1" },
      channel: { id: "C1" },
      message: { ts: "5.1" },
      actions: [{ action_id: "open:gp", action_ts }],
    });
  expect(press("1").from.key).toBe(press("1").from.key);
  expect(press("1").from.key).not.toBe(press("2").from.key);
});
