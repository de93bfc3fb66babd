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
export type OpenedPack = Prepared & { readonly wordVectors: WordVectors };

/** Called when a pack has to be trained, which takes seconds. */
export type OnTraining = (examples: number) => void;

/**
 * The pack in `folder`.
 * @throws PackError with every problem of every file.
 * @throws the file system's errors where the folder cannot be read.
 */
export async function openPack(folder: string = SHIPPED_PACK, onTraining?: OnTraining): Promise<OpenedPack> {
  const wordVectors = loadWordVectors();
  const path = preparedPath(folder);
  const prepared = existsSync(path) ? readPrepared(readWhole(path)) : undefined;
  if (prepared) return { ...prepared, wordVectors };
  // Loaded only here: zod and yaml cost more than answering a question does.
  const { trainPack } = await import("./train.ts");
  return { ...trainPack(folder, wordVectors, onTraining), wordVectors };
}

/** Trains the pack in `folder` and keeps the result for later calls of `openPack`. Returns the file. */
export async function preparePack(folder: string = SHIPPED_PACK): Promise<string> {
  const path = preparedPath(folder);
  const { trainPack } = await import("./train.ts");
  const bytes = writePrepared(trainPack(folder, loadWordVectors()));
  mkdirSync(PREPARED_FOLDER, { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** The table of word vectors that ships with the package. */
export function loadWordVectors(): WordVectors {
  return readWordVectors(readFileSync(WORD_VECTORS_FILE));
}

export { PackError, readPackFolder };

const preparedPath = (folder: string) => join(PREPARED_FOLDER, `${fingerprint(folder)}.pack`);

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
