/** How many answers a person may have in a minute. */
import { LRUCache } from "lru-cache";
import type { Clock } from "./limits.ts";
import { remembering } from "./seen.ts";

/** `told-already` is for whoever asks on after having been told. */
export type Permission = "granted" | "used-up" | "told-already";

const WINDOW_MS = 60_000;

/** A window of a minute a person, starting with the first answer. Remembers up to `people` of them. */
export function createAllowance(answersPerMinute: number, people: number, clock: Clock) {
  const windows = new LRUCache<string, { used: number; told: boolean }>(
    remembering(people, WINDOW_MS, clock),
  );
  return (person: string): Permission => {
    let window = windows.get(person);
    if (!window) {
      window = { used: 0, told: false };
      windows.set(person, window);
    }
    if (window.used < answersPerMinute) {
      window.used++;
      return "granted";
    }
    if (window.told) return "told-already";
    window.told = true;
    return "used-up";
  };
}
