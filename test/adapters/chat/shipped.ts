/** The assistant of the shipped pack, opened once for all tests of a file. */
import { createComposer } from "../../../src/answer/compose.ts";
import { type Answer, type Assistant, createAssistant, openPack, SHIPPED_PACK } from "../../../src/index.ts";

export const assistant: Assistant = createAssistant(await openPack(SHIPPED_PACK));
const composer = createComposer(assistant.pack);

/** Times at which the walkout has each of its states, and a weekend of it. */
export const TIMES = [
  "2025-07-20T12:00:00Z",
  "2025-07-25T12:00:00Z",
  "2025-07-26T12:00:00Z",
  "2025-08-20T12:00:00Z",
].map((time) => new Date(time));
export const UNDER_WAY = TIMES[1]!;

/** The same assistant, but for whatever is asked of it with this word in it, which throws. */
export const fallible = (word: string): Assistant => ({
  ...assistant,
  ask(question, now, context) {
    if (question.includes(word)) throw new Error(`cannot answer "${question}"`);
    return assistant.ask(question, now, context);
  },
});

/** Every reply that the pack can give, at every time, with what to call it. */
export function* everyReply(): Generator<[name: string, answer: Answer]> {
  const { intents, clarifications } = assistant.pack;
  for (const now of TIMES) {
    const when = now.toISOString();
    for (const id of Object.keys(intents)) yield [`${id} ${when}`, assistant.open(id, now)];
    yield [`unknown ${when}`, assistant.ask("", now)];
    for (const { id, ask, options } of Object.values(clarifications)) {
      const offered = options.map((option) => ({ id: option, title: intents[option]!.title }));
      const { help } = assistant.pack.wording;
      const text = [ask, ...offered.map(({ title }) => `- ${title}`), help].join("\n");
      const { walkout } = assistant.open("a-and-e", now);
      yield [
        `clarify/${id} ${when}`,
        { kind: "clarify", ask, options: offered, help, text, confidence: 1, walkout },
      ];
    }
    for (const few of [["gp"], ["gp", "operation", "tests-and-scans"]])
      yield [`options ${few.join(" ")} ${when}`, composer.options(few, 1, now)];
  }
}
