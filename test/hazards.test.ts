/** Words of the shipped replies that a control of docs/hazard-log.md rests on: an editor may change the rest of them. */
import { describe, expect, test } from "vitest";
import { ABOUT, SLOW_DOWN } from "../adapters/chat/wording.ts";
import { OUTDATED } from "../adapters/discord/wording.ts";
import { createManifest } from "../adapters/slack/manifest.ts";
import { createAssistant, openPack, repliesOf } from "../src/index.ts";

const { pack, ...rest } = await openPack();
const assistant = createAssistant({ pack, ...rest });
const DURING = new Date("2025-07-25T10:00:00+01:00");
const reply = (id: string) => assistant.open(id, DURING).text;
const URGENT = ["emergency", "crisis", "safeguarding", "symptoms"];

test("H3: services that are said to be open are so by a named body, and A&E with a word on the local hospital", () => {
  for (const id of ["a-and-e", "gp", "urgent-care", "nhs-111", "open-services"])
    expect(reply(id)).toContain("NHS England said");
  expect(reply("a-and-e")).toContain("national statement");
  expect(reply("a-and-e")).toMatch(/local hospital .* check its website/);
});

test("H5: an answer of a walkout that was called off opens by saying so", () => {
  const off = createAssistant({
    pack: { ...pack, walkout: { ...pack.walkout, status: "called-off" } },
    ...rest,
  });
  const { text } = off.ask("is A&E open", DURING);
  expect(text.split("\n")[0]).toBe(pack.wording.notices["called-off"]);
  expect(text.split("\n")[0]).toContain("has been called off");
});

test("H6: appointments are to be kept unless one is told otherwise, also where nothing was heard", () => {
  expect(reply("attend-appointment")).toMatch(/^Go to your appointment unless you are told it is cancelled/);
  expect(reply("appointment-cancelled")).toMatch(/heard nothing.*\bgo\b/i);
});

test("H8: whoever asks after care is told of 999, whatever was understood", () => {
  const onCare = Object.values(pack.intents).filter(({ folder }) =>
    ["services", "appointments", "not-covered"].includes(folder),
  );
  expect(onCare.length).toBeGreaterThan(30);
  for (const status of ["2025-07-20", "2025-07-25", "2025-07-26", "2025-08-20"])
    for (const { id } of onCare)
      expect(assistant.open(id, new Date(`${status}T12:00:00Z`)).text, id).toMatch(/call 999/);
});

describe("H12: a reply that answers nothing still carries 999 and 111", () => {
  test.each([
    ["where answering breaks", pack.wording.failure],
    ["where nothing fits", assistant.ask("asdf qwer", DURING).text],
    ["where a question is put back", assistant.ask("is it cancelled?", DURING).text],
    ["where somebody asks too fast", SLOW_DOWN],
  ])("%s", (_, text) => {
    expect(text).toContain("999");
    expect(text).toContain("NHS 111 online or call 111");
  });
});

test("H13: whoever is outside the UK is told to call the local number", () => {
  for (const id of ["emergency", "crisis", "safeguarding"])
    expect(reply(id)).toContain("Outside the UK, call your local emergency number");
});

describe("H14: whoever is sent to NHS 111 online is told to call for a child under 5", () => {
  test("by every reply of the pack", () => {
    const sending = repliesOf(pack).filter((text) =>
      /(go to|use|visit|try|check|contact|see) NHS 111 online/i.test(text),
    );
    expect(sending.length).toBeGreaterThan(5);
    expect(sending.filter((text) => !text.includes("For a child under 5, call 111"))).toEqual([]);
  });
  test("by what the chat adapters say themselves", () => {
    for (const text of [SLOW_DOWN, OUTDATED, ABOUT.join("\n"), JSON.stringify(createManifest())])
      expect(text).toContain("For a child under 5, call 111");
  });
});

test("H15: urgent replies name a way for whoever cannot use a voice call", () => {
  for (const id of URGENT) expect(reply(id)).toMatch(/text relay on 1800[01]/);
  for (const id of URGENT.filter((id) => id !== "symptoms")) expect(reply(id)).toContain("999 BSL app");
});

test("H2: urgent replies say that nobody watches the chat and never that A&E is for others", () => {
  for (const id of URGENT.filter((id) => id !== "symptoms"))
    expect(reply(id)).toContain("nobody is watching this chat");
  for (const id of URGENT) expect(reply(id)).not.toMatch(/do not go to A&E|A&E is only for|only call 999/i);
});
