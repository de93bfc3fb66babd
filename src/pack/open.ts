/** From a folder to a pack that is ready to answer: prepared beforehand where it can be, read and trained where not. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readWordVectors, type WordVectors } from "../match/word-vectors.ts";
import { fingerprint, readPackFolder } from "./folder.ts";
import { type Prepared, readPrepared, writePrepared } from "./model-file.ts";
import { PackError } from "./problems.ts";

/** The folder that holds package.json, whether this runs from the sources or from what they were compiled to. */
export const PACKAGE_ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));
/** The pack that ships with the package. */
export const SHIPPED_PACK = join(PACKAGE_ROOT, "intents");
const PREPARED_FOLDER = join(PACKAGE_ROOT, "dist", "prepared");
const WORD_VECTORS_FILE = join(PACKAGE_ROOT, "src", "match", "word-vectors.bin");

/** A pack with everything that was learned from its examples. */
export type OpenedPack = Prepared & {
  /** The text of an example, by its place in the order of training. */
  readonly exampleAt: (place: number) => string;
  readonly wordVectors: WordVectors;
};

/** Called when a pack has to be trained, which takes seconds. */
export type OnTraining = (examples: number) => void;

/**
 * The pack in `folder`.
 * @throws PackError with every problem of every file.
 * @throws the file system's errors where the folder cannot be read.
 */
export async function openPack(folder: string = SHIPPED_PACK, onTraining?: OnTraining): Promise<OpenedPack> {
  const wordVectors = loadWordVectors();
  const { model, texts } = preparedPaths(folder);
  const prepared = existsSync(model) && existsSync(texts) ? readPrepared(readWhole(model)) : undefined;
  if (prepared) return { ...prepared, exampleAt: linesOf(texts), wordVectors };
  // Loaded only here: zod and yaml cost more than answering a question does.
  const { trainPack } = await import("./train.ts");
  const { examples, ...trained } = trainPack(folder, wordVectors, onTraining);
  return { ...trained, exampleAt: (place) => examples[place]!, wordVectors };
}

/** Trains the pack in `folder` and keeps the result for later calls of `openPack`. Returns the file of the model. */
export async function preparePack(folder: string = SHIPPED_PACK): Promise<string> {
  const { model, texts } = preparedPaths(folder);
  const { trainPack } = await import("./train.ts");
  const { examples, ...prepared } = trainPack(folder, loadWordVectors());
  mkdirSync(PREPARED_FOLDER, { recursive: true });
  writeFileSync(texts, examples.join("\n"));
  writeFileSync(model, writePrepared(prepared));
  return model;
}

/** The table of word vectors that ships with the package. */
export function loadWordVectors(): WordVectors {
  return readWordVectors(readFileSync(WORD_VECTORS_FILE));
}

export { PackError, readPackFolder };

/** Where a prepared pack is kept: by the fingerprint of the folder it was made from, so that a changed one is not found. */
function preparedPaths(folder: string) {
  const path = join(PREPARED_FOLDER, fingerprint(folder));
  return { model: `${path}.pack`, texts: `${path}.txt` };
}

/** The lines of a file, which is read when one is first asked for: answering a question asks for none. */
function linesOf(path: string): (place: number) => string {
  let lines: string[] | undefined;
  return (place) => {
    lines ??= readFileSync(path, "utf8").split("\n");
    return lines[place]!;
  };
}

/** A file in a buffer of its own: small ones would otherwise share one, at an offset that typed arrays cannot start at. */
function readWhole(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes.byteOffset === 0 ? bytes : new Uint8Array(bytes);
}

function packageRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json in ${from} or above it`);
  }
}
