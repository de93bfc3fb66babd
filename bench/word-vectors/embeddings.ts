/**
 * What the encoder makes of texts, kept in a folder that git ignores, so that only new texts cost time: the texts of
 * `texts.jsonl` (a JSON string a line) and their vectors, in the same order, in `vectors.bin` (32-bit floats).
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { ENCODER_DIMENSIONS, openSentenceEncoder } from "../peers/sentence-encoder.ts";

const BATCH = 16;
const BATCHES_A_NOTE = 256;
const ROW_BYTES = ENCODER_DIMENSIONS * 4;

/** The vectors of `texts`, row by row, in 32-bit floats. */
export async function embed(
  texts: readonly string[],
  cache: string,
  note: (line: string) => void,
): Promise<Float32Array> {
  mkdirSync(cache, { recursive: true });
  const [textFile, vectorFile] = [join(cache, "texts.jsonl"), join(cache, "vectors.bin")];
  const places = knownTexts(textFile, vectorFile);
  const missing = [...new Set(texts)].filter((text) => !places.has(text));
  if (missing.length > 0) {
    note(`${missing.length} of ${texts.length} texts to encode, about 8 ms each`);
    const encode = await openSentenceEncoder();
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const vectors = Float32Array.from((await encode(batch)).flat());
      // Vectors first: where this is interrupted, a text without a vector would be taken for one with it.
      appendFileSync(vectorFile, new Uint8Array(vectors.buffer));
      appendFileSync(textFile, batch.map((text) => `${JSON.stringify(text)}\n`).join(""));
      for (const text of batch) places.set(text, places.size);
      if ((from / BATCH) % BATCHES_A_NOTE === BATCHES_A_NOTE - 1) note(`${from + BATCH} encoded`);
    }
  }
  const bytes = readFileSync(vectorFile);
  const known = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const rows = new Float32Array(texts.length * ENCODER_DIMENSIONS);
  texts.forEach((text, row) => {
    const from = places.get(text)! * ENCODER_DIMENSIONS;
    rows.set(known.subarray(from, from + ENCODER_DIMENSIONS), row * ENCODER_DIMENSIONS);
  });
  return rows;
}

/** The texts kept so far and their places; vectors left over from an interrupted run are cut off. */
function knownTexts(textFile: string, vectorFile: string): Map<string, number> {
  if (!existsSync(textFile) || !existsSync(vectorFile)) return new Map();
  const lines = readFileSync(textFile, "utf8").split("\n").slice(0, -1);
  if (statSync(vectorFile).size !== lines.length * ROW_BYTES)
    truncateSync(vectorFile, lines.length * ROW_BYTES);
  return new Map(lines.map((line, place) => [JSON.parse(line) as string, place]));
}
