/**
 * A prepared pack as one file: its data as JSON and the model's typed arrays, each aligned so that reading it is one read
 * and no copying. The examples' texts are not in it: only who asks why an answer came wants one.
 */
import type { Model } from "../match/matcher.ts";
import type { DetectorData } from "../urgent/detector.ts";
import type { Pack } from "./types.ts";

export type Prepared = {
  readonly pack: Pack;
  readonly model: Model;
  readonly detector: DetectorData;
};

const ARRAYS = { Int8Array, Uint16Array, Uint32Array, Float32Array } as const;
type ArrayName = keyof typeof ARRAYS;
type AnyArray = InstanceType<(typeof ARRAYS)[ArrayName]>;
type Stored = { readonly $array: ArrayName; readonly from: number; readonly length: number };

const ALIGNMENT = 8;
const MAGIC = "OAUPACK1";

/** Changes when the meaning of the file does, so that one made by other code is not read. */
const VERSION = 7;

export function writePrepared(prepared: Prepared): Uint8Array {
  const arrays: { from: number; array: AnyArray }[] = [];
  let size = 0;
  const header = JSON.stringify({ version: VERSION, ...prepared }, (_, value) => {
    const name = (Object.keys(ARRAYS) as ArrayName[]).find((type) => value instanceof ARRAYS[type]);
    if (!name) return value;
    const array = value as AnyArray;
    const stored: Stored = { $array: name, from: size, length: array.length };
    arrays.push({ from: size, array });
    size = aligned(size + array.byteLength);
    return stored;
  });
  const head = Buffer.from(header);
  const start = aligned(MAGIC.length + 4 + head.length);
  const bytes = Buffer.alloc(start + size);
  bytes.write(MAGIC, "latin1");
  bytes.writeUInt32LE(head.length, MAGIC.length);
  head.copy(bytes, MAGIC.length + 4);
  for (const { from, array } of arrays)
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + from);
  return bytes;
}

/** What the file holds; undefined where it was made by another version. `bytes` must start at offset 0 of its buffer. */
export function readPrepared(bytes: Uint8Array): Prepared | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString("latin1", 0, MAGIC.length) !== MAGIC) return undefined;
  const length = buffer.readUInt32LE(MAGIC.length);
  const start = aligned(MAGIC.length + 4 + length);
  const header = JSON.parse(
    buffer.toString("utf8", MAGIC.length + 4, MAGIC.length + 4 + length),
    (_, value) => {
      if (typeof value !== "object" || value === null || !("$array" in value)) return value;
      const stored = value as Stored;
      return new ARRAYS[stored.$array](
        bytes.buffer as ArrayBuffer,
        bytes.byteOffset + start + stored.from,
        stored.length,
      );
    },
  );
  if (header.version !== VERSION) return undefined;
  const { pack, model, detector } = header;
  return { pack, model, detector };
}

const aligned = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
