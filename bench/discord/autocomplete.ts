/** What it takes to suggest questions for everything that a person types on the way to a real one. */
import { createSuggestions } from "../../adapters/discord/suggest.ts";
import { createAssistant, openPack, SHIPPED_PACK } from "../../src/index.ts";

export type Suggesting = {
  readonly typed: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
};

/** Times in ms, after a warm-up as long as the measurement. */
export async function timeAutocomplete(): Promise<Suggesting> {
  const assistant = createAssistant(await openPack(SHIPPED_PACK));
  const { suggest } = createSuggestions(assistant, () => new Date());
  const typed = Object.values(assistant.pack.intents)
    .flatMap(({ check }) => check)
    .flatMap((question) => Array.from(question, (_, i) => question.slice(0, i + 1)));
  for (const each of typed) suggest(each);
  const times = typed.map((each) => {
    const start = performance.now();
    suggest(each);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!;
  return { typed: typed.length, p50: at(0.5), p99: at(0.99), p999: at(0.999) };
}
