/** The command line as a process of its own, built as it ships. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";

export const MAIN = resolve(import.meta.dirname, "../../../dist/adapters/cli/main.js");

export type Ended = { readonly status: number | null; readonly output: string; readonly notes: string };

export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, INTENTS_DIR: "", NO_COLOR: "", ...env },
  });
}

/** Runs it to its end with `input` on standard input. */
export function run(
  args: readonly string[],
  { input = "", env = {} }: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = start(args, env);
  let [output, notes] = ["", ""];
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (notes += chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((done) => child.on("close", (status) => done({ status, output, notes })));
}
