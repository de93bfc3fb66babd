import { beforeAll, expect, test } from "vitest";
import { type Composer, createComposer } from "../../src/answer/compose.ts";
import { openPack } from "../../src/index.ts";

const NOW = new Date("2025-07-25T12:00:00+01:00");
let composer: Composer;
beforeAll(async () => {
  composer = createComposer((await openPack()).pack);
});

test.each([
  ["one choice is asked for a yes", ["gp"], /Is this what you want to know\?/],
  ["of several one is to be chosen", ["gp", "a-and-e"], /Choose what you want to know\./],
])("%s", (_, intents, ask) => {
  const { kind, text } = composer.options(intents, 0.5, NOW);
  expect(kind).toBe("clarify");
  expect(text).toMatch(ask);
});
