/** The command line's share of the environment. */
import { resolve } from "node:path";
import { SHIPPED_PACK } from "../../src/index.ts";

/** The folder of the pack to use: `INTENTS_DIR`, or the one that ships with the package. */
export function packFolder(env: NodeJS.ProcessEnv = process.env): string {
  const folder = env.INTENTS_DIR?.trim();
  return folder ? resolve(folder) : SHIPPED_PACK;
}

/** Whether the person asked for no colour, on any terminal. */
export function noColour(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(env.NO_COLOR) || env.TERM === "dumb";
}
