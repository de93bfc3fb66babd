import { MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import type { Responder } from "../../../adapters/discord/respond.ts";
import { NOT_ALLOWED } from "../../../adapters/discord/wording.ts";
import { createAssistant, openPack, SHIPPED_PACK } from "../../../src/index.ts";
import { callbackTo, replyTo, running, settle, shipped, until } from "./harness.ts";
import { CHANNEL, mention, PERSON, slashAsk, typing } from "./loopback/events.ts";

const FORBIDDEN = { status: 403, body: { code: 50013, message: "Missing Permissions" } };
const EXPIRED = { status: 404, body: { code: 10062, message: "Unknown interaction" } };
const POST = { method: "POST", path: /^\/channels\/3000000000000000001\/messages$/ } as const;
const CALLBACK = { method: "POST", path: /^\/interactions\// } as const;
const ALONE = `/channels/7${PERSON}/messages`;

/** A responder that takes its time, as one would that has to ask something else first. */
const slowly =
  (ms: number) =>
  (responder: Responder): Responder => ({
    toMessage: (heard) => responder.toMessage(heard),
    async toInteraction(request) {
      const response = await responder.toInteraction(request);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return response;
    },
  });

test("an answer that takes long is announced first, and put in its place when it is there", async () => {
  const { discord, did } = await running({ bot: { around: slowly(300) } });
  const asked = slashAsk("is A&E open?");
  did(asked);
  const announced = await callbackTo(discord, asked);
  expect(announced.body).toEqual({ type: 5, data: { flags: MessageFlags.Ephemeral } });
  const edit = await until(discord, ({ method }) => method === "PATCH");
  expect(edit.path).toContain(`/${asked.token}/messages/@original`);
  expect(edit.body.content).toContain("A&E will continue to be available");
  expect(edit.body.allowed_mentions).toEqual({ parse: [] });
});

test("an answer that is quick enough is not announced", async () => {
  const { discord, did } = await running({ bot: { around: slowly(5) } });
  const asked = slashAsk("is A&E open?");
  did(asked);
  expect((await callbackTo(discord, asked)).body.type).toBe(4);
});

test("questions typed are never announced: Discord does not allow it", async () => {
  const { discord, did } = await running({ bot: { around: slowly(200) } });
  const typed = typing("is a&e");
  did(typed);
  expect((await callbackTo(discord, typed)).body.type).toBe(8);
});

test("an answer that is too late for its place reaches the person alone", async () => {
  const { discord, did } = await running({ bot: { around: slowly(200) } });
  discord.fail({ method: "PATCH", path: /@original$/, status: 401, body: { code: 50027 }, times: 1 });
  did(slashAsk("is A&E open?"));
  const told = await until(discord, ({ path }) => path === ALONE);
  expect(told.body.content).toContain("A&E will continue to be available");
});

test("an expired interaction is survived, and its answer given to the person alone", async () => {
  const { discord, did, bot } = await running();
  discord.fail({ ...CALLBACK, ...EXPIRED, times: 1 });
  did(slashAsk("is A&E open?"));
  const told = await until(discord, ({ path }) => path === ALONE);
  expect(told.body.content).toContain("A&E will continue to be available");
  expect(told.body.flags & MessageFlags.Ephemeral).toBe(0);
  expect(bot.conversations.counts.view().failures).toEqual({ "responding: expired": 1 });
  const next = slashAsk("is A&E open?");
  did(next);
  expect((await callbackTo(discord, next)).body.type).toBe(4);
});

test("suggestions that come too late bother nobody", async () => {
  const setup = await running();
  setup.discord.fail({ ...CALLBACK, ...EXPIRED, times: 1 });
  setup.did(typing("is a&e"));
  await settle(setup);
  expect(setup.discord.messages).toEqual([]);
});

test("an interaction that another process has answered is left alone", async () => {
  const setup = await running();
  setup.discord.fail({ ...CALLBACK, status: 400, body: { code: 40060 }, times: 1 });
  setup.did(slashAsk("is A&E open?"));
  await settle(setup);
  expect(setup.discord.messages).toEqual([]);
  expect(setup.bot.conversations.counts.view().failures).toEqual({});
});

test("where the bot may not write, whoever asked is told so, with the answer", async () => {
  const { discord, heard } = await running();
  discord.fail({ ...POST, ...FORBIDDEN });
  heard(mention("is A&E open?"));
  const told = await until(discord, ({ path }) => path === ALONE);
  const [first] = told.body.content.split("\n");
  expect(first).toBe(NOT_ALLOWED);
  expect(told.body.content).toContain("A&E will continue to be available");
});

test("an urgent answer that may not be written in the channel comes alone, with nothing before it", async () => {
  const { discord, heard } = await running();
  discord.fail({ ...POST, ...FORBIDDEN });
  heard(mention("crushing pain in my chest and sweating"));
  const told = await until(discord, ({ path }) => path === ALONE);
  expect(told.body.content).toMatch(/^This could be an emergency/);
});

test("a channel that is closed to the bot is not tried again and again, which would get it banned", async () => {
  const setup = await running();
  setup.discord.fail({ ...POST, ...FORBIDDEN });
  const first = mention("is A&E open?");
  setup.heard(first);
  await until(setup.discord, ({ path }) => path === ALONE);
  setup.heard(mention("what about GPs?"));
  await until(setup.discord, ({ path, body }) => path === ALONE && body.nonce !== first.id);
  expect(setup.discord.calls.filter(({ path }) => POST.path.test(path))).toHaveLength(1);
});

test("a person who takes no direct messages either is left in peace, and the bot carries on", async () => {
  const setup = await running();
  setup.discord.fail({ ...POST, ...FORBIDDEN });
  setup.discord.fail({ method: "POST", path: /^\/channels\/7/, status: 403, body: { code: 50007 } });
  setup.heard(mention("is A&E open?"));
  await until(setup.discord, ({ path }) => path === ALONE);
  await settle(setup);
  expect(setup.bot.conversations.counts.view().failures).toEqual({
    "replying: forbidden": 1,
    "telling alone: forbidden": 1,
  });
});

test("where the bot may not read what was before, it answers without hanging it on the question", async () => {
  const { discord, heard } = await running();
  discord.fail({ ...POST, status: 400, body: { code: 160002 }, times: 1 });
  const asked = mention("is A&E open?");
  heard(asked);
  const second = await until(discord, ({ path, body }) => POST.path.test(path) && !body.message_reference);
  expect(second.body.content).toContain("A&E will continue to be available");
});

test.each([
  [
    "a rate limit",
    { status: 429, body: { retry_after: 0.05, global: false }, headers: { "retry-after": "0.05" } },
  ],
  ["a fault of Discord's", { status: 500, body: { message: "500" } }],
  ["a bad gateway", { status: 502, body: "bad gateway" }],
])("%s delays an answer and does not lose it", async (_, fault) => {
  const { discord, heard, did } = await running();
  discord.fail({ ...POST, ...fault, times: 1 });
  discord.fail({ ...CALLBACK, ...fault, times: 1 });
  const [asked, commanded] = [mention("is A&E open?"), slashAsk("is A&E open?")];
  heard(asked);
  did(commanded);
  const visible = () =>
    discord.messages.map(
      ({ path, body }) => (path === POST.path.source ? body : (body.data ?? body)).content,
    );
  while (visible().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(visible().every((content) => content.includes("A&E will continue to be available"))).toBe(true);
});

test("an outage longer than discord.js has patience for is outlasted", async () => {
  const { discord, heard } = await running();
  // discord.js tries four times at once; the bot comes back twice in the tests.
  discord.fail({ ...POST, status: 503, body: { message: "503" }, times: 8 });
  heard(mention("is A&E open?"));
  while (discord.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(discord.calls.filter(({ path }) => POST.path.test(path))).toHaveLength(9);
});

test("an answer of which Discord's confirmation was lost is not seen twice", async () => {
  const setup = await running();
  setup.discord.fail({ ...POST, status: 502, body: { message: "502" }, times: 2, afterwards: true });
  const asked = mention("is A&E open?");
  setup.heard(asked);
  await settle(setup);
  expect(setup.discord.calls.filter(({ path }) => POST.path.test(path)).length).toBe(3);
  expect(setup.discord.messages).toHaveLength(1);
});

test("whatever is thrown, a person gets the calm sentence and the log no word of theirs", async () => {
  const assistant = createAssistant(await openPack(SHIPPED_PACK, () => {}));
  const broken = {
    ...assistant,
    ask(question: string): never {
      throw new Error(`cannot answer ${question}`);
    },
  };
  const { discord, heard, did, logged } = await running({ bot: { assistant: broken } });
  const [asked, commanded, typed] = [mention("zyxwv"), slashAsk("zyxwv"), typing("zyxwv")];
  heard(asked);
  did(commanded);
  did(typed);
  const { failure } = (await shipped()).pack.wording;
  expect((await replyTo(discord, asked)).body.content).toBe(failure);
  expect((await callbackTo(discord, commanded)).body.data.content).toBe(failure);
  expect((await callbackTo(discord, typed)).body).toEqual({ type: 8, data: { choices: [] } });
  expect(logged()).toContain("could not answer");
  expect(logged()).not.toContain("zyxwv");
});

test("events that are not what Discord documents harm nothing", async () => {
  const setup = await running();
  setup.discord.dispatch("MESSAGE_CREATE", { id: "1" });
  setup.discord.dispatch("INTERACTION_CREATE", { ...slashAsk("x"), type: 99 });
  const asked = mention("is A&E open?");
  setup.heard(asked);
  expect((await replyTo(setup.discord, asked)).body.content).toContain("A&E");
});

test("a channel that falls far behind is given no more to wait for, but for what is urgent", async () => {
  const setup = await running({ bot: { limits: { answersPerMinute: 1000 } } });
  const { discord } = setup;
  discord.fail({
    ...POST,
    status: 429,
    body: { retry_after: 0.3, global: false },
    headers: { "retry-after": "0.3" },
    times: 1,
  });
  for (let i = 0; i < 40; i++) setup.heard(mention("is A&E open?"));
  const urgent = mention("crushing pain in my chest and sweating");
  setup.heard(urgent);
  await replyTo(discord, urgent);
  await settle(setup);
  const posted = discord.messages.filter(({ path }) => path.includes(CHANNEL));
  expect(posted).toHaveLength(21);
  expect(setup.bot.conversations.counts.view().failures["replying: channel too busy"]).toBe(20);
});
