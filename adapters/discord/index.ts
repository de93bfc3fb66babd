/** The command `discord`: from the environment to a bot that runs until it is told to stop. */
import type { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { createAssistant, openPack } from "../../src/index.ts";
import { type Bot, createBot } from "./bot.ts";
import { ConnectionError } from "./connection-error.ts";
import { readSettings, SettingsError } from "./env.ts";
import { describe } from "./faults.ts";

const UNUSABLE = 2;

/** Runs the bot. The result is the exit status: 0 after being told to stop, 1 or 2 where it could not go on. */
export async function discord(
  args: string[],
  { notes, packFolder }: { notes: Writable; packFolder: string },
): Promise<number> {
  parseArgs({ args, options: {} });
  let bot: Bot | undefined;
  try {
    const settings = readSettings();
    const log = pino({ level: settings.logLevel, base: { adapter: "discord" } }, notes);
    const opened = await openPack(packFolder, (examples) => log.info({ examples }, "learning the pack"));
    // discord.js trips over events that it does not expect; that must not end the service for everybody else.
    process.on("unhandledRejection", (error) => log.error(describe(error), "not handled"));
    const told = untilTold();
    bot = await createBot({ assistant: createAssistant(opened), settings, log });
    await bot.start();
    const refusal = await Promise.race([told, bot.refused]);
    if (refusal instanceof ConnectionError) throw refusal;
    log.info("stopping");
    await bot.stop();
    return 0;
  } catch (error) {
    if (error instanceof SettingsError) return complain(notes, error.message, UNUSABLE);
    if (!(error instanceof ConnectionError)) throw error;
    await bot?.stop(0);
    return complain(notes, error.message, error.status);
  }
}

function complain(notes: Writable, message: string, status: number): number {
  notes.write(`open-as-usual: ${message}\n`);
  return status;
}

/** Settles when the process is asked to stop: Ctrl-C, or whatever looks after it. A second time ends it at once. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
