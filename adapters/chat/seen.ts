/** What has been dealt with already, so that a platform that delivers a message twice gets one answer. */
import { LRUCache } from "lru-cache";
import type { Clock } from "./limits.ts";

export type Seen = {
  /** Whether this is the first time that `key` comes by; from then on it is known. */
  first(key: string): boolean;
  /** Forgets a key again, as where the answer could not be delivered and the next delivery is to be answered. */
  forget(key: string): void;
};

/** Remembers up to `most` keys, each for `forMs` milliseconds. */
export function createSeen(most: number, forMs: number, clock: Clock): Seen {
  const keys = new LRUCache<string, true>(remembering(most, forMs, clock));
  return {
    first(key) {
      if (keys.has(key)) return false;
      keys.set(key, true);
      return true;
    },
    forget(key) {
      keys.delete(key);
    },
  };
}

/** Options of a cache that holds `most` entries for `forMs` milliseconds by the adapter's own clock. */
export function remembering(most: number, forMs: number, clock: Clock) {
  return { max: most, ttl: forMs, ttlResolution: 0, perf: { now: () => clock().getTime() } };
}
