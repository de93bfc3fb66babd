import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ABOUT, RATED, SLOW_DOWN } from "../../../adapters/chat/wording.ts";
import { commandsFor } from "../../../adapters/discord/commands.ts";
import { CANNOT_SHARE, NOT_ALLOWED, OUTDATED } from "../../../adapters/discord/wording.ts";
import {
  after,
  type Body,
  literal,
  writeAnswer,
  writeText,
  writeTopics,
} from "../../../adapters/discord/write.ts";
import type { Answer, Assistant } from "../../../src/index.ts";
import { shipped } from "./harness.ts";
import { refusals } from "./loopback/limits.ts";

const TIMES = {
  upcoming: new Date("2025-07-20T10:00:00+01:00"),
  "under way": new Date("2025-07-28T10:00:00+01:00"),
  "a weekend of it": new Date("2025-07-26T10:00:00+01:00"),
  ended: new Date("2025-08-10T10:00:00+01:00"),
};

let assistant: Assistant;
beforeAll(async () => {
  assistant = await shipped();
});

function expectToFit(message: Body): void {
  expect(refusals(message)).toEqual([]);
  // Nothing may be lost on the way.
  expect(message.content).not.toContain("…");
  for (const row of message.components) {
    for (const control of row.components) {
      expect("label" in control ? control.label : "").not.toContain("…");
    }
  }
}

test.each(Object.entries(TIMES))("every reply of the pack fits Discord while it is %s", (_, now) => {
  const { pack } = assistant;
  const ids = Object.keys(pack.intents);
  const alone = ids.map((id) => assistant.open(id, now));
  const clarifications: Answer[] = Object.values(pack.clarifications).map(({ ask, options }) => ({
    kind: "clarify",
    ask,
    options: options.map((id) => ({ id, title: pack.intents[id]!.title })),
    help: pack.wording.help,
    text: ask,
    confidence: 1,
    walkout: alone[0]!.walkout,
  }));
  for (const answer of [...alone, ...clarifications, assistant.ask("", now)]) {
    expectToFit(writeAnswer(answer, true));
  }
  // Every two answers that a message might ask for together, and with the line for who asked where the bot may not write.
  for (const one of ids) {
    for (const two of ids) {
      if (one !== two) expectToFit(after(NOT_ALLOWED, writeAnswer(assistant.open([one, two], now), true)));
    }
  }
});

test("so does everything else that the bot says", () => {
  for (const text of [
    ABOUT.join("\n"),
    RATED,
    SLOW_DOWN,
    CANNOT_SHARE,
    OUTDATED,
    assistant.pack.wording.failure,
  ]) {
    expectToFit(writeText(text));
  }
  expectToFit(writeTopics(assistant.pack));
});

test("no meaning hangs on colour or a picture: every button has a word, and all have one colour", () => {
  const { components, content } = writeAnswer(assistant.open("a-and-e", TIMES.ended), true);
  const styles = components.flatMap((row) =>
    row.components.map((each) => ("style" in each ? each.style : 0)),
  );
  expect(new Set(styles).size).toBe(1);
  expect(content).not.toMatch(/\p{Extended_Pictographic}/u);
});

test("two answers each have a heading, and the notice of time comes first", () => {
  const lines = writeAnswer(assistant.open(["a-and-e", "gp"], TIMES.ended)).content.split("\n");
  expect(lines[0]).toBe(
    "**The strike ended at 7am on Wednesday 30 July 2025. This is what was said at the time.**",
  );
  expect(lines[1]).toBe("**A&E**");
  expect(lines).toContain("**GP surgeries**");
});

test.each([
  ["*bold* _and_ `code`", "\\*bold\\* \\_and\\_ \\`code\\`"],
  ["<@1> <#2> [a](b)", "\\<@1\\> \\<#2\\> \\[a\\](b)"],
  ["# a heading", "\\# a heading"],
  ["- an item", "\\- an item"],
  ["7am to 9am - 28.9 per cent", "7am to 9am - 28.9 per cent"],
])("%s is shown as it stands", (text, written) => {
  expect(literal(text)).toBe(written);
});

test("no text of a pack can mention anybody or hide anything", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = literal(`<@1>||${text}||`).replace(/\\[\\*_~`|<>[\]#-]/g, "");
      expect(written).not.toMatch(/[*_~`|<>[\]]/);
    }),
  );
});

test("the commands are within Discord's limits, with British names", () => {
  for (const command of commandsFor("everywhere")) {
    expect(command.name.length).toBeLessThanOrEqual(32);
    expect(command.name_localizations?.["en-GB"]).toBeTruthy();
    const described = [command, ...((command as { options?: object[] }).options ?? [])];
    for (const each of described as {
      description?: string;
      description_localizations?: { "en-GB": string };
    }[]) {
      if (!("description" in each)) continue;
      expect(each.description!.length).toBeLessThanOrEqual(100);
      expect(each.description_localizations!["en-GB"].length).toBeLessThanOrEqual(100);
    }
    expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  }
});
