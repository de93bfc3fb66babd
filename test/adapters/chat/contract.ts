/** What every chat adapter does, whatever the place: run by each through a harness of its own. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { CountsView } from "../../../adapters/chat/counts.ts";
import type { Limits } from "../../../adapters/chat/limits.ts";
import { SLOW_DOWN } from "../../../adapters/chat/wording.ts";
import type { Answer, Assistant } from "../../../src/index.ts";
import { assistant, everyReply, fallible } from "./shipped.ts";

/** A message as a person sends it. What is left out is new for each message. */
export type Sent = {
  readonly text: string;
  readonly person?: string;
  /** A message with the same key is the same message, delivered again. */
  readonly key?: string;
  readonly thread?: string;
};

export type Shown = {
  /** Plain text, without the place's mark-up. */
  readonly text: string;
  readonly thread: string | undefined;
};

export type ChatHarness = {
  /** Somebody addresses the bot, among others. Resolves when the place has taken it in. */
  send(message: Sent): Promise<void>;
  /** The same, by the bot itself, by another bot, as an edit. */
  sendAs(author: "itself" | "another bot" | "an edit", text: string): Promise<void>;
  /** Everything that the bot has posted so far. */
  shown(): readonly Shown[];
  counts(): CountsView;
  /** Everything that was logged, at the most talkative level. */
  log(): string;
  stop(): Promise<void>;
};

export type OpenHarness = (options: {
  assistant: Assistant;
  limits?: Partial<Limits>;
}) => Promise<ChatHarness>;

/** Waits until `condition` holds. Fails after some seconds. */
export async function eventually(condition: () => boolean, what = "it"): Promise<void> {
  const deadline = Date.now() + 8000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const A_AND_E = "NHS England said A&E will continue to be available during the strike.";
const EMERGENCY = "This could be an emergency. Call 999 now or go to A&E.";

/** @param problemsOf what the place would refuse about a reply */
export function adapterContract(
  name: string,
  open: OpenHarness,
  problemsOf: (answer: Answer) => string[],
): void {
  describe(`${name}, as every chat adapter`, () => {
    let harness: ChatHarness;
    afterEach(() => harness?.stop());
    const start = async (options: Partial<Parameters<OpenHarness>[0]> = {}) => {
      harness = await open({ assistant, ...options });
    };
    const shows = (number: number) => eventually(() => harness.shown().length >= number, `reply ${number}`);
    const texts = () => harness.shown().map(({ text }) => text);

    it("answers a message once, though it is delivered three times", async () => {
      await start();
      for (let i = 0; i < 3; i++) await harness.send({ text: "is A&E open?", key: "7", thread: "7" });
      await harness.send({ text: "when does the strike end?", key: "8" });
      await shows(2);
      expect(texts().filter((text) => text.includes(A_AND_E))).toHaveLength(1);
      expect(texts()).toHaveLength(2);
      expect(harness.counts().silences).toEqual({ duplicate: 2 });
    });

    it("does not listen to itself, to other bots or to edits", async () => {
      await start();
      for (const author of ["itself", "another bot", "an edit"] as const)
        await harness.sendAs(author, "is A&E open?");
      await harness.send({ text: "when does the strike end?" });
      await shows(1);
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).not.toContain(A_AND_E);
    });

    it("stays in the thread that it was asked in", async () => {
      await start();
      await harness.send({ text: "is A&E open?", thread: "41" });
      await harness.send({ text: "is my GP open?", thread: "42" });
      await shows(2);
      expect(new Set(harness.shown().map(({ thread }) => thread))).toEqual(new Set(["41", "42"]));
    });

    it("shows what is urgent and nothing beside it", async () => {
      await start();
      await harness.send({ text: "crushing pain in my chest and sweating, is A&E open?" });
      await shows(1);
      expect(texts()[0]).toContain(EMERGENCY);
      expect(texts()[0]).not.toContain("Source");
    });

    it("asks to slow down once, and still answers what is urgent", async () => {
      await start({ limits: { answersPerMinute: 2 } });
      for (let i = 0; i < 6; i++) await harness.send({ text: "is A&E open?", person: "9" });
      await harness.send({ text: "crushing pain in my chest and sweating", person: "9" });
      await harness.send({ text: "is A&E open?", person: "10" });
      await shows(5);
      expect(texts().filter((text) => text.includes(SLOW_DOWN))).toHaveLength(1);
      expect(texts().filter((text) => text.includes(A_AND_E))).toHaveLength(3);
      expect(texts().filter((text) => text.includes(EMERGENCY))).toHaveLength(1);
      expect(harness.counts().slowedDown).toBe(1);
    });

    it("is quiet after thanks", async () => {
      await start();
      await harness.send({ text: "is A&E open?", thread: "5" });
      await shows(1);
      await harness.send({ text: "thanks", thread: "5" });
      await harness.send({ text: "thank you", thread: "5" });
      await harness.send({ text: "is my GP open?", thread: "5" });
      await shows(2);
      expect(texts()).toHaveLength(2);
    });

    it("says the calm sentence where answering breaks, and counts it", async () => {
      await start({ assistant: fallible("breaks") });
      await harness.send({ text: "this breaks" });
      await shows(1);
      expect(texts()[0]).toContain(assistant.pack.wording.failure);
      expect(harness.counts().failures).toEqual({ answering: 1 });
    });

    it("never logs what people write, nor who they are", async () => {
      await start({ assistant: fallible("breaks"), limits: { answersPerMinute: 3 } });
      const canary = "canary-5f1c";
      for (const text of [
        `${canary} is A&E open?`,
        `${canary} breaks`,
        `${canary} chest pain`,
        `${canary} GP`,
      ]) {
        await harness.send({ text, person: "7654321" });
      }
      await shows(3);
      await harness.stop();
      expect(harness.log()).not.toContain(canary);
      expect(harness.log()).not.toContain("7654321");
    });

    it("never echoes what people write", async () => {
      await start({ limits: { answersPerMinute: 1000 } });
      const marker = "zq7x";
      const hostile = fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom(
          "<!channel>",
          "<@U1|everyone>",
          "@everyone",
          "&lt;script&gt;",
          "*_~`>",
          "\u202e\u0000",
          "](http://x)",
        ),
      );
      let sent = 0;
      await fc.assert(
        fc.asyncProperty(hostile, async (text) => {
          await harness.send({ text: `is A&E open? ${marker}${text}${marker}`, person: String(sent++) });
          await shows(sent);
        }),
        { numRuns: 40 },
      );
      expect(texts().filter((text) => text.includes(marker))).toEqual([]);
    });

    it("has no reply that the place would refuse", () => {
      const problems = [...everyReply()].flatMap(([id, answer]) =>
        problemsOf(answer).map((problem) => `${id}: ${problem}`),
      );
      expect(problems).toEqual([]);
    });
  });
}
