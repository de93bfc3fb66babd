/** What ours costs beyond one question on one set: a whole process, more examples, long messages. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readPackFolder, SHIPPED_PACK } from "../src/pack/open.ts";
import { parsePack } from "../src/pack/parse.ts";
import { median, quantile } from "./metrics.ts";

type Engine = typeof import("../src/index.ts");

export type Scaling = {
  readonly nodeMs: number;
  readonly askMs: number;
  /** Matching one question on the shipped pack: reading and ranking, without the answer's wording. */
  readonly matchMedianUs: number;
  readonly matchP99Us: number;
  readonly fewExamples: number;
  readonly fewMedianUs: number;
  readonly manyExamples: number;
  readonly manyMedianUs: number;
  /** The whole answer to an ordinary question. */
  readonly askMedianUs: number;
  readonly long: readonly { readonly kind: string; readonly us: number }[];
};

const CLI = fileURLToPath(new URL("../dist/adapters/cli/main.js", import.meta.url));
const PROCESSES = 31;
const QUESTIONS = 4_000;
const ROUNDS = 5;
const LONG = 10_000;
const LONG_ROUNDS = 51;
const TIMES_MORE = 10;

function processMs(args: readonly string[]): number {
  const started = performance.now();
  execFileSync(process.execPath, args, { stdio: "ignore" });
  return performance.now() - started;
}

/** Microseconds of each call of `run` with each of `inputs`, after a first round that does not count. */
function timesOf<T>(inputs: readonly T[], run: (input: T) => unknown, rounds: number): number[] {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const input of inputs) {
      const started = performance.now();
      run(input);
      if (round > 0) times.push((performance.now() - started) * 1000);
    }
  }
  return times;
}

/** @throws where the product has not been built. */
export async function measureScaling(): Promise<Scaling> {
  const engine: Engine = await import(new URL("../dist/src/index.js", import.meta.url).href);
  const nodeTimes: number[] = [];
  const askTimes: number[] = [];
  // By turns, so that what else the machine does falls on both alike.
  for (let i = 0; i < PROCESSES; i++) {
    nodeTimes.push(processMs(["-e", "0"]));
    askTimes.push(processMs([CLI, "ask", "is A&E open?"]));
  }

  const opened = await engine.openPack();
  const read = engine.createReader(opened.pack.lexicon);
  const { examples } = parsePack(readPackFolder(SHIPPED_PACK));
  const texts = everyNth(
    examples.map(({ text }) => text),
    Math.ceil(examples.length / QUESTIONS),
  );
  const matcher = engine.createMatcher(opened.model, opened.wordVectors);
  const match = timesOf(texts, (text) => matcher.rank(matcher.space.of(read(text))), ROUNDS);

  const few = everyNth(examples, TIMES_MORE);
  const model = engine.trainModel(
    few.map(({ text, label }) => ({ words: read(text), label })),
    opened.wordVectors,
  );
  const fewMatcher = engine.createMatcher(model, opened.wordVectors);
  const fewTimes = timesOf(texts, (text) => fewMatcher.rank(fewMatcher.space.of(read(text))), ROUNDS);

  const assistant = engine.createAssistant(opened);
  const now = new Date("2025-07-26T12:00:00Z");
  const ask = (text: string) => assistant.ask(text, now);
  const longMessages: [kind: string, text: string][] = [
    ["of many questions", fill(`${texts.slice(0, 500).join(" ")} `)],
    ["of one letter", fill("a")],
    ["of signs of chat platforms", fill("<@U012AB3CD> :a: <https://a.b|c> ||`*_~ > ")],
    ["of words that nobody knows", fill(unknownWords())],
    ["of separate questions", fill("is it open? and what about pay, also ")],
  ];
  return {
    nodeMs: median(nodeTimes),
    askMs: median(askTimes),
    matchMedianUs: median(match),
    matchP99Us: quantile(match, 0.99),
    fewExamples: few.length,
    fewMedianUs: median(fewTimes),
    manyExamples: examples.length,
    manyMedianUs: median(match),
    askMedianUs: median(timesOf(texts, ask, 1)),
    long: longMessages.map(([kind, text]) => ({ kind, us: median(timesOf([text], ask, LONG_ROUNDS)) })),
  };
}

const everyNth = <T>(list: readonly T[], n: number) => list.filter((_, i) => i % n === 0);
const fill = (text: string) => text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);
const unknownWords = () =>
  Array.from({ length: 2_000 }, (_, i) => (i * 7_919 + 1_000_003).toString(36)).join(" ");
