/**
 * What words mean, as a table: a word's row is near the rows of words that are used alike. The table was distilled once
 * from a sentence encoder (docs/word-vectors.md) so that the mean of a text's rows comes near what the encoder makes of the
 * whole text; frequent words such as "the" have short rows and so say little.
 */
import { hash } from "./hash.ts";
import { createKeyIndex } from "./sorted-keys.ts";

export type WordVectors = {
  readonly dimensions: number;
  /** The number of a word's row, or -1. */
  rowOf(word: string): number;
  /** Adds a row to `sum`, which has a place for each dimension. */
  addRow(row: number, sum: Float32Array): void;
};

const MAGIC = 0x56574f31;
const HEADER_BYTES = 12;

/**
 * A table from its file: "OWV1" as a 32-bit number, the number of words and of dimensions (32 bits each), the words'
 * hashes (32 bits each, ascending), the scale of each row (32-bit float each), then the rows (8 bits a dimension), little-endian.
 * @throws RangeError where the bytes are no such table.
 */
export function readWordVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MAGIC)
    throw new RangeError("not a table of word vectors");
  const [count, dimensions] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (bytes.byteLength !== HEADER_BYTES + count * (8 + dimensions))
    throw new RangeError("a table of word vectors cut short");
  // Numbers of 32 bits must start at a multiple of 4 in their memory; a file read whole does, a slice of one may not.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const start = byteOffset + HEADER_BYTES;
  const keys = new Uint32Array(buffer, start, count);
  const scales = new Float32Array(buffer, start + count * 4, count);
  const rows = new Int8Array(buffer, start + count * 8, count * dimensions);
  const placeOf = createKeyIndex(keys);

  return {
    dimensions,
    rowOf: (word) => placeOf(hash(word)),
    addRow(row, sum) {
      const scale = scales[row]!;
      const from = row * dimensions;
      for (let i = 0; i < dimensions; i++) sum[i]! += scale * rows[from + i]!;
    },
  };
}

/** The bytes of a table's file. */
export function writeWordVectors(rows: ReadonlyMap<string, ArrayLike<number>>): Uint8Array {
  const dimensions = rows.values().next().value?.length ?? 0;
  const bytes = new Uint8Array(HEADER_BYTES + rows.size * (8 + dimensions));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, rows.size, true);
  view.setUint32(8, dimensions, true);
  const inOrder = [...rows].map(([text, row]) => ({ key: hash(text), row })).sort((a, b) => a.key - b.key);
  inOrder.forEach(({ key, row }, word) => {
    const scale = Math.max(...Array.from(row, Math.abs)) / 127;
    view.setUint32(HEADER_BYTES + word * 4, key, true);
    view.setFloat32(HEADER_BYTES + (rows.size + word) * 4, scale, true);
    const from = HEADER_BYTES + rows.size * 8 + word * dimensions;
    for (let i = 0; i < dimensions; i++)
      view.setInt8(from + i, scale === 0 ? 0 : Math.round(row[i]! / scale));
  });
  return bytes;
}
