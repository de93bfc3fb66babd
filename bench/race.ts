/** Runs trials, each in a process of its own and within a time limit. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Task, Trial } from "./trial.ts";

/** Why there is no result. */
export type Skipped = { readonly skipped: string };

const TRIAL = fileURLToPath(new URL("./trial.ts", import.meta.url));

/** The trial's result, or why there is none. */
export function runTrial(task: Task, limitSeconds: number): Promise<Trial | Skipped> {
  return new Promise((resolve) => {
    const child = fork(TRIAL, [], {
      execArgv: [...process.execArgv, "--expose-gc", "--max-old-space-size=6144"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let result: Trial | Skipped = { skipped: "its process ended without a result" };
    const timer = setTimeout(() => {
      result = { skipped: `not done after ${limitSeconds} s` };
      child.kill("SIGKILL");
    }, limitSeconds * 1000);
    child.on("message", (trial: Trial) => {
      result = trial;
    });
    child.on("error", (error) => {
      result = { skipped: error.message };
    });
    child.on("close", () => {
      clearTimeout(timer);
      resolve(result);
    });
    child.send(task);
  });
}
