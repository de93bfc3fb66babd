import { expect, test } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { checkUrgent } from "../../src/pack/check-urgent.ts";
import { readPackFolder } from "../../src/pack/folder.ts";
import { openPack, SHIPPED_PACK } from "../../src/pack/open.ts";
import { formatProblem } from "../../src/pack/problems.ts";
import { isWord, rules } from "./shipped.ts";

const opened = await openPack();
const assistant = createAssistant(opened);
const files = readPackFolder(SHIPPED_PACK);

test("every sign proves itself, and every urgent intent is raised by one", () => {
  expect(checkUrgent(assistant, isWord, files).map(formatProblem)).toEqual([]);
});

test("a sign that has lost its patterns is caught at each of its hits", () => {
  const signs = opened.pack.urgent.signs.map((sign) =>
    sign.id === "choking" ? { ...sign, sure: ["zzz"], likely: [] } : sign,
  );
  const broken = createAssistant({
    ...opened,
    pack: { ...opened.pack, urgent: { ...opened.pack.urgent, signs } },
  });
  const problems = checkUrgent(broken, isWord, files);
  const choking = signs.find(({ id }) => id === "choking")!;
  expect(problems.map(({ file }) => file)).toEqual(choking.hits.map(() => "urgent/rules/choking.yaml"));
  expect(problems[0]!.problem).toContain(choking.hits[0]);
});

test("the files hold what the code knows: every list is used, every sign raises an urgent intent", () => {
  const texts = files
    .filter(({ path }) => path.startsWith("urgent/"))
    .map(({ text }) => text)
    .join("\n");
  for (const name of Object.keys(rules.lists)) {
    expect(texts.match(new RegExp(`(?<![A-Z-])${name}(?![A-Z-])`, "g"))?.length ?? 0, name).toBeGreaterThan(
      1,
    );
  }
  for (const { raises } of rules.signs) expect(assistant.pack.intents[raises]?.kind).toBe("urgent");
});

test("an urgent reply is given for no message that the screen has let pass", () => {
  const now = new Date(assistant.pack.walkout.start);
  for (const question of ["no chest pain at all", "I had a stroke in 2017 and I'm fine now", "is A&E open"]) {
    expect(assistant.ask(question, now).kind).not.toBe("urgent");
  }
});
