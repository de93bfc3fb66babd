import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createSuggestions, type Suggestion } from "../../../adapters/discord/suggest.ts";
import { intentsOf } from "../../../src/index.ts";
import { callbackTo, DURING, running, shipped } from "./harness.ts";
import { slashAsk, typing } from "./loopback/events.ts";

let suggest: (typed: string) => Suggestion[];
let understood: (question: string) => string[];

beforeAll(async () => {
  const assistant = await shipped();
  const suggestions = createSuggestions(assistant, () => DURING);
  suggest = suggestions.suggest;
  understood = (question) => {
    const chosen = suggestions.chosen(question);
    return chosen ? [chosen] : intentsOf(assistant.ask(question, DURING));
  };
});

test.each([
  ["is a&e", "a-and-e"],
  ["cas", "a-and-e"],
  ["casualty", "a-and-e"],
  ["is my op", "operation"],
  ["presc", "prescriptions"],
  ["can i see my gp", "gp"],
  ["dent", "dentist"],
  ["when does the str", "strike-dates"],
  ["how long", "strike-length"],
  ["blood test", "tests-and-scans"],
  ["what does the bma", "bma-view"],
  ["nurses", "other-staff"],
])("“%s” leads to questions about %s", (typed, intent) => {
  const found = suggest(typed)
    .slice(0, 3)
    .flatMap(({ value }) => understood(value));
  expect(found).toContain(intent);
});

test.each(["", "   ", "is my", "?"])(
  "“%s” says nothing yet, so that common questions are offered",
  (typed) => {
    expect(suggest(typed)).toHaveLength(25);
    expect(suggest(typed)[0]!.value).toBe("is the emergency department seeing patients");
  },
);

test.each(["chest pain", "i want to end my life", "he is hitting me"])(
  "where somebody may need help, as with “%s”, help is all that is offered",
  (typed) => {
    const offered = suggest(typed);
    expect(offered).toHaveLength(1);
    expect(offered.map(({ value }) => understood(value)[0])).toEqual(understood(typed));
  },
);

test("whatever can be chosen is understood as the topic that it is listed under", async () => {
  const { pack } = await shipped();
  const everything = new Map(
    Object.values(pack.intents)
      .flatMap(({ title, check }) => [title, ...check])
      .flatMap((typed) => suggest(typed))
      .map((suggestion) => [suggestion.value, suggestion.name]),
  );
  expect(everything.size).toBeGreaterThan(90);
  for (const [value, name] of everything) {
    const titles = understood(value).map((id) => pack.intents[id]!.title);
    expect(
      titles.some((title) => name.startsWith(title)),
      `${name} → ${titles}`,
    ).toBe(true);
  }
});

test("whatever is typed, what is offered fits Discord and holds none of it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (noise) => {
      const offered = suggest(`is a&e ${noise}`);
      expect(offered.length).toBeLessThanOrEqual(25);
      for (const { name, value } of offered) {
        expect(name.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 300 },
  );
});

test("a question that is chosen is answered as what it is listed under", async () => {
  const { discord, did } = await running();
  // Typed by hand, this is open between two people's views.
  const [first] = suggest("does the Prime Minister think patients will suffer");
  const asked = slashAsk(first!.value);
  did(asked);
  const answer = (await shipped()).open("patient-impact", DURING).text.split("\n")[0];
  expect((await callbackTo(discord, asked)).body.data.content).toContain(answer);
});

test("Discord is told while the person types", async () => {
  const { discord, did } = await running();
  const typed = typing("is a&e");
  did(typed);
  const { body } = await callbackTo(discord, typed);
  expect(body.type).toBe(8);
  expect(body.data.choices[0].name).toMatch(/^A&E: /);
});
