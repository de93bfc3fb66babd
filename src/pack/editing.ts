/**
 * What only editors of a pack need. It reads YAML and holds it against schemas, and loading what does so costs more than
 * answering a question does: so it is loaded when it is asked for.
 */
import type { Checked } from "./check.ts";
import type { VoicedExample } from "./voiced-examples.ts";

/**
 * Everything that can be said against the pack in `folder`, held against the text of its article where that is given.
 * @throws the file system's errors where the folder or the article cannot be read.
 */
export async function checkPack(folder: string, articleFile?: string): Promise<Checked> {
  const check = await import("./check.ts");
  return check.checkPack(folder, articleFile);
}

/**
 * A pack's examples with their voices.
 * @throws PackError with every problem of every file.
 * @throws the file system's errors where the folder cannot be read.
 */
export async function readVoicedExamples(folder: string): Promise<VoicedExample[]> {
  const voiced = await import("./voiced-examples.ts");
  return voiced.readVoicedExamples(folder);
}
