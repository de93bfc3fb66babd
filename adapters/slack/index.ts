/** `slack`: answers in Slack until it is told to stop. `slack manifest` prints the manifest that creates the app. */
import type { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { createAssistant, openPack } from "../../src/index.ts";
import { ConfigError, slackConfig } from "./env.ts";
import { createLog, sayError } from "./log.ts";
import { createManifest } from "./manifest.ts";
import { startSlack } from "./start.ts";

const FAILED = 1;
const UNUSABLE = 2;

export async function slack(
  args: string[],
  { packFolder, output, notes }: { packFolder: string; output: Writable; notes: Writable },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: "string" } },
  });
  try {
    if (positionals[0] === "manifest") {
      output.write(`${JSON.stringify(createManifest(readUrl(values.url)), null, 2)}\n`);
      return 0;
    }
    if (positionals.length > 0) {
      throw new ConfigError([
        `unknown argument "${positionals[0]}"; use manifest, or nothing to start the bot`,
      ]);
    }
    return await run(packFolder, notes);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) notes.write(`open-as-usual: ${problem}\n`);
    return UNUSABLE;
  }
}

async function run(packFolder: string, notes: Writable): Promise<number> {
  const config = slackConfig();
  const log = createLog(config.logLevel, notes);
  const assistant = createAssistant(await openPack(packFolder));
  let bot: Awaited<ReturnType<typeof startSlack>>;
  try {
    bot = await startSlack({ config, assistant, log });
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    notes.write(
      `open-as-usual: cannot reach Slack at ${config.apiUrl} (${sayError(error)}); check SLACK_API_URL and the network\n`,
    );
    return FAILED;
  }
  const signal = new Promise<undefined>((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => resolve(undefined));
  });
  const why = await Promise.race([bot.ended, signal]);
  if (why !== undefined) notes.write(`open-as-usual: ${why}\n`);
  await bot.stop();
  // Connections that a server keeps alive would keep the process alive too.
  setImmediate(() => process.exit());
  return why === undefined ? 0 : FAILED;
}

function readUrl(url: string | undefined): URL | undefined {
  if (url === undefined) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:") {
    throw new ConfigError([
      `--url is "${url}"; write the address that Slack can reach, starting with https://`,
    ]);
  }
  return parsed;
}
