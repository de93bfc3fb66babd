/** From a folder of text files to a trained pack. */
import { createReader } from "../language/reader.ts";
import { createFeatureSpace } from "../match/features.ts";
import { trainModel } from "../match/matcher.ts";
import type { WordVectors } from "../match/word-vectors.ts";
import { trainDetector } from "../urgent/detector.ts";
import { readPackFolder } from "./folder.ts";
import type { OnTraining, OpenedPack } from "./open.ts";
import { parsePack } from "./parse.ts";
import { PackError } from "./problems.ts";

/** @throws PackError with every problem of every file. */
export function trainPack(
  folder: string,
  wordVectors: WordVectors,
  onTraining?: OnTraining,
): Omit<OpenedPack, "wordVectors"> {
  const { pack, examples, problems } = parsePack(readPackFolder(folder));
  if (!pack) throw new PackError(folder, problems);
  onTraining?.(examples.length);
  const read = createReader(pack.lexicon);
  const labelled = examples.map(({ text, label }) => ({ words: read(text), label }));
  const model = trainModel(labelled, wordVectors);
  const detector = trainDetector(
    labelled.map(({ words, label }) => ({ words, urgent: pack.intents[label]?.kind === "urgent" })),
    createFeatureSpace(model.space, wordVectors),
  );
  return { pack, examples: examples.map(({ text }) => text), model, detector };
}
