import { writeAnswer } from "../../../adapters/discord/write.ts";
import { adapterContract, type OpenHarness } from "../chat/contract.ts";
import { running, settle } from "./harness.ts";
import { mention, nextId } from "./loopback/events.ts";
import { BOT } from "./loopback/gateway.ts";
import { refusals } from "./loopback/limits.ts";

/** Ids in Discord are numbers, and long: a name of the contract's at the end of one. */
const asId = (name: string, kind: string) => `${kind}000000000000${name.padStart(6, "0")}`;

const open: OpenHarness = async ({ assistant, limits = {} }) => {
  const setup = await running({ bot: { assistant, limits } });
  const { discord, heard } = setup;
  let people = 0;
  const threads = new Map<string, string>();

  function spoken({ text, person, key, thread }: Parameters<Awaited<ReturnType<OpenHarness>>["send"]>[0]) {
    const channel = asId(thread ?? String(900_000 + ++people), "3");
    if (thread !== undefined) threads.set(channel, thread);
    // In a channel each person has a conversation of their own, so that a thread of the contract's is one person's.
    const author = person ?? `8${thread ?? people}`;
    return mention(text, { channel, person: asId(author, "4"), id: key ? asId(key, "6") : nextId() });
  }

  return {
    async send(message) {
      heard(spoken(message));
    },
    async sendAs(author, text) {
      const message = spoken({ text });
      if (author === "itself") heard({ ...message, author: BOT });
      if (author === "another bot") heard({ ...message, author: { ...message.author, bot: true } });
      if (author === "an edit") discord.dispatch("MESSAGE_UPDATE", message);
      await settle(setup);
    },
    shown: () =>
      discord.messages.map(({ path, body }) => ({
        text: body.content.replace(/\\([^\w\s])/g, "$1").replaceAll("**", ""),
        thread: threads.get(path.split("/")[2]!),
      })),
    counts: () => setup.bot.conversations.counts.view(),
    log: setup.logged,
    stop: () => setup.bot.stop(0),
  };
};

adapterContract("the Discord adapter", open, (answer) => refusals(writeAnswer(answer, true)));
