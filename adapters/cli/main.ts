#!/usr/bin/env node
/** The command line. Each command is a module of its own, loaded when it is asked for. */
import { packFolder } from "./env.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Exit statuses: done; something is wrong with the pack; the command line itself cannot be used. */
const FAILED = 1;
const UNUSABLE = 2;

const COMMANDS: Readonly<Record<string, () => Promise<(args: string[], io: Io) => Promise<number>>>> = {
  repl: async () => (await import("./repl.ts")).repl,
  ask: async () => (await import("./ask.ts")).ask,
  check: async () => (await import("./check.ts")).check,
  classify: async () => (await import("./classify.ts")).classify,
  confusions: async () => (await import("./confusions.ts")).confusions,
  eval: async () => (await import("./evaluate.ts")).evaluate,
  replies: async () => (await import("./replies.ts")).replies,
  prepare: async () => (await import("./prepare.ts")).prepare,
  slack: async () => (await import("../slack/index.ts")).slack,
  discord: async () => (await import("../discord/index.ts")).discord,
};

async function run([name = "repl", ...args]: string[]): Promise<number> {
  const io: Io = {
    input: process.stdin,
    output: process.stdout,
    notes: process.stderr,
    packFolder: packFolder(),
  };
  // A reader that has gone away (`| head -1`) is no error: the rest is simply not wanted.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : FAILED));
  }
  try {
    if (name === "--help" || name === "-h" || name === "help") return (await import("./help.ts")).help(io);
    if (!Object.hasOwn(COMMANDS, name)) {
      throw new UsageError(`unknown command "${name}"; use ${Object.keys(COMMANDS).join(", ")} or --help`);
    }
    const command = await COMMANDS[name]!();
    return await command(args, io);
  } catch (error) {
    if (error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS")) {
      io.notes.write(`open-as-usual: ${(error as Error).message.split("\n")[0]}\n`);
      return UNUSABLE;
    }
    if ((error as Error).name === "PackError") {
      io.notes.write(`${(error as Error).message}\n`);
      return FAILED;
    }
    if (["ENOENT", "EACCES", "EISDIR", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) {
      io.notes.write(
        `open-as-usual: cannot read ${(error as NodeJS.ErrnoException).path}; name a file or folder that is there\n`,
      );
      return UNUSABLE;
    }
    throw error;
  }
}

process.exitCode = await run(process.argv.slice(2));
