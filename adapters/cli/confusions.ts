/** `confusions`: which intents are taken for which, and by what words, when people speak whom the pack has never met. */
import { parseArgs } from "node:util";
import { confusionsOf, crossValidate, loadWordVectors, readVoicedExamples } from "../../src/index.ts";
import { confusionsTable, summary, toJsonLine } from "./confusions-table.ts";
import { type Io, write } from "./io.ts";
import { UsageError } from "./usage-error.ts";

const FEWEST_FOLDS = 2;

export async function confusions(args: string[], { packFolder, output, notes }: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      folds: { type: "string", default: "5" },
      top: { type: "string", default: "20" },
      json: { type: "boolean" },
    },
  });
  const folds = readCount("--folds", values.folds, FEWEST_FOLDS);
  const top = readCount("--top", values.top, 1);
  const examples = await readVoicedExamples(packFolder);
  const voices = new Set(examples.map(({ voice }) => voice)).size;
  if (folds > voices) {
    throw new UsageError(
      `--folds ${folds} needs as many voices, and ${packFolder} has ${voices}; name fewer, or write examples under more "# voice:" headings`,
    );
  }

  const readings = crossValidate(examples, folds, loadWordVectors(), ({ number, learned, read }) =>
    notes.write(`Fold ${number} of ${folds}: learning from ${learned} lines to read ${read} others.\n`),
  );
  const found = confusionsOf(readings);
  if (values.json) {
    notes.write(`${summary(found, voices, folds)}\n`);
    for (const pair of found.pairs.slice(0, top)) await write(output, `${toJsonLine(pair)}\n`);
  } else {
    await write(output, `${summary(found, voices, folds)}\n\n${confusionsTable(found, top)}\n`);
  }
  return 0;
}

function readCount(flag: string, value: string, least: number): number {
  if (/^\d{1,6}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UsageError(`${flag} "${value}" is not a whole number from ${least}`);
}
