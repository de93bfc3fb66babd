/**
 * `npm run bench:discord`: our bot against a bare discord.js echo bot in the same run, what autocomplete takes, and memory
 * over 100,000 messages. `-- --quick` does a tenth of it.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startLoopback, TOKEN } from "../../test/adapters/discord/loopback/server.ts";
import { timeAutocomplete } from "./autocomplete.ts";
import type { Usage } from "./bots.ts";
import { CHANNELS, createLoad } from "./load.ts";

const scale = process.argv.includes("--quick") ? 0.1 : 1;
const ROUNDS = 7;
const MESSAGES_A_ROUND = Math.round(5_000 * scale);
const BURST = 1_000;
const MEMORY_STEP = Math.round(10_000 * scale);
const MEMORY_STEPS = 10;

const say = (line: string) => process.stdout.write(`${line}\n`);
const mb = (bytes: number) => (bytes / 1e6).toFixed(1);

async function startBot(which: "ours" | "echo") {
  const discord = await startLoopback({ remember: false, channels: CHANNELS });
  const script = fileURLToPath(new URL("bots.ts", import.meta.url));
  const bot = fork(script, [which, discord.api, TOKEN], { execArgv: [...process.execArgv, "--expose-gc"] });
  await once(bot, "message");
  return {
    run: createLoad(discord),
    usage: () => usageOf(bot),
    stop() {
      bot.disconnect();
      return discord.stop();
    },
  };
}

async function usageOf(bot: ChildProcess): Promise<Usage> {
  bot.send("usage");
  return (await once(bot, "message"))[0] as Usage;
}

const at = (share: number, numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]!;
const median = (numbers: readonly number[]) => at(0.5, numbers);

async function race(): Promise<void> {
  const bots = { ours: await startBot("ours"), echo: await startBot("echo") };
  const rates: Record<keyof typeof bots, number[]> = { ours: [], echo: [] };
  const cpu: Record<keyof typeof bots, number[]> = { ours: [], echo: [] };
  say(
    `gateway message in to REST reply out, ${ROUNDS} rounds of ${MESSAGES_A_ROUND}, 32 under way at a time`,
  );
  for (let round = -1; round < ROUNDS; round++) {
    // Taking turns at going first, so that neither gains by what the machine does besides.
    const order = round % 2 === 0 ? (["ours", "echo"] as const) : (["echo", "ours"] as const);
    for (const which of order) {
      const before = await bots[which].usage();
      const { perSecond, p50, p99 } = await bots[which].run(MESSAGES_A_ROUND);
      const spent = ((await bots[which].usage()).cpuMs - before.cpuMs) / MESSAGES_A_ROUND;
      // The first round is for warming up.
      if (round < 0) continue;
      rates[which].push(perSecond);
      cpu[which].push(spent);
      say(
        `  ${which.padEnd(5)} ${perSecond.toFixed(0).padStart(5)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   cpu ${spent.toFixed(3)} ms a message`,
      );
    }
  }
  const ratios = rates.ours.map((rate, i) => rate / rates.echo[i]!);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => at(share, ratios).toFixed(2));
  say(`  ours to a bare echo bot: ${middle} (median of ${ROUNDS} rounds, quartiles ${low} and ${high})`);
  say(`  cpu a message: ours ${median(cpu.ours).toFixed(3)} ms, echo ${median(cpu.echo).toFixed(3)} ms`);
  const burst = await bots.ours.run(BURST, { atOnce: BURST, slashEvery: 1 });
  say(`  ${BURST} commands at once: the last but 1 % acknowledged after ${burst.p99.toFixed(0)} ms`);
  await Promise.all([bots.ours.stop(), bots.echo.stop()]);
}

async function memory(): Promise<void> {
  const bot = await startBot("ours");
  say(`memory over ${MEMORY_STEP * MEMORY_STEPS} messages and commands, after collecting garbage`);
  const heaps: number[] = [];
  for (let step = 1; step <= MEMORY_STEPS; step++) {
    await bot.run(MEMORY_STEP, { slashEvery: 10 });
    const { heap, rss } = await bot.usage();
    heaps.push(heap);
    say(`  after ${String(step * MEMORY_STEP).padStart(6)}: heap ${mb(heap)} MB, resident ${mb(rss)} MB`);
  }
  say(`  heap from the first ${MEMORY_STEP} to the last: ${mb(heaps.at(-1)! - heaps[0]!)} MB`);
  await bot.stop();
}

const { typed, p50, p99, most } = await timeAutocomplete();
say(`autocomplete, ${typed} beginnings of questions`);
say(`  p50 ${p50.toFixed(3)} ms   p99 ${p99.toFixed(3)} ms   most ${most.toFixed(3)} ms`);
await race();
await memory();
