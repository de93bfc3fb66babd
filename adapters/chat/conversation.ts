/**
 * What chat places have in common between a message and its answer: one answer to one message, so many a minute to one
 * person, quiet after "thanks", and a calm sentence where something breaks. Urgent answers pass every limit.
 */
import { LRUCache } from "lru-cache";
import {
  type Answer,
  type Assistant,
  type Context,
  contextOf,
  intentsOf,
  NEW_CONVERSATION,
} from "../../src/index.ts";
import { createAllowance } from "./allowance.ts";
import { type Counts, createCounts, type Silence } from "./counts.ts";
import { type Clock, DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { createSeen, remembering } from "./seen.ts";
import { SLOW_DOWN } from "./wording.ts";

/** Where a message comes from, in ids of the platform's. They stay in memory, for as long as the limits say. */
export type From = {
  /** The same for every delivery of one message, and for no other message; absent where nothing is delivered twice. */
  readonly key?: string | undefined;
  readonly person: string;
  /** The conversation: what is asked next in it may build on what was answered last. */
  readonly thread: string;
};

export type Message = From & { readonly text: string };
export type Choice = From & { readonly intents: readonly string[] };

/** What to do about a message. `text` is plain. */
export type Reply =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "silent"; readonly why: Silence }
  | { readonly kind: "slow-down"; readonly text: string }
  | { readonly kind: "failure"; readonly text: string };

export type Conversations = {
  readonly counts: Counts;
  /** What to reply to a message. Never throws. */
  reply(message: Message): Reply;
  /** What to reply to somebody who chose topics from a list or a button. Ids that the pack does not have fail. */
  choose(choice: Choice): Reply;
  /** What to show of topics that were answered before, as where an answer is shared: outside limits and memory. */
  repeat(intents: readonly string[]): Answer;
  /** Whether this is the first time that `key` comes by, for what is not a message: a vote, a share. */
  first(key: string): boolean;
  /** The reply to the message with this key could not be delivered; its next delivery is to be answered. */
  forget(key: string): void;
};

const THANKS = "thanks";

export function createConversations({
  assistant,
  clock = () => new Date(),
  limits = {},
  onError = () => {},
}: {
  readonly assistant: Assistant;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  /** Told of whatever was thrown while answering. The error may hold what the person wrote: log its name, not more. */
  readonly onError?: (error: unknown) => void;
}): Conversations {
  const most: Limits = { ...DEFAULT_LIMITS, ...limits };
  const counts = createCounts();
  const messages = createSeen(most.messages, most.messagesForMs, clock);
  const threads = new LRUCache<string, Context>(remembering(most.threads, most.threadsForMs, clock));
  const allowed = createAllowance(most.answersPerMinute, most.people, clock);

  const silent = (why: Silence): Reply => {
    counts.silent(why);
    return { kind: "silent", why };
  };

  function respond({ key, person, thread }: From, answerIn: (context: Context) => Answer): Reply {
    if (key !== undefined && !messages.first(key)) return silent("duplicate");
    try {
      const context = threads.get(thread);
      const answer = answerIn(context ?? NEW_CONVERSATION);
      const intents = intentsOf(answer);
      if (answer.kind !== "urgent") {
        if (context && intents.join() === THANKS) return silent("thanked");
        const permission = allowed(person);
        if (permission === "told-already") return silent("told-already");
        if (permission === "used-up") {
          counts.slowedDown();
          return { kind: "slow-down", text: SLOW_DOWN };
        }
      }
      threads.set(thread, contextOf(answer, context));
      counts.answered(answer);
      return { kind: "answer", answer };
    } catch (error) {
      counts.failed("answering");
      onError(error);
      return { kind: "failure", text: assistant.pack.wording.failure };
    }
  }

  const open = (intents: readonly string[]) => assistant.open(intents, clock());

  return {
    counts,
    reply: ({ text, ...from }) =>
      text.trim() === ""
        ? silent("empty")
        : respond(from, (context) => assistant.ask(text, clock(), context)),
    choose: ({ intents, ...from }) => respond(from, () => open(intents)),
    repeat: open,
    first: (key) => messages.first(key),
    forget: (key) => messages.forget(key),
  };
}
