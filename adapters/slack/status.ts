/** "is looking that up…" under the person's message, where an answer takes its time and the workspace shows such things. */
import type { WebClient } from "@slack/web-api";
import type { Target } from "./outbox.ts";

const STATUS = "is looking that up…";
/** Most answers are there sooner; a status that flickers helps nobody. */
const AFTER_MS = 300;
/** Where it was refused, it is not tried again for so long. */
const PAUSE_MS = 10 * 60_000;

export type Status = {
  /** Shows that the bot is working for as long as `work` takes, if it takes long. */
  during<T>(target: Target, work: Promise<T>): Promise<T>;
};

export function createStatus(client: WebClient): Status {
  let notBefore = 0;

  async function set({ channel, thread }: Target, status: string): Promise<void> {
    if (thread === undefined || Date.now() < notBefore) return;
    try {
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
    } catch {
      notBefore = Date.now() + PAUSE_MS;
    }
  }

  return {
    async during(target, work) {
      let shown: Promise<void> | undefined;
      const timer = setTimeout(() => {
        shown = set(target, STATUS);
      }, AFTER_MS);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
        // Slack takes it away by itself when a message comes, but it may have overtaken ours.
        if (shown) void shown.then(() => set(target, ""));
      }
    },
  };
}
