import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Assistant, createAssistant, intentsOf, openPack } from "../src/index.ts";

/** Labelled question sets are not part of the repository: this variable names the folder that holds them. */
const folder = process.env.OAU_QUESTIONS_DIR ?? "";
const DURING = new Date("2025-07-25T10:00:00+01:00");

const rows = (name: string) =>
  readFileSync(join(folder, name), "utf8")
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split("\t") as [question: string, label: string]);

describe.skipIf(!existsSync(join(folder, "dev-questions.tsv")))(
  "on questions by people who wrote none of the examples",
  () => {
    let assistant: Assistant;
    beforeAll(async () => {
      assistant = createAssistant(await openPack());
    });

    test("at least 95 in 100 of one thing asked are answered right", () => {
      const single = rows("dev-questions.tsv").filter(([, label]) => !/[+:]/.test(label) && label !== "none");
      const wrong = single.filter(([question, label]) => {
        const given = intentsOf(assistant.ask(question, DURING));
        return given.length === 0 || !given.every((id) => label.split("|").includes(id));
      });
      expect(
        wrong.length / single.length,
        wrong.map(([question]) => question).join("\n"),
      ).toBeLessThanOrEqual(0.05);
    });

    test("no urgent message is answered as anything but urgent", () => {
      const isUrgent = (label: string) =>
        label.split("|").some((id) => assistant.pack.intents[id]?.kind === "urgent");
      const urgent = rows("dev-safety.tsv").filter(([, label]) => isUrgent(label));
      expect(urgent.length).toBeGreaterThan(0);
      expect(urgent.filter(([question]) => assistant.ask(question, DURING).kind !== "urgent")).toEqual([]);
    });
  },
);
