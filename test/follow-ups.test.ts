import { beforeAll, describe, expect, test } from "vitest";
import {
  type Assistant,
  type Context,
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
  let context: Context | undefined;
  for (const question of questions.slice(1)) {
    context = contextOf(answer, context);
    answer = assistant.ask(question, FRIDAY, context);
  }
  return answer;
}

const offering = (...offered: string[]): Context => ({ answered: [], offered });

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
    [["is my gp open", "on Sunday?"], "gp"],
    [["is my gp open", "monday too?"], "gp"],
    [["is A&E open", "in Leeds?"], "a-and-e"],
    [["is A&E open", "at 3am"], "a-and-e"],
    [["is A&E open", "and tonight"], "a-and-e"],
    [["is A&E open", "in Cardiff?"], "other-nations"],
    [["is urgent care open", "near me"], "urgent-care"],
    [["do I go to my appointment", "so I should stay at home?"], "attend-appointment"],
    [["do I go to my appointment", "it's on the 29th"], "attend-appointment"],
    [["do I go to my appointment", "what about the 30th"], "attend-appointment"],
    [["do I go to my appointment", "what about my wife's"], "attend-appointment"],
    [["do I go to my appointment", "what about my operation"], "operation"],
    [["is it open", "the second one"], "gp"],
    [["is it open", "number 1"], "a-and-e"],
    [["is it open", "the last one"], "open-services"],
    [["is it cancelled", "the strike"], "strike-now"],
    [["is my gp open", "the second one"], "urgent-care"],
    [["when is the strike", "thursday?"], "strike-dates"],
    [["surgery tomorrow?", "the doctor's"], "gp"],
  ])("%s -> %s", (questions, intent) => {
    expect(intentsOf(converse(...questions))).toEqual([intent]);
  });

  test.each(["yes", "Yes please", "yeah that's it", "that one"])(
    "“%s” takes the one choice put back",
    (said) => {
      expect(intentsOf(assistant.ask(said, FRIDAY, offering("gp")))).toEqual(["gp"]);
      expect(intentsOf(assistant.ask(said, FRIDAY, offering("gp", "operation")))).toEqual([]);
    },
  );

  test.each(["no", "No thanks", "nope, ta", "that's not what I meant", "none of those"])(
    "“%s” takes none of the choices put back, and gets no answer it refused",
    (said) => {
      expect(assistant.ask(said, FRIDAY, offering("gp")).kind).toBe("unknown");
      expect(assistant.ask(said, FRIDAY, offering("gp", "operation")).kind).toBe("unknown");
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

describe("what was answered stays what is talked about", () => {
  test.each([
    [["my scan is on tuesday", "is it still on"], "tests-and-scans"],
    [["my physio comes on monday", "will it be cancelled"], "community-care"],
    [["is the gp open", "hmm", "and on sunday?"], "gp"],
    [["is the gp open", "ok", "and on sunday?"], "gp"],
    [["is the gp open", "right, fair enough"], "thanks"],
    [["is the gp open", "👍"], "thanks"],
    [["my chest is crushing", "ok"], "emergency"],
    [["is my appointment on tuesday on", "its at 10am", "what about wednesday"], "attend-appointment"],
    [["is my appointment on friday on", "sorry i mean next friday"], "attend-appointment"],
    [["is a&e open", "even at night"], "a-and-e"],
  ])("%s -> %s", (questions, intent) => {
    expect(intentsOf(converse(...questions))).toEqual([intent]);
  });
});

test("both takes both of two choices, and all of many asks again", () => {
  expect(intentsOf(assistant.ask("both", FRIDAY, offering("gp", "operation")))).toEqual(["gp", "operation"]);
  expect(assistant.ask("all of them", FRIDAY, offering("gp", "operation", "a-and-e")).kind).toBe("clarify");
});

describe("an urgent reply is not forgotten at the next turn", () => {
  test.each([
    [["she won't wake up", "what do I do"], "emergency"],
    [["my chest is crushing", "do I have to?"], "emergency"],
    [["my chest is crushing", "shall I leave it till Wednesday"], "emergency"],
    [["my chest is crushing", "hello?"], "emergency"],
    [["my chest is crushing", "..."], "emergency"],
    [["my chest is crushing", "is it open"], "emergency"],
    [["my chest is crushing", "what can I take for it"], "emergency"],
    [["he's having a fit", "it stopped"], "emergency"],
    [["my chest is crushing", "and my husband hits me"], "safeguarding"],
    [["i've come out in a rash", "and now I can't breathe"], "emergency"],
    [["i want to die", "why"], "crisis"],
    [["i want to die", "no"], "crisis"],
    [["i want to die", "who can I text"], "crisis"],
    [["i want to die", "bye then"], "crisis"],
    [["i took all my tablets", "about 20"], "crisis"],
    [["i've come out in a rash", "it's spreading"], "symptoms"],
    [["my chest is crushing", "is A&E open?", "it's my left arm now"], "emergency"],
    [["my dad has chest pain", "he says its nothing"], "emergency"],
    [["my dad has chest pain", "he won't go"], "emergency"],
    [["her face has dropped on one side", "she doesnt want to go"], "emergency"],
    [["my husband says we'd be better off without him", "hes gone out in the car"], "crisis"],
    [["my son swallowed a battery", "do i need to go"], "emergency"],
    [["my dad has chest pain", "what time does it shut"], "emergency"],
    [["i want to die", "what day is it"], "crisis"],
    [["my mum's carer shouts at her and hits her", "who do i report it to"], "safeguarding"],
  ])("%s -> %s", (questions, intent) => {
    expect(intentsOf(converse(...questions))).toEqual([intent]);
  });

  test.each([
    [["i've come out in a rash", "is the pharmacy open"], "pharmacy"],
    [["my chest is crushing", "is A&E open?"], "a-and-e"],
    [["my chest is crushing", "is A&E open?", "and on Sunday?"], "a-and-e"],
    [["my chest is crushing", "thank you"], "thanks"],
    [["my chest is crushing", "is the pharmacy open", "thanks", "my operation is on 5 august"], "operation"],
  ])("but another question is answered: %s -> %s", (questions, intent) => {
    expect(intentsOf(converse(...questions))).toEqual([intent]);
  });

  test.each([
    [["my chest is crushing", "is the walk in centre open"], "emergency"],
    [["my chest is crushing", "how long will I wait"], "emergency"],
    [["i want to die", "thanks"], "crisis"],
    [["i want to die", "is my therapy on monday"], "crisis"],
  ])("and that answer still ends with where to get help: %s", (questions, intent) => {
    const [first] = assistant.open(intent, FRIDAY).text.split("\n");
    expect(converse(...questions).text).toContain(first);
  });

  test("it is kept in mind over three other answers, and no longer", () => {
    const after = (answers: number) => {
      const others = Array.from({ length: answers }, () => "is the pharmacy open");
      return converse("my chest is crushing", ...others, "about twenty").kind === "urgent";
    };
    expect([1, 2, 3, 4].map(after)).toEqual([true, true, true, false]);
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
  const ids = ["no-such-id", "constructor"];
  const context = { answered: ids, offered: ids, urgent: { intent: "toString", answersSince: 0 } };
  expect(assistant.ask("why?", FRIDAY, context).kind).not.toBe("urgent");
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
      "is my appointment on wednesday evening still on",
      /^The strike ends on the day you ask about, at 7am/,
      "2025-07-25T10:00:00+01:00",
    ],
    [
      "is my appointment tomorrow still on",
      /^The strike ends on the day you ask about/,
      "2025-07-29T15:00:00+01:00",
    ],
    [
      "my appointment is on wednesday at 2",
      /^The day you ask about is after the strike/,
      "2025-07-25T10:00:00+01:00",
    ],
    [
      "my appointment is weds at 6.30am",
      /^The day you ask about is in the strike/,
      "2025-07-25T10:00:00+01:00",
    ],
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
