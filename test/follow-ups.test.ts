import { beforeAll, describe, expect, test } from "vitest";
import {
  type Assistant,
  citationsOf,
  contextOf,
  createAssistant,
  intentsOf,
  openPack,
} from "../src/index.ts";

const FRIDAY = new Date("2025-07-25T10:00:00+01:00");

let assistant: Assistant;
beforeAll(async () => {
  assistant = createAssistant(await openPack());
});

/** The last answer of a conversation of which only the ids of the last answer are remembered. */
function converse(...questions: string[]) {
  let answer = assistant.ask(questions[0]!, FRIDAY);
  for (const question of questions.slice(1)) answer = assistant.ask(question, FRIDAY, contextOf(answer));
  return answer;
}

describe("a message that leans on the answer before it", () => {
  test.each([
    [["is A&E open?", "and the GP?"], "gp"],
    [["is my gp open", "what about 111"], "nhs-111"],
    [["is my gp open", "what about saturday?"], "gp"],
    [["will my scan happen", "and on 5 august?"], "tests-and-scans"],
    [["when is the strike", "why?"], "why-striking"],
    [["is A&E open", "why?"], "sources"],
    [["is A&E open", "says who?"], "sources"],
    [["surgery?", "the op"], "operation"],
    [["is it still on", "my appointment"], "attend-appointment"],
  ])("%s -> %s", (questions, intent) => {
    expect(intentsOf(converse(...questions))).toEqual([intent]);
  });

  test.each(["yes", "Yes please", "yeah that's it", "that one"])(
    "“%s” takes the one choice put back",
    (said) => {
      expect(intentsOf(assistant.ask(said, FRIDAY, ["gp"]))).toEqual(["gp"]);
      expect(intentsOf(assistant.ask(said, FRIDAY, ["gp", "operation"]))).toEqual([]);
    },
  );

  test.each(["no", "No thanks", "nope, ta", "that's not what I meant", "none of those"])(
    "“%s” takes none of the choices put back, and gets no answer it refused",
    (said) => {
      expect(assistant.ask(said, FRIDAY, ["gp"]).kind).toBe("unknown");
      expect(assistant.ask(said, FRIDAY, ["gp", "operation"]).kind).toBe("unknown");
    },
  );

  test("who says so cites what the last answer rested on", () => {
    expect(citationsOf(converse("is A&E open", "says who?"))).toEqual(citationsOf(converse("is A&E open")));
  });

  test("a Saturday has the hours of a weekend, and a day after the strike says that it is", () => {
    expect(converse("is my gp open", "what about saturday?").text).toMatch(/closed at the weekend/);
    expect(converse("will my scan happen", "and on 5 august?").text).toMatch(
      /^The day you ask about is after the strike/,
    );
  });
});

test("an emergency is one in the middle of any conversation", () => {
  expect(converse("is my gp open", "and now he has collapsed and stopped breathing").kind).toBe("urgent");
});

test.each(["why?", "says who?", "what about saturday?"])(
  "without an answer before it, %s leans on nothing",
  (question) => {
    expect(["unknown", "clarify", "answer"]).toContain(assistant.ask(question, FRIDAY).kind);
  },
);

test("what is remembered is ids, whatever is given", () => {
  expect(assistant.ask("why?", FRIDAY, ["no-such-id", "constructor"]).kind).not.toBe("urgent");
});

describe("a day in the question", () => {
  test.each([
    [
      "is my appointment on 21 July ok",
      /^The day you ask about is before the strike/,
      "2025-07-18T10:00:00+01:00",
    ],
    ["do I go to clinic on monday", /^The day you ask about is in the strike/, "2025-07-25T10:00:00+01:00"],
    [
      "my operation is on 5 August",
      /^The day you ask about is after the strike/,
      "2025-07-25T10:00:00+01:00",
    ],
    [
      "do I go to clinic on monday",
      /^The strike ended at 7am on Wednesday 30 July 2025/,
      "2026-11-20T10:00:00Z",
    ],
  ])("%s", (question, opening, now) => {
    expect(assistant.ask(question, new Date(now)).text).toMatch(opening);
  });
});
