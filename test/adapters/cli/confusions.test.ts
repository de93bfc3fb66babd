import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SAID } from "../../match/voices.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "open-as-usual-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FRAME: Readonly<Record<string, string>> = {
  "pack.yaml": `id: winter
title: Winter walkout
staff: clerks
union: A union
nations: [Wales]
timeZone: Europe/London
start: 2026-01-05T07:00
end: null
status: confirmed
checkedOn: 2026-01-04
`,
  "wording.yaml": `notices:
  upcoming: It starts at {start}.
  ended: It ended.
  called-off: It is off.
  date-before: Before.
  date-within: Within.
  date-ends: Ends.
  date-after: After.
clarify: Which one?
confirm: This one?
unknown: [I do not know.]
help: Call 111.
failure: Something went wrong.
`,
  "sources.yaml": `sources:
  paper: { publisher: The Paper, title: News, url: https://example.org/news }
claims: {}
`,
  "lexicon.yaml": "collect: [pick up]\n",
  "elsewhere.yaml": "none: [france]\n",
};

/** A pack of small talk with those labels, of what those voices say. */
function writePack(name: string, voices: readonly string[]): string {
  const pack = join(folder, name);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(pack, path)), { recursive: true });
    writeFileSync(join(pack, path), text);
  };
  for (const [path, text] of Object.entries(FRAME)) put(path, text);
  const said = (label: string) =>
    voices.flatMap((voice) => [`# voice: ${voice}`, ...SAID[voice]![label]!]).join("\n");
  for (const id of ["parcel", "bins"]) {
    put(`chat/${id}.yaml`, `title: ${id}\nanswer: [Yes.]\ncheck: [${id}]\n`);
    put(`examples/chat/${id}.txt`, said(id));
  }
  put("examples/none.txt", said("library"));
  return pack;
}

const env = { INTENTS_DIR: writePack("four-voices", Object.keys(SAID)) };

describe("confusions", () => {
  test("says what share is read right, what is read worst, and which pair collides by which word", async () => {
    const { status, output, notes } = await run(["confusions", "--folds", "4"], { env });
    expect(status).toBe(0);
    expect(output).toMatch(/^29 lines read, held out by voice \(4 voices in 4 folds\): \d+\.\d % right\.\n/);
    expect(output).toMatch(/Read right least:\n {2}(?:bins|parcel|none) /);
    expect(output).toMatch(/ {2}bins -> parcel {2}\(.* % of 12\)\n +collect \d/);
    expect(output).toMatch(/examples\/chat\/bins\.txt:\d+ {2}will they collect\n/);
    expect(notes.match(/Fold \d of 4: learning from \d+ lines to read \d+ others\./g)).toHaveLength(4);
  });

  test("gives an object a pair on request, and no more pairs than asked for", async () => {
    const { status, output } = await run(["confusions", "--json", "--folds", "4", "--top", "1"], { env });
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual({
      label: "bins",
      given: "parcel",
      misread: expect.any(Number),
      of: 12,
      share: expect.any(Number),
      words: expect.arrayContaining([{ word: "collect", pull: expect.any(Number) }]),
      examples: expect.arrayContaining([
        { file: "examples/chat/bins.txt", line: expect.any(Number), voice: "dan", text: "did they collect" },
      ]),
    });
  });

  test("names what only one voice speaks of", async () => {
    const two = writePack("two-voices", ["ada", "ben"]);
    writeFileSync(join(two, "examples/none.txt"), "# voice: ada\nopening hours\n");
    const { status, output } = await run(["confusions", "--folds", "2"], { env: { INTENTS_DIR: two } });
    expect(status).toBe(0);
    expect(output).toMatch(/Left out: 1 more, as no voice outside their fold speaks for none; add examples/);
  });

  test.each([
    ["a number that is none", ["--folds", "many"], /--folds "many" is not a whole number from 2/],
    ["a fold alone", ["--folds", "1"], /--folds "1" is not a whole number from 2/],
    ["no pair", ["--top", "0"], /--top "0" is not a whole number from 1/],
    ["more folds than voices", [], /--folds 5 needs as many voices, and .*four-voices has 4; name fewer/],
    ["an unknown flag", ["--fold", "3"], /--fold/],
    ["a stray word", ["gp"], /gp/],
  ])("refuses %s in one line, with status 2", async (_, args, message) => {
    const { status, output, notes } = await run(["confusions", ...args], { env });
    expect(status).toBe(2);
    expect(output).toBe("");
    expect(notes).toMatch(message);
    expect(notes.trimEnd()).not.toContain("\n");
  });

  test("a broken pack is status 1, with its problems named", async () => {
    const broken = writePack("broken", ["ada", "ben"]);
    writeFileSync(join(broken, "chat/bins.yaml"), "title: Bins\n");
    const { status, output, notes } = await run(["confusions"], { env: { INTENTS_DIR: broken } });
    expect(status).toBe(1);
    expect(output).toBe("");
    expect(notes).toMatch(/chat\/bins\.yaml:1:1 "answer" is missing/);
  });
});
