import { expect, it } from "vitest";
import { ABOUT, RATED, SLOW_DOWN } from "../../../adapters/chat/wording.ts";
import { writeHome } from "../../../adapters/slack/home.ts";
import { LIMITS } from "../../../adapters/slack/limits.ts";
import { writeAnswer, writeText } from "../../../adapters/slack/write.ts";
import { createWriter } from "../../../adapters/slack/writer.ts";
import { assistant, everyReply, TIMES, UNDER_WAY } from "../chat/shipped.ts";
import { blockProblems, messageProblems } from "./limits.ts";

const { intents, wording } = assistant.pack;

it("leaves no paragraph out: everything a person is to read is in the text and in the blocks", () => {
  for (const [, answer] of everyReply()) {
    const { text, blocks } = writeAnswer(answer);
    const shown = JSON.stringify(blocks);
    const paragraphs =
      "parts" in answer
        ? answer.parts.flatMap((part) => part.paragraphs)
        : "paragraphs" in answer
          ? answer.paragraphs
          : [answer.ask];
    for (const paragraph of paragraphs) {
      const escaped = paragraph.replaceAll("&", "&amp;");
      expect(text).toContain(escaped);
      expect(shown).toContain(JSON.stringify(escaped).slice(1, -1));
    }
  }
});

it("keeps two answers in one message inside Slack's limits", () => {
  const ids = Object.keys(intents).filter((id) => intents[id]!.kind !== "urgent");
  const problems = ids.flatMap((first) =>
    ids.flatMap((second) => {
      const both = assistant.open([first, second], UNDER_WAY);
      return messageProblems(writeAnswer(both, { toShare: true })).map(
        (problem) => `${first}+${second}: ${problem}`,
      );
    }),
  );
  expect(problems).toEqual([]);
});

it("keeps App Home and its plain sentences inside Slack's limits", () => {
  expect(blockProblems(writeHome(assistant.pack).blocks, LIMITS.viewBlocks)).toEqual([]);
  for (const text of [SLOW_DOWN, RATED, wording.failure, ...ABOUT])
    expect(messageProblems(writeText(text))).toEqual([]);
});

it("puts the notice of time first where the walkout is not on", () => {
  const answer = assistant.open("a-and-e", TIMES[3]!);
  expect(JSON.stringify(writeAnswer(answer).blocks[0])).toContain("The strike ended");
});

it("asks for no vote on small talk", () => {
  const types = writeAnswer(assistant.open("greeting", UNDER_WAY)).blocks.map(({ type }) => type);
  expect(types).not.toContain("context_actions");
});

it("gives every button a label that says what it does", () => {
  for (const [, answer] of everyReply()) {
    const json = JSON.stringify(writeAnswer(answer, { toShare: true }).blocks);
    const buttons = json.match(/"(type":"button|value":")/g)?.length ?? 0;
    expect(json.match(/"accessibility_label":"[^"]{5,}/g)?.length ?? 0).toBe(buttons);
  }
});

it("writes an answer the same the first time and from memory", () => {
  const writer = createWriter();
  for (let time = 0; time < 2; time++) {
    for (const [, answer] of everyReply()) {
      for (const how of [{}, { toShare: true }, { mention: "U1" }]) {
        expect(writer(answer, how)).toEqual(writeAnswer(answer, how));
      }
    }
  }
});

it("cites the sources of the answer that is asked about, not of another", () => {
  const writer = createWriter();
  const asked = (about: string) =>
    writer(assistant.ask("says who?", UNDER_WAY, { answered: [about], offered: [] }));
  expect(asked("a-and-e").blocks).not.toEqual(asked("hourly-pay").blocks);
});
