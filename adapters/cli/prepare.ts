/** `prepare`: trains the pack and keeps the result, so that a question costs no training. Part of `npm run build`. */
import { parseArgs } from "node:util";
import { preparePack } from "../../src/index.ts";
import type { Io } from "./io.ts";

export async function prepare(args: string[], { packFolder, notes }: Io): Promise<number> {
  parseArgs({ args, options: {} });
  const file = await preparePack(packFolder);
  notes.write(`Prepared ${packFolder} as ${file}\n`);
  return 0;
}
