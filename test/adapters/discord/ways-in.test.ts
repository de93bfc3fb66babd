import { MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { callbackTo, controls, DURING, replyTo, running, settle, shipped } from "./harness.ts";
import {
  answerThis,
  CHANNEL,
  DM,
  directMessage,
  mention,
  message,
  nextId,
  PERSON,
  pingingReply,
  slash,
  slashAsk,
  slashTopics,
  THREAD,
} from "./loopback/events.ts";
import { BOT } from "./loopback/gateway.ts";

const A_AND_E = "NHS England said A&E will continue to be available during the strike.";

test.each([
  ["a mention", mention("is A&E open?"), CHANNEL],
  ["a mention in the middle", { ...message(`is A&E <@!${BOT.id}> open?`), mentions: [BOT] }, CHANNEL],
  ["a mention in a thread", mention("is A&E open?", { channel: THREAD }), THREAD],
  ["a reply that pings", pingingReply("is A&E open?"), CHANNEL],
  ["a direct message", directMessage("is A&E open?"), DM],
])("%s is answered as a reply where it was asked", async (_, asked, channel) => {
  const { discord, heard } = await running();
  heard(asked);
  const { path, body } = await replyTo(discord, asked);
  expect(path).toBe(`/channels/${channel}/messages`);
  expect(body.message_reference).toEqual({ message_id: asked.id, fail_if_not_exists: false });
  expect(body.content).toContain(A_AND_E);
  expect(body.content).toContain("Source: [The Independent, 25 July 2025, paragraph 30](<https://");
  expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  expect(body.flags & MessageFlags.SuppressEmbeds).toBeTruthy();
});

test.each([
  ["a server", "guild"],
  ["a place of those who installed the app themselves", "elsewhere"],
] as const)("/ask and Answer this in %s are answered to the person alone, to be shared", async (_, place) => {
  const { discord, did } = await running();
  for (const asked of [slashAsk("is A&E open?", { place }), answerThis("is A&E open?", { place })]) {
    did(asked);
    const { body } = await callbackTo(discord, asked);
    expect(body.type).toBe(4);
    expect(body.data.flags & MessageFlags.Ephemeral).toBeTruthy();
    expect(body.data.content).toContain(A_AND_E);
    expect(controls(body.data)).toContain("share:a-and-e");
  }
});

test("in a direct message the answer to /ask stays, and there is nobody to share it with", async () => {
  const { discord, did } = await running();
  const asked = slashAsk("is A&E open?", { place: "dm" });
  did(asked);
  const { body } = await callbackTo(discord, asked);
  expect(body.data.flags & MessageFlags.Ephemeral).toBe(0);
  expect(controls(body.data)).toEqual([
    "open:urgent-care",
    "open:nhs-111",
    "open:waiting-times",
    "open:local-hospital",
    "helpful:a-and-e",
    "not-helpful:a-and-e",
  ]);
});

test("/topics reaches every topic of the pack", async () => {
  const { discord, did } = await running();
  const asked = slashTopics();
  did(asked);
  const { body } = await callbackTo(discord, asked);
  const lists: { placeholder: string; options: { value: string }[] }[] = body.data.components.map(
    (row: { components: unknown[] }) => row.components[0],
  );
  const offered = lists.flatMap(({ options }) => options.map(({ value }) => value));
  const { pack } = await shipped();
  const topics = Object.values(pack.intents).filter(
    ({ kind, folder }) => kind !== "urgent" && folder !== "chat",
  );
  expect(offered.toSorted()).toEqual(topics.map(({ id }) => id).toSorted());
  expect(lists.map(({ placeholder }) => placeholder)[0]).toBe("Services; Appointments");
});

test.each([
  ["a mention and no more", mention("")],
  ["a picture in a direct message", directMessage("")],
])("%s is told what can be asked", async (_, asked) => {
  const { discord, heard } = await running();
  heard(asked);
  const help = (await shipped()).open("help", DURING).text.split("\n")[0];
  expect((await replyTo(discord, asked)).body.content).toContain(help);
});

test("a command of an earlier version is not left without a word", async () => {
  const { discord, did } = await running();
  const asked = slash("frequently-asked");
  did(asked);
  expect((await callbackTo(discord, asked)).body.data.content).toContain("call 999");
});

test("nobody is answered who did not ask the bot", async () => {
  const setup = await running();
  const stranger = { id: "77", username: "other-bot", discriminator: "0000", bot: true };
  for (const unasked of [
    message("is A&E open?"),
    { ...message("@everyone is A&E open?"), mention_everyone: true },
    { ...message("<@&55> is A&E open?"), mention_roles: ["55"] },
    { ...mention("is A&E open?"), author: BOT },
    { ...mention("is A&E open?"), author: stranger },
    { ...mention("is A&E open?"), webhook_id: nextId() },
    { ...directMessage("is A&E open?"), author: BOT },
    // "pinned a message" and "joined the server" come as messages, too.
    { ...mention("is A&E open?"), type: 6 },
    { ...mention("is A&E open?"), type: 7 },
  ]) {
    setup.heard(unasked);
  }
  setup.discord.dispatch("MESSAGE_UPDATE", { ...mention("is A&E open?"), edited_timestamp: "2025-07-26" });
  await settle(setup);
  expect(setup.discord.messages).toEqual([]);
});

test("a message delivered three times is answered once", async () => {
  const setup = await running();
  const asked = mention("is A&E open?");
  const commanded = slashAsk("is A&E open?");
  for (let i = 0; i < 3; i++) {
    setup.heard(asked);
    setup.did(commanded);
  }
  await replyTo(setup.discord, asked);
  await settle(setup);
  expect(setup.discord.calls.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(1);
  expect(setup.discord.calls.filter(({ path }) => path.includes(commanded.id))).toHaveLength(1);
});

test("what looks urgent is answered first and alone, however it is asked", async () => {
  const { discord, heard, did } = await running();
  const told = mention("crushing pain in my chest and sweating");
  const commanded = slashAsk("crushing pain in my chest and sweating");
  heard(told);
  did(commanded);
  const spoken = await replyTo(discord, told);
  const hidden = await callbackTo(discord, commanded);
  for (const { content, components } of [spoken.body, hidden.body.data]) {
    expect(content).toMatch(/^This could be an emergency\. Call 999 now/);
    expect(components).toEqual([]);
  }
});

test("whoever asks too fast is told once, and is still heard in an emergency", async () => {
  const setup = await running({ bot: { limits: { answersPerMinute: 2 } } });
  const asked = Array.from({ length: 5 }, () => mention("is A&E open?"));
  const urgent = mention("crushing pain in my chest and sweating");
  for (const each of [...asked, urgent]) setup.heard(each);
  await replyTo(setup.discord, urgent);
  await settle(setup);
  const said = setup.discord.messages.map(({ body }) => body.content.slice(0, 30));
  expect(said).toHaveLength(4);
  expect(said.filter((text) => text.startsWith("You have asked a lot"))).toHaveLength(1);
  // A command is always answered: Discord would say that the app is broken.
  const commanded = slashAsk("is A&E open?");
  setup.did(commanded);
  expect((await callbackTo(setup.discord, commanded)).body.data.content).toContain("call 999");
});

test("thanks after an answer is answered once, and by a command always", async () => {
  const setup = await running();
  const [thanks, again] = [mention("thank you"), mention("thanks")];
  setup.heard(thanks);
  await replyTo(setup.discord, thanks);
  setup.heard(again);
  const commanded = slashAsk("thank you");
  setup.did(commanded);
  expect((await callbackTo(setup.discord, commanded)).body.data.content).toContain("You are welcome");
  await settle(setup);
  expect(setup.discord.calls.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(1);
});

test("nothing that was asked comes back, nor reaches the log", async () => {
  const setup = await running();
  const canary = "@everyone <@4000000000000000001> zyxwv-canary [x](https://evil.example) ||spoiler||";
  const asked = mention(canary);
  const commanded = slashAsk(canary);
  setup.heard(asked);
  setup.did(commanded);
  await replyTo(setup.discord, asked);
  await callbackTo(setup.discord, commanded);
  const sent = JSON.stringify(setup.discord.calls.map(({ body }) => body));
  for (const part of ["everyone", "zyxwv", "evil.example", "spoiler", `<@${PERSON}>`]) {
    expect(sent).not.toContain(part);
    expect(setup.logged()).not.toContain(part);
  }
  expect(setup.logged()).not.toContain(PERSON);
});
