/** `classify`: trains the matcher on any labelled set and labels another, so that it can be measured on other people's data. */
import { parseArgs } from "node:util";
import { createMatcher, createReader, loadWordVectors, trainModel } from "../../src/index.ts";
import { type Io, write } from "./io.ts";
import { readLabelled } from "./labelled.ts";
import { UsageError } from "./usage-error.ts";

export async function classify(args: string[], { output, notes }: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { train: { type: "string" }, test: { type: "string" }, json: { type: "boolean" } },
  });
  if (!values.train || !values.test) throw new UsageError("classify needs --train <tsv> and --test <tsv>");
  const [train, test] = [readLabelled(values.train), readLabelled(values.test)];
  if (train.length === 0) throw new UsageError(`${values.train} holds no example; give at least one line`);

  const read = createReader();
  const wordVectors = loadWordVectors();
  const started = performance.now();
  const model = trainModel(
    train.map(({ text, label }) => ({ words: read(text), label })),
    wordVectors,
  );
  const seconds = (performance.now() - started) / 1000;
  notes.write(
    `Trained on ${train.length} examples of ${model.labels.length} labels in ${seconds.toFixed(1)} s.\n`,
  );

  const matcher = createMatcher(model, wordVectors);
  for (const { text } of test) {
    const { label, confidence } = matcher.rank(matcher.space.of(read(text)))[0]!;
    const score = Math.round(confidence * 10_000) / 10_000;
    await write(output, values.json ? `${JSON.stringify({ label, score })}\n` : `${label}\t${score}\n`);
  }
  return 0;
}
