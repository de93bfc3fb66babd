import { writeAnswer } from "../../../adapters/slack/write.ts";
import { adapterContract, type ChatHarness } from "../chat/contract.ts";
import { type Mode, mention, openSlack, uniqueTs } from "./harness.ts";
import { messageProblems } from "./limits.ts";
import { BOT } from "./loopback.ts";

const asRead = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

for (const mode of ["socket", "http"] satisfies Mode[]) {
  adapterContract(
    `Slack over ${mode}`,
    async (options): Promise<ChatHarness> => {
      const harness = await openSlack(mode, options);
      const { slack, bot, deliver } = harness;
      return {
        async send({ text, person = "1", key, thread }) {
          const ts = key === undefined ? uniqueTs() : `${key}.0001`;
          const thread_ts = thread === undefined || thread === key ? undefined : `${thread}.0001`;
          await deliver(mention(text, { user: `U${person}`, ts, ...(thread_ts ? { thread_ts } : {}) }));
        },
        sendAs: (author, text) =>
          deliver(
            mention(
              text,
              author === "itself"
                ? { user: BOT }
                : author === "another bot"
                  ? { user: "U5", bot_id: "B5" }
                  : { edited: { user: "U1", ts: "1.1" } },
            ),
          ),
        shown: () =>
          slack.posts.map(({ text, thread_ts }) => ({
            text: asRead(String(text)),
            thread: String(thread_ts).split(".")[0],
          })),
        counts: () => bot.counts.view(),
        log: harness.log,
        stop: harness.stop,
      };
    },
    (answer) =>
      [{}, { toShare: true }, { mention: "U012345678A" }].flatMap((how) =>
        messageProblems(writeAnswer(answer, how)),
      ),
  );
}
