/** The assistant that a command works with. */
import { type Assistant, createAssistant, openPack } from "../../src/index.ts";
import type { Io } from "./io.ts";

export async function openAssistant({ packFolder, notes }: Io): Promise<Assistant> {
  const opened = await openPack(packFolder, (examples) =>
    notes.write(`Learning from ${examples} examples; "npm run build" keeps the result for the next time.\n`),
  );
  return createAssistant(opened);
}
