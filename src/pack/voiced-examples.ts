/** A pack's examples as its matcher learns them, each with its voice and its place, for measuring by voice. */
import { createReader } from "../language/reader.ts";
import type { VoicedWords } from "../match/cross-validate.ts";
import type { PlacedExample } from "./examples-file.ts";
import { readPackFolder } from "./folder.ts";
import { parsePack } from "./parse.ts";
import { PackError } from "./problems.ts";

export type VoicedExample = PlacedExample & VoicedWords;

/**
 * @throws PackError with every problem of every file.
 * @throws the file system's errors where the folder cannot be read.
 */
export function readVoicedExamples(folder: string): VoicedExample[] {
  const { pack, examples, problems } = parsePack(readPackFolder(folder));
  if (!pack) throw new PackError(folder, problems);
  const read = createReader(pack.lexicon);
  return examples.map((example) => ({ ...example, words: read(example.text) }));
}
