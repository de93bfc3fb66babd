/** One peer on one set, measured in a process of its own: started by `race.ts` with what to do as a message. */
import type { DataSet } from "./data.ts";
import type { Predict, Prediction, Row } from "./peer.ts";
import { PEERS } from "./peers/index.ts";

export type Task = { readonly peer: string; readonly set: DataSet };

export type Trial = {
  readonly trainSeconds: number;
  readonly predictions: readonly Prediction[];
  readonly validation: readonly Prediction[];
  /** Of each test text, in microseconds. */
  readonly times: readonly number[];
  /** What the trained peer holds in memory, in megabytes, of heap and of array buffers. */
  readonly heldMegabytes: number;
  /** The most memory the process had, in megabytes, the set and Node itself included. */
  readonly peakMegabytes: number;
};

const MEGABYTE = 1024 * 1024;
/** Training texts of all kinds are asked before the clock runs, for the just-in-time compiler: so many, or for so long. */
const WARM_UP = 3_000;
const WARM_UP_MS = 5_000;

async function predictAll(predict: Predict, rows: readonly Row[]) {
  const predictions: Prediction[] = [];
  const times: number[] = [];
  for (const { text } of rows) {
    const started = performance.now();
    const answer = predict(text);
    // Waiting for what is there already would cost more than some peers take.
    const prediction = answer instanceof Promise ? await answer : answer;
    times.push((performance.now() - started) * 1000);
    predictions.push(prediction);
  }
  return { predictions, times };
}

async function warmUp(predict: Predict, rows: readonly Row[]): Promise<void> {
  const until = performance.now() + WARM_UP_MS;
  const step = Math.max(1, Math.floor(rows.length / WARM_UP));
  for (let i = 0; i < WARM_UP && performance.now() < until; i++)
    await predict(rows[(i * step) % rows.length]!.text);
}

function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MEGABYTE;
}

async function run({ peer: name, set }: Task): Promise<Trial> {
  const before = held();
  const peer = await PEERS[name]!();
  const started = performance.now();
  const predict = await peer.train(set.train, set.lexicon);
  const trainSeconds = (performance.now() - started) / 1000;
  const heldMegabytes = held() - before;
  await warmUp(predict, set.train);
  const { predictions, times } = await predictAll(predict, set.test);
  const validation = (await predictAll(predict, set.validation)).predictions;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { trainSeconds, predictions, validation, times, heldMegabytes, peakMegabytes };
}

process.once("message", async (task: Task) => {
  const trial = await run(task);
  process.send!(trial, () => process.disconnect());
});
