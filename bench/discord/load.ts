/** Messages in at the gateway, replies out at REST: so many under way at a time, each timed. */
import { mention, slashAsk } from "../../test/adapters/discord/loopback/events.ts";
import type { Call, Loopback } from "../../test/adapters/discord/loopback/server.ts";

export const CHANNELS = Array.from({ length: 50 }, (_, i) => String(3_000_000_000_000_001_000n + BigInt(i)));
/** More people than any list of them holds, so that such lists are full and turn over. */
const PEOPLE = 20_000;

const QUESTIONS = [
  "is A&E open?",
  "will my operation go ahead on tuesday",
  "can I see my GP this week",
  "when does the strike end",
  "why are the doctors striking",
  "is my hospital appointment cancelled?",
  "do I still come in for my scan",
  "what has the government offered them",
  "are pharmacies open",
  "whats the weather like",
];

export type Run = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** Sends `messages` messages, `atOnce` of them under way at a time; every `slashEvery`th as a command. Times in ms. */
export function createLoad(discord: Loopback) {
  let sent = 0;
  const waiting = new Map<string, number>();
  let onReply: (took: number) => void = () => {};
  discord.onCall(({ path, body, at }: Call) => {
    const id = path.endsWith("/callback") ? path.split("/")[2] : body?.message_reference?.message_id;
    const since = id && waiting.get(id);
    if (!since) return;
    waiting.delete(id);
    onReply(at - since);
  });

  function send(slashEvery: number): void {
    const text = QUESTIONS[sent % QUESTIONS.length]!;
    const told = {
      person: String(4_000_000_000_000_000_000n + BigInt(sent % PEOPLE)),
      channel: CHANNELS[sent % CHANNELS.length]!,
    };
    const slash = slashEvery > 0 && sent % slashEvery === 0;
    const event = slash ? slashAsk(text, told) : mention(text, told);
    sent++;
    waiting.set(event.id, performance.now());
    discord.dispatch(slash ? "INTERACTION_CREATE" : "MESSAGE_CREATE", event);
  }

  return (messages: number, { atOnce = 32, slashEvery = 0 } = {}): Promise<Run> =>
    new Promise((resolve) => {
      const times: number[] = [];
      let left = messages;
      const start = performance.now();
      const next = () => {
        if (left-- > 0) send(slashEvery);
      };
      onReply = (took) => {
        times.push(took);
        if (times.length < messages) return next();
        times.sort((a, b) => a - b);
        const at = (share: number) => times[Math.floor(share * (times.length - 1))]!;
        resolve({
          perSecond: messages / ((performance.now() - start) / 1000),
          p50: at(0.5),
          p99: at(0.99),
        });
      };
      for (let i = 0; i < atOnce; i++) next();
    });
}
