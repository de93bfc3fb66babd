/**
 * The Slack adapter beside a bare Bolt echo app: events a second from signed HTTP in to `chat.postMessage` out, latency one
 * event at a time, and memory over many events. Both run as processes of their own against the same Slack, in turns, so
 * that what else the machine does falls on both.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { type BenchSlack, startSlack } from "./slack.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 60);
const EVENTS = Number(process.env.EVENTS ?? 200);
const SINGLE = 50;
const AT_ONCE = 16;
const SOAK = Number(process.env.SOAK ?? 100_000);
const WARM = 10_000;

type Probe = { readonly heapUsed: number; readonly rss: number; readonly cpuMs: number };
type Contender = { readonly name: string; readonly port: number; readonly child: ChildProcess };

const here = import.meta.dirname;
const root = join(here, "../..");

async function start(slack: BenchSlack, name: string, args: string[]): Promise<Contender> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--expose-gc", "--require", join(here, "probe.cjs"), ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      SLACK_MODE: "http",
      SLACK_PORT: String(port),
      SLACK_BOT_TOKEN: "xoxb-bench",
      SLACK_SIGNING_SECRET: slack.secret,
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: "error",
    },
  });
  for (let tries = 0; ; tries++) {
    try {
      await slack.mention(port);
      return { name, port, child };
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function probe({ child }: Contender): Promise<Probe> {
  child.send("probe");
  const [answer] = await once(child, "message");
  return answer as Probe;
}

async function burst(slack: BenchSlack, port: number, events: number): Promise<number> {
  slack.refresh();
  let left = events;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await slack.mention(port);
    }),
  );
  return events / ((performance.now() - started) / 1000);
}

async function singles(slack: BenchSlack, port: number): Promise<number[]> {
  slack.refresh();
  const times: number[] = [];
  for (let i = 0; i < SINGLE; i++) times.push(await slack.mention(port));
  return times;
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const quartile = (numbers: readonly number[], q: number) =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length * q) / 4)]!.toFixed(2);
const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const slack = await startSlack();
const ours = await start(slack, "open-as-usual", ["dist/adapters/cli/main.js", "slack"]);
const echo = await start(slack, "bare Bolt echo", ["bench/slack/echo.mjs"]);
const contenders = [ours, echo];
const rates = new Map(contenders.map(({ name }) => [name, [] as number[]]));
const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
const cpu = new Map(contenders.map(({ name }) => [name, [] as number[]]));

for (const { port } of contenders) await burst(slack, port, EVENTS);
for (let round = 0; round < ROUNDS; round++) {
  for (const contender of round % 2 === 0 ? contenders : [...contenders].reverse()) {
    const before = await probe(contender);
    rates.get(contender.name)!.push(await burst(slack, contender.port, EVENTS));
    const after = await probe(contender);
    cpu.get(contender.name)!.push((after.cpuMs - before.cpuMs) / EVENTS);
    times.get(contender.name)!.push(...(await singles(slack, contender.port)));
  }
}
for (const { name } of contenders) {
  const rate = median(rates.get(name)!).toFixed(0);
  const time = median(times.get(name)!).toFixed(2);
  console.log(
    `${name}: ${rate} events/s, ${time} ms one at a time, ${median(cpu.get(name)!).toFixed(3)} ms of CPU an event`,
  );
}
const ratios = rates.get(ours.name)!.map((rate, i) => rate / rates.get(echo.name)![i]!);
console.log(
  `events/s, ours to the echo: ${median(ratios).toFixed(2)} (median of ${ROUNDS} rounds, quartiles ${quartile(ratios, 1)} and ${quartile(ratios, 3)})`,
);
console.log(
  `added at the median: ${(median(times.get(ours.name)!) - median(times.get(echo.name)!)).toFixed(2)} ms`,
);

echo.child.kill();
ours.child.kill();
if (SOAK > 0) {
  const soaked = await start(slack, "open-as-usual", ["dist/adapters/cli/main.js", "slack"]);
  const posts = slack.posts();
  await burst(slack, soaked.port, WARM);
  const warm = await probe(soaked);
  for (let done = WARM; done < SOAK; done += WARM) {
    await burst(slack, soaked.port, WARM);
    const { heapUsed, rss } = await probe(soaked);
    console.log(`after ${done + WARM} events: heap ${mb(heapUsed)} MB, rss ${mb(rss)} MB`);
  }
  const end = await probe(soaked);
  console.log(
    `${slack.posts() - posts} answers to ${SOAK} events; heap after ${WARM}: ${mb(warm.heapUsed)} MB, at the end: ${mb(end.heapUsed)} MB`,
  );
  soaked.child.kill();
}
slack.close();
