import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../src/pack/article.ts";
import { checkTexts } from "../../src/pack/check.ts";
import type { PackFile } from "../../src/pack/folder.ts";
import { parsePack } from "../../src/pack/parse.ts";
import { formatProblem } from "../../src/pack/problems.ts";

/** The smallest pack that is whole. */
const WHOLE: Readonly<Record<string, string>> = {
  "pack.yaml": [
    "id: winter",
    "title: Winter walkout",
    "staff: nurses",
    "union: A union",
    "nations: [Wales]",
    "timeZone: Europe/London",
    "start: 2026-01-05T07:00",
    "end: 2026-01-08T07:00",
    "status: confirmed",
    "checkedOn: 2026-01-04",
  ].join("\n"),
  "wording.yaml": [
    "notices:",
    "  upcoming: It starts at {start}.",
    "  ended: It ended at {end}.",
    "  called-off: It is off.",
    "  date-before: Before.",
    "  date-within: Within.",
    "  date-ends: Ends.",
    "  date-after: After.",
    "clarify: Which one?",
    "confirm: This one?",
    "unknown: [I do not know.]",
    "help: Call 111.",
    "failure: Something went wrong.",
  ].join("\n"),
  "sources.yaml": [
    "sources:",
    "  paper:",
    "    publisher: The Paper",
    "    title: News",
    "    url: https://example.org/news",
    "    published: 2026-01-04",
    "claims:",
    "  open:",
    "    source: paper",
    "    paragraph: 3",
    "    says: It is open.",
  ].join("\n"),
  "lexicon.yaml": "gp: [family doctor]",
  "elsewhere.yaml": "none: [france, [new york]]",
  "services/gp.yaml": [
    "title: GP",
    "answer:",
    "  - It is open.",
    "claims: [open]",
    "check:",
    "  - is the gp open",
  ].join("\n"),
  "examples/services/gp.txt": "is my gp open\n",
  "examples/none.txt": "what is the weather\n",
};

function problemsOf(changes: Readonly<Record<string, string | undefined>>): string[] {
  const files = Object.entries({ ...WHOLE, ...changes })
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([path, text]): PackFile => ({ path, text }));
  return parsePack(files).problems.map(formatProblem);
}

/** What is wrong with the sentences of a pack whose files are in order. */
function textProblemsOf(changes: Readonly<Record<string, string>>, article?: string): string[] {
  const files = Object.entries({ ...WHOLE, ...changes }).map(([path, text]): PackFile => ({ path, text }));
  const { pack, problems } = parsePack(files);
  expect(problems).toEqual([]);
  return checkTexts(files, pack!, article).map(formatProblem);
}

const edit = (path: string, from: string, to: string) => {
  expect(WHOLE[path]).toContain(from);
  return { [path]: WHOLE[path]!.replace(from, to) };
};

test("the whole pack has no problem", () => {
  expect(problemsOf({})).toEqual([]);
});

describe("says where, what, which value and what to do", () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ["a missing file", { "wording.yaml": undefined }, "wording.yaml:1:1 the file is missing; add it"],
    [
      "broken YAML",
      { "services/gp.yaml": "title: GP\nanswer: [It is open." },
      "services/gp.yaml:2:21 Flow sequence",
    ],
    [
      "a key twice",
      edit("pack.yaml", "title: Winter walkout", "title: Winter\ntitle: Walkout"),
      "pack.yaml:3:1 Map keys must be unique",
    ],
    [
      "a missing key",
      edit("services/gp.yaml", "title: GP\n", ""),
      'services/gp.yaml:1:1 "title" is missing; add it as a text',
    ],
    [
      "an unknown key",
      edit("services/gp.yaml", "title: GP", "titel: GP"),
      'services/gp.yaml:1:1 "titel" is not a key that is known here',
    ],
    [
      "an empty text",
      edit("services/gp.yaml", "title: GP", 'title: ""'),
      'services/gp.yaml:1:8 "title" is empty; write a text',
    ],
    [
      "no check question",
      edit("services/gp.yaml", "check:\n  - is the gp open", "check: []"),
      'services/gp.yaml:5:1 "check" is empty; write at least one question',
    ],
    [
      "a claim that does not exist",
      edit("services/gp.yaml", "claims: [open]", "claims: [opne]"),
      'services/gp.yaml:4:10 there is no claim "opne"',
    ],
    [
      "an answer without a claim",
      edit("services/gp.yaml", "claims: [open]", "claims: []"),
      'services/gp.yaml:4:1 the answer "gp" rests on no claim',
    ],
    [
      "a relation to nothing",
      edit("services/gp.yaml", "check:", "related: [dentist]\ncheck:"),
      'services/gp.yaml:5:11 there is no intent "dentist"',
    ],
    [
      "a relation to itself",
      edit("services/gp.yaml", "check:", "related: [gp]\ncheck:"),
      'services/gp.yaml:5:11 "gp" is related to itself',
    ],
    [
      "a source that does not exist",
      edit("sources.yaml", "source: paper", "source: papers"),
      'sources.yaml:9:13 there is no source "papers"; use one of paper',
    ],
    [
      "a paragraph 0",
      edit("sources.yaml", "paragraph: 3", "paragraph: 0"),
      'sources.yaml:10:16 "claims.open.paragraph" is not a paragraph; count from 1',
    ],
    [
      "a contested claim of nobody",
      edit("sources.yaml", "says: It is open.", "says: It is open.\n    contested: true"),
      'sources.yaml:12:16 the contested claim "open" does not say whose it is',
    ],
    [
      "an address that is none",
      edit("sources.yaml", "https://example.org/news", "example"),
      'sources.yaml:5:10 "sources.paper.url" is not a web address',
    ],
    [
      "a date that is none",
      edit("pack.yaml", "checkedOn: 2026-01-04", "checkedOn: 4 January"),
      'pack.yaml:10:12 "checkedOn" is not a date; write it as 2025-07-25',
    ],
    [
      "a zone that is none",
      edit("pack.yaml", "Europe/London", "Europe/Londinium"),
      'pack.yaml:6:11 "timeZone" is not a time zone',
    ],
    [
      "a status that is none",
      edit("pack.yaml", "confirmed", "maybe"),
      'pack.yaml:9:9 "status" is not a status; use announced, confirmed or called-off',
    ],
    [
      "an end before the start",
      edit("pack.yaml", "2026-01-08T07:00", "2026-01-02T07:00"),
      "pack.yaml:8:6 the end 2026-01-02T07:00 is not after the start",
    ],
    [
      "examples of nothing",
      { "examples/services/dentist.txt": "is my dentist open" },
      'examples/services/dentist.txt:1:1 no intent is called "dentist" in that folder',
    ],
    [
      "an intent without examples",
      { "examples/services/gp.txt": "# voice: nobody\n" },
      'examples/services/gp.txt:1:1 "gp" has no examples',
    ],
    [
      "nothing out of scope",
      { "examples/none.txt": undefined },
      'examples/none.txt:1:1 "none" has no examples',
    ],
    [
      "an example twice",
      { "examples/services/gp.txt": "is my gp open\n\nIs my GP open?" },
      'examples/services/gp.txt:3:1 "Is my GP open?" stands already at examples/services/gp.txt:1; remove one of them',
    ],
    [
      "an example in two places",
      { "examples/none.txt": "is my gp open" },
      'examples/none.txt:1:1 "is my gp open" stands already at examples/services/gp.txt:1; decide',
    ],
    [
      "a tab in an example",
      { "examples/none.txt": "what\tnow" },
      "examples/none.txt:1:5 the line holds a tab or a broken character",
    ],
    [
      "broken UTF-8",
      { "examples/none.txt": "wh\ufffdt now" },
      "examples/none.txt:1:3 the line holds a tab or a broken character",
    ],
    [
      "an example without a word",
      { "examples/services/gp.txt": "is my gp open\n???" },
      "examples/services/gp.txt:2:1 the example holds no word",
    ],
    ["an id in two folders", { "chat/gp.yaml": WHOLE["services/gp.yaml"] }, 'the id "gp" is already that of'],
    ["a file nobody knows", { "notes.txt": "hello" }, "notes.txt:1:1 no such file belongs in a pack"],
    [
      "a choice of one",
      { "clarify/which.yaml": "ask: Which?\noptions: [gp]", "examples/clarify/which.txt": "which" },
      'clarify/which.yaml:2:1 "options" has fewer than two ids',
    ],
    [
      "a choice of nothing",
      { "clarify/which.yaml": "ask: Which?\noptions: [gp, dentist]", "examples/clarify/which.txt": "which" },
      'clarify/which.yaml:2:15 there is no intent "dentist"',
    ],
    [
      "places that nothing answers",
      { "elsewhere.yaml": "other-nations: [wales]" },
      'elsewhere.yaml:1:1 there is no intent "other-nations"; use the file name of an intent, or none',
    ],
  ])("%s", (_, changes, expected) => {
    expect(problemsOf(changes)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });
});

describe("what an answer states, its claims must hold", () => {
  const answer = (text: string) => edit("services/gp.yaml", "It is open.", text);
  const claim = (more: string) => edit("sources.yaml", "says: It is open.", `says: It is open.\n    ${more}`);

  test.each<[string, Record<string, string>, string]>([
    [
      "a number",
      answer("It has 12 rooms."),
      'services/gp.yaml:2:1 "12" is held by none of its claims (open)',
    ],
    ["a sum", { ...answer("It costs £18.63."), ...claim("figures: [£18.62]") }, '"£18.63" is held by none'],
    [
      "a part of a number",
      { ...answer("It is 29 per cent."), ...claim("figures: [28.29 per cent]") },
      '"29 per cent" is held by none',
    ],
    ["a time", { ...answer("It opens at 8am."), ...claim("figures: [7am]") }, '"8am" is held by none'],
    ["a day", answer("It is open on Tuesday."), '"Tuesday" is held by none'],
    ["a number in words", answer("It lasts five days."), '"five" is held by none'],
    ["a person", answer("It is open, says Jane Smith."), '"Jane Smith" is held by none'],
    [
      "an organisation that starts a sentence",
      answer("The Royal College says so."),
      '"Royal College" is held by none',
    ],
    [
      "a swapped attribution",
      { ...answer("It is open, says Jane Smith."), ...claim("attribution: Ann Jones\n    contested: true") },
      'the contested claim "open" is given without Ann Jones; say whose claim it is',
    ],
    [
      "a dropped attribution",
      claim("attribution: A Union (AU)\n    contested: true"),
      'the contested claim "open" is given without A Union (AU)',
    ],
    ["a contraction", answer("It isn't open."), `"isn't" breaks the rules of wording; write it in full`],
    [
      "NHS 111 online for everybody",
      answer("Go to NHS 111 online or call 111."),
      '"Go to NHS 111 online" breaks the rules of wording; add "For a child under 5, call 111."',
    ],
    ["ring", answer("Please ring first."), '"ring" breaks the rules of wording; write "call"'],
    ["should", answer("You should go."), '"should" breaks the rules of wording'],
    ["111 online alone", answer("Go to 111 online."), 'write "NHS 111 online" in full'],
    ["discouragement", answer("Do not go to A&E."), "never discourage anybody from seeking care"],
    ["a sentence too long", answer(`It is ${"very ".repeat(20)}open.`), "a sentence of 23 words"],
    ["too many sentences", answer("It is. It is. It is. It is."), "a paragraph of 4 sentences"],
  ])("%s", (_, changes, expected) => {
    expect(textProblemsOf(changes)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });

  test("what they hold passes, by surname, abbreviation, alias and signpost too", () => {
    const whole = {
      ...answer("The AU says it has 12 rooms. Call 111."),
      ...edit("sources.yaml", "claims:", 'signposts: ["111"]\naliases:\n  A Union (AU): [AU]\nclaims:'),
    };
    whole["sources.yaml"] += '\n    attribution: A Union (AU)\n    contested: true\n    figures: ["12"]';
    expect(textProblemsOf(whole)).toEqual([]);
  });
});

describe("an article is held against the claims", () => {
  const ARTICLE = "One.\n\nTwo.\n\nIt is open at 7am, Jane Smith said.\n";
  const held = (article: string, more: string) => {
    const sources = edit(
      "sources.yaml",
      "published: 2026-01-04",
      `published: 2026-01-04\n    fingerprints:\n      3: ${fingerprintOf("It is open at 7am, Jane Smith said.")}`,
    );
    sources["sources.yaml"] += more;
    return textProblemsOf(sources, article);
  };

  test("as it was read, it passes", () => {
    expect(held(ARTICLE, "\n    figures: [7am]\n    names: [Jane Smith]")).toEqual([]);
  });

  test.each([
    [
      "an edited paragraph",
      ARTICLE.replace("7am", "8am"),
      "",
      /claim|sources\.yaml:\d+:\d+ paragraph 3 is not worded as it was; read it again/,
    ],
    ["a figure that is not there", ARTICLE, "\n    figures: [9am]", /paragraph 3 does not hold "9am"/],
    [
      "a name that is not there",
      ARTICLE,
      "\n    names: [John Smith]",
      /paragraph 3 does not hold "John Smith"/,
    ],
    ["a shorter article", "One.\n", "", /the article has 1 paragraphs, not 3/],
  ])("%s", (_, article, more, expected) => {
    expect(held(article, more).join("\n")).toMatch(expected);
  });
});

test("all problems of all files come at once, in the order of files and lines", () => {
  const problems = problemsOf({
    ...edit("pack.yaml", "status: confirmed\ncheckedOn: 2026-01-04", "status: maybe\ncheckedOn: soon"),
    ...edit("services/gp.yaml", "title: GP", 'title: ""'),
  });
  expect(problems.map((line) => line.split(" ")[0])).toEqual([
    "pack.yaml:9:9",
    "pack.yaml:10:12",
    "services/gp.yaml:1:8",
  ]);
});
