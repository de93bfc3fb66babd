/** Labelled sets: a text, a tab and a label on each line. */
import { readFileSync } from "node:fs";
import { UsageError } from "./usage-error.ts";

export type Labelled = { readonly text: string; readonly label: string };

/** @throws UsageError naming the first line that has no tab; the file system's errors where it cannot be read. */
export function readLabelled(file: string): Labelled[] {
  const rows: Labelled[] = [];
  readFileSync(file, "utf8")
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (line.trim() === "") return;
      const tab = line.lastIndexOf("\t");
      if (tab < 0)
        throw new UsageError(`${file}:${i + 1} has no tab; write text, a tab and a label on each line`);
      rows.push({ text: line.slice(0, tab), label: line.slice(tab + 1).trim() });
    });
  return rows;
}
