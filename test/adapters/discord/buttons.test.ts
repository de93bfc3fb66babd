import { MessageFlags } from "discord.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RATED } from "../../../adapters/chat/wording.ts";
import { readInteraction } from "../../../adapters/discord/read.ts";
import { CANNOT_SHARE, OUTDATED } from "../../../adapters/discord/wording.ts";
import { callbackTo, controls, DURING, replyTo, running, shipped } from "./harness.ts";
import { choose, mention, nextId, press, slashAsk } from "./loopback/events.ts";

test("every button of an answer does what it says, for whoever presses it alone", async () => {
  const { discord, heard, did } = await running();
  const asked = mention("is A&E open?");
  heard(asked);
  const { body } = await replyTo(discord, asked);
  const assistant = await shipped();
  for (const id of controls(body)) {
    const pressed = press(id);
    did(pressed);
    const callback = (await callbackTo(discord, pressed)).body;
    expect(callback.data.flags & MessageFlags.Ephemeral).toBeTruthy();
    const intent = id.slice(id.indexOf(":") + 1);
    const answer = assistant.open(intent, DURING).text.split("\n")[0];
    expect(callback.data.content).toContain(id.startsWith("open:") ? answer : RATED);
  }
});

test("a question put back is answered by its buttons", async () => {
  const { discord, heard, did } = await running();
  const asked = mention("is it cancelled?");
  heard(asked);
  const { body } = await replyTo(discord, asked);
  expect(body.content).toMatch(/^Do you mean the strike, or your appointment\?\n.*111.*999/);
  expect(controls(body)).toEqual(["open:strike-now", "open:appointment-cancelled", "open:operation"]);
  const pressed = press("open:operation");
  did(pressed);
  expect((await callbackTo(discord, pressed)).body.data.content).toContain("operation");
});

test("a topic chosen from a list is answered", async () => {
  const { discord, did } = await running();
  const chosen = choose("topics:0", "gp");
  did(chosen);
  expect((await callbackTo(discord, chosen)).body.data.content).toContain("GP");
});

test("a vote is counted once a person and message, by intent", async () => {
  const { discord, did, bot } = await running();
  const on = nextId();
  for (const pressed of [
    press("helpful:a-and-e", { on }),
    press("helpful:a-and-e", { on }),
    press("not-helpful:a-and-e", { on }),
    press("not-helpful:a-and-e+gp", { on, person: "4000000000000000002" }),
    // Not of this pack: shown thanks, and not counted.
    press("helpful:something-else", { on, person: "4000000000000000003" }),
  ]) {
    did(pressed);
    expect((await callbackTo(discord, pressed)).body.data.content).toBe(RATED);
  }
  expect(bot.conversations.counts.view()).toMatchObject({
    helpful: { "a-and-e": 1 },
    notHelpful: { "a-and-e": 1, gp: 1 },
  });
});

test("Share shows everybody the same answer once, with no more to share", async () => {
  const { discord, did } = await running();
  const asked = slashAsk("is A&E open and what about my GP?");
  did(asked);
  const shown = (await callbackTo(discord, asked)).body.data;
  const share = controls(shown).find((id) => id.startsWith("share:"))!;
  const on = nextId();
  const [pressed, again] = [press(share, { on }), press(share, { on })];
  did(pressed);
  const { body } = await callbackTo(discord, pressed);
  expect(body.type).toBe(4);
  expect(body.data.flags & MessageFlags.Ephemeral).toBe(0);
  expect(body.data.content).toBe(shown.content);
  expect(controls(body.data).filter((id) => id.startsWith("share:"))).toEqual([]);
  did(again);
  expect((await callbackTo(discord, again)).body).toEqual({ type: 6 });
});

test("who may not write in a channel cannot share there either", async () => {
  const { discord, did } = await running();
  const pressed = press("share:a-and-e", { permissions: 0n });
  did(pressed);
  const { data } = (await callbackTo(discord, pressed)).body;
  expect(data.content).toBe(CANNOT_SHARE);
  expect(data.flags & MessageFlags.Ephemeral).toBeTruthy();
});

test.each([
  ["of an earlier version", "ask-again:1", OUTDATED],
  ["with an id that nobody made", "open:<@1>", OUTDATED],
  ["for an intent that has gone", "open:long-gone", "Something went wrong here"],
  ["to share an intent that has gone", "share:long-gone", "Something went wrong here"],
  ["for what every object has", "open:constructor", "Something went wrong here"],
])("a button %s gets a calm sentence", async (_, id, sentence) => {
  const { discord, did } = await running();
  const pressed = press(id);
  did(pressed);
  const { data } = (await callbackTo(discord, pressed)).body;
  expect(data.content).toContain(sentence);
  expect(data.content).toContain("999");
  expect(data.flags & MessageFlags.Ephemeral).toBeTruthy();
});

test("whatever is pressed, it is read or refused", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (id) => {
      const read = readInteraction(press(id) as never);
      expect(["press", "outdated"]).toContain(read?.kind);
    }),
  );
});
