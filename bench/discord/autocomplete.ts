/** What it takes to suggest questions for everything that a person types on the way to a real one. */
import { createSuggestions } from "../../adapters/discord/suggest.ts";
import { createAssistant, openPack, SHIPPED_PACK } from "../../src/index.ts";

export type Suggesting = {
  readonly typed: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
};

const REPEATS = 5;

/**
 * Times in ms, after a warm-up. Of each beginning the median of a few is taken, so that what counts is the work that it
 * takes and not what else the machine was doing.
 */
export async function timeAutocomplete(): Promise<Suggesting> {
  const assistant = createAssistant(await openPack(SHIPPED_PACK));
  const { suggest } = createSuggestions(assistant, () => new Date());
  const typed = Object.values(assistant.pack.intents)
    .flatMap(({ check }) => check)
    .flatMap((question) => Array.from(question, (_, i) => question.slice(0, i + 1)));
  for (const each of typed) suggest(each);
  const times = typed.map((each) => {
    const taken = Array.from({ length: REPEATS }, () => {
      const start = performance.now();
      suggest(each);
      return performance.now() - start;
    });
    return taken.sort((a, b) => a - b)[Math.floor(REPEATS / 2)]!;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!;
  return { typed: typed.length, p50: at(0.5), p99: at(0.99), most: at(1) };
}
