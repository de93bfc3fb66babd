/** Where a command reads and writes: results on `output`, everything else on `notes`. */
import type { Readable, Writable } from "node:stream";

export type Io = {
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable & { isTTY?: boolean; columns?: number };
  readonly notes: Writable & { isTTY?: boolean };
  readonly packFolder: string;
};

/** Writes, and waits where the reader is slower than the writer, so that a long stream does not pile up in memory. */
export async function write(to: Writable, text: string): Promise<void> {
  if (!to.write(text)) await new Promise<void>((resolve) => to.once("drain", resolve));
}
