import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SHIPPED_PACK } from "../../../src/index.ts";
import { run, start } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "open-as-usual-"));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = ["--at", "2025-07-25T10:00:00+01:00"];
const lines = (text: string) => text.split("\n").filter(Boolean);
const parsed = (text: string) => lines(text).map((line) => JSON.parse(line));

describe("ask", () => {
  test("gives an object a line, in order, as promised", async () => {
    const { status, output, notes } = await run([
      "ask",
      "--json",
      ...AT,
      "is A&E open?",
      "is my GP open?",
      "should I go to my appointment?",
    ]);
    expect(status).toBe(0);
    expect(notes).toBe("");
    const answers = parsed(output);
    expect(answers.map(({ intents }) => intents)).toEqual([["a-and-e"], ["gp"], ["attend-appointment"]]);
    expect(answers.map(({ sources }) => sources[0].paragraph)).toEqual([30, 30, 29]);
    expect(answers[0]).toEqual({
      question: "is A&E open?",
      kind: "answer",
      intents: ["a-and-e"],
      text: expect.stringContaining("NHS England said"),
      confidence: expect.any(Number),
      options: [],
      sources: [
        {
          id: "independent-2025-07-25",
          publisher: "The Independent",
          title: expect.any(String),
          url: expect.stringMatching(/^https:/),
          published: "2025-07-25",
          paragraph: 30,
          attribution: "NHS England",
        },
      ],
      walkout: { status: "under-way", start: "2025-07-25T07:00:00+01:00", end: "2025-07-30T07:00:00+01:00" },
    });
  });

  test("reads questions from standard input, a line each, blank and hostile ones too", async () => {
    const input = Buffer.concat([
      Buffer.from("is 111 working\n\n<@U1> is my gp open\r\n"),
      Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
      Buffer.from("is A&E open"),
    ]);
    const { status, output } = await run(["ask", "--json", ...AT], { input });
    expect(status).toBe(0);
    expect(parsed(output).map(({ kind, intents }) => [kind, ...intents])).toEqual([
      ["answer", "nhs-111"],
      ["unknown"],
      ["answer", "gp"],
      ["unknown"],
      ["answer", "a-and-e"],
    ]);
  });

  test("answers line by line, not at the end", async () => {
    const child = start(["ask", "--json", ...AT]);
    const first = new Promise<string>((done) => child.stdout.once("data", (chunk) => done(String(chunk))));
    child.stdin.write("is A&E open\n");
    expect(JSON.parse(await first).intents).toEqual(["a-and-e"]);
    child.stdin.end();
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
  });

  test("shows its reasoning on request, with an example of that intent", async () => {
    const [answer] = parsed((await run(["ask", "--json", "--why", ...AT, "is the gp open"])).output);
    const { intent, confidence, because } = answer.why[0];
    expect({ intent, confidence }).toEqual({ intent: "gp", confidence: expect.any(Number) });
    const [, nearest] = /nearest example “(.+)” \(\d\.\d\d\)$/.exec(because)!;
    const examples = readFileSync(join(SHIPPED_PACK, "examples", "services", "gp.txt"), "utf8");
    expect(examples.split("\n")).toContain(nearest);
  });

  test("as text it names the source, its date and paragraph", async () => {
    const { output } = await run(["ask", ...AT, "is my gp open"]);
    expect(output).toMatch(/Source: The Independent, 25 July 2025, paragraph 30,\s+https:/);
  });

  test("a reader that goes away ends it quietly", async () => {
    const child = start(["ask", "--json", ...AT]);
    let notes = "";
    child.stderr.on("data", (chunk) => (notes += chunk));
    child.stdin.on("error", () => {});
    child.stdin.end("is A&E open\n".repeat(5_000));
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
    expect(notes).toBe("");
  });
});

describe("what cannot be used is said in one line, with status 2", () => {
  test.each([
    ["an unknown command", ["answer"], /unknown command "answer"; use repl, ask/],
    ["an unknown flag", ["ask", "--jsn", "x"], /--jsn/],
    [
      "a time that is none",
      ["ask", "--at", "tomorrow", "x"],
      /"tomorrow" is not an ISO 8601 time; write it as/,
    ],
    ["an impossible time", ["ask", "--at", "2025-13-45", "x"], /"2025-13-45" is not an ISO 8601 time/],
    ["eval without a file", ["eval"], /eval needs at least one file/],
    ["a file that is not there", ["eval", "no-such.tsv"], /cannot read no-such.tsv/],
    ["a folder for a file", ["eval", folder], /cannot read/],
    ["classify without sets", ["classify"], /classify needs --train <tsv> and --test <tsv>/],
  ])("%s", async (_, args, message) => {
    const { status, output, notes } = await run(args);
    expect(status).toBe(2);
    expect(output).toBe("");
    expect(lines(notes)).toHaveLength(1);
    expect(notes).toMatch(message);
  });
});

test("a broken pack never starts: status 1, and every problem is named", async () => {
  const broken = join(folder, "broken");
  cpSync(SHIPPED_PACK, broken, { recursive: true });
  writeFileSync(join(broken, "services/gp.yaml"), "title: GP\n");
  writeFileSync(join(broken, "lexicon.yaml"), "gp: [\n");
  for (const command of [["ask", "is my gp open"], ["check"], []]) {
    const { status, output, notes } = await run(command, { env: { INTENTS_DIR: broken } });
    expect(status).toBe(1);
    const said = command[0] === "check" ? output : notes;
    expect(said).toMatch(/lexicon\.yaml:\d+:\d+ /);
    expect(said).toMatch(/services\/gp\.yaml:1:1 "answer" is missing; add it/);
    if (command[0] !== "check") expect(output).toBe("");
  }
});

test("classify labels other people's texts", async () => {
  const [train, other] = [join(folder, "train.tsv"), join(folder, "test.tsv")];
  writeFileSync(
    train,
    "play some music\tmusic\nput a song on\tmusic\nset an alarm for six\talarm\nwake me at seven\talarm\n",
  );
  writeFileSync(other, "play a song\tmusic\nset my alarm\talarm\n");
  const { status, output } = await run(["classify", "--json", "--train", train, "--test", other]);
  expect(status).toBe(0);
  expect(parsed(output)).toEqual([
    { label: "music", score: expect.any(Number) },
    { label: "alarm", score: expect.any(Number) },
  ]);
});

test("eval scores a set, lists what was confused, and writes a page without running what is in it", async () => {
  const [set, page] = [join(folder, "set.tsv"), join(folder, "page.html")];
  writeFileSync(set, "is A&E open\ta-and-e\nis my gp open\tdentist\n<b>weather</b>\tnone\n");
  const { status, output } = await run(["eval", set, "--html", page]);
  expect(status).toBe(0);
  expect(output).toMatch(/66\.7 % of 3/);
  expect(output).toMatch(/dentist -> gp {2}is my gp open/);
  const { readFileSync } = await import("node:fs");
  expect(readFileSync(page, "utf8")).toContain("&lt;b&gt;weather");
});

test("check passes on the shipped pack and says so aside", async () => {
  const { status, output, notes } = await run(["check"]);
  expect(status).toBe(0);
  expect(output).toBe("");
  expect(notes).toMatch(/nothing is wrong/);
});

describe("the prompt, through a pipe", () => {
  const talk = async (input: string) => (await run([], { input })).output;

  test("answers, shows why, offers what is next by number, and stops at /quit", async () => {
    const output = await talk(
      "/at 2025-07-25T10:00\nis my gp open\n/why\n1\n/topics\n/sources\n/quit\nis A&E open\n",
    );
    expect(output).toMatch(/GP surgeries will open as usual/);
    expect(output).toMatch(/gp: classifier/);
    expect(output).toMatch(/NHS 111 is available/);
    expect(output).toMatch(/not-covered\n {2}Help with access|Ambulances and 999/);
    expect(output).toMatch(/The Independent, 25 July 2025, paragraphs 1, 2/);
    expect(output).not.toMatch(/A&E will continue to be available during the strike/);
    expect(output).not.toContain("\u001b");
  });

  test.each([
    ["/nonsense", /There is no such command/],
    ["/at never", /is not an ISO 8601 time/],
    ["/why", /Ask something first/],
    ["/help", /\/topics +everything you can ask about/],
  ])("%s", async (line, said) => {
    expect(await talk(`${line}\n`)).toMatch(said);
  });
});
