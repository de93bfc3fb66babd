/** `check`: everything wrong with the pack, a line a problem. Status 1 if there is anything. */
import { parseArgs } from "node:util";
import { checkPack, formatProblem } from "../../src/index.ts";
import type { Io } from "./io.ts";

export async function check(args: string[], { packFolder, output, notes }: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { article: { type: "string" } } });
  const { problems, counts } = await checkPack(packFolder, values.article);
  for (const problem of problems) output.write(`${formatProblem(problem)}\n`);
  if (problems.length > 0) return 1;
  notes.write(
    `${packFolder}: ${counts.intents} intents, ${counts.claims} claims, ${counts.examples} examples; nothing is wrong.\n`,
  );
  return 0;
}
