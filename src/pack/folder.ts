/** The files of a pack's folder. The only place that reads `intents/`. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of a pack: its path within the folder, with forward slashes, and its content. */
export type PackFile = { readonly path: string; readonly text: string };

/** A byte that is no UTF-8 becomes U+FFFD, which the readers report. */
export function readPackFolder(folder: string): PackFile[] {
  return packPaths(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** A name for the folder's content: it changes when any file does, and is the same on every machine. */
export function fingerprint(folder: string): string {
  const digest = createHash("sha256");
  for (const path of packPaths(folder)) {
    const bytes = readFileSync(join(folder, path));
    digest.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return digest.digest("hex").slice(0, 32);
}

function packPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|txt)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[\\/]+/, "")
        .replaceAll("\\", "/"),
    )
    .sort();
}
