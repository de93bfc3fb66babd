/** From a folder of text files to a trained pack. */
import { createReader } from "../language/reader.ts";
import { createFeatureSpace } from "../match/features.ts";
import { trainModel } from "../match/matcher.ts";
import type { WordVectors } from "../match/word-vectors.ts";
import { trainDetector } from "../urgent/detector.ts";
import { readPackFolder } from "./folder.ts";
import type { Prepared } from "./model-file.ts";
import type { OnTraining } from "./open.ts";
import { parsePack } from "./parse.ts";
import { PackError } from "./problems.ts";
import { CLARIFY, OUT_OF_SCOPE, type Pack } from "./types.ts";

/** A trained pack and the texts of its examples, in the order of training. */
export type Trained = Prepared & { readonly examples: readonly string[] };

/** @throws PackError with every problem of every file. */
export function trainPack(folder: string, wordVectors: WordVectors, onTraining?: OnTraining): Trained {
  const { pack, examples, problems } = parsePack(readPackFolder(folder));
  if (!pack) throw new PackError(folder, problems);
  onTraining?.(examples.length);
  const read = createReader(pack.lexicon);
  const labelled = examples.map(({ text, label }) => ({ words: read(text), label }));
  const model = trainModel(labelled, wordVectors);
  const detector = trainDetector(
    labelled.map(({ words, label }) => ({ words, ...sortOf(label, pack.intents) })),
    createFeatureSpace(model.space, wordVectors),
  );
  return { pack, examples: examples.map(({ text }) => text), model, detector };
}

function sortOf(label: string, intents: Pack["intents"]) {
  const intent = intents[label];
  if (intent?.kind === "urgent") return { urgent: true, kind: label };
  return { urgent: false, kind: intent?.folder ?? (label === OUT_OF_SCOPE ? label : CLARIFY) };
}
