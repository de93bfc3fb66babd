/** What to say to a message or an interaction. Knows no network: what it gives back is for `deliver.ts` to send. */
import type { Assistant } from "../../src/index.ts";
import type { Conversations, From, Reply } from "../chat/conversation.ts";
import type { Clock } from "../chat/limits.ts";
import { ABOUT, RATED, SLOW_DOWN } from "../chat/wording.ts";
import type { Heard, Request } from "./read.ts";
import { createSuggestions, type Suggestion } from "./suggest.ts";
import { CANNOT_SHARE, OUTDATED } from "./wording.ts";
import { type Body, createWriter, writeText, writeTopics } from "./write.ts";

/** A message to send. `urgent`: somebody may need help now, so that no limit holds it back. */
export type Said = { readonly body: Body; readonly urgent: boolean };

export type Response =
  | (Said & { readonly kind: "message"; readonly private: boolean })
  | { readonly kind: "choices"; readonly choices: readonly Suggestion[] }
  /** There is nothing to add, but Discord is to know that the press has arrived. */
  | { readonly kind: "acknowledge" };

/** Undefined: nothing is to be sent, because it has been or because silence is the better manners. */
export type Responder = {
  toMessage(heard: Heard): Said | undefined | Promise<Said | undefined>;
  toInteraction(request: Request): Response | undefined | Promise<Response | undefined>;
};

type Heeded = Reply | { readonly kind: "about"; readonly text: string };

export function createResponder({
  assistant,
  conversations,
  clock,
}: {
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly clock: Clock;
}): Responder {
  const { pack } = assistant;
  const { suggest, chosen } = createSuggestions(assistant, clock);
  const write = createWriter();
  const topics = writeTopics(pack);
  const plain = (text: string): Said => ({ body: writeText(text), urgent: false });

  /** A bare mention, or a picture: what can be asked. */
  function introduce(from: From): Heeded {
    if (Object.hasOwn(pack.intents, "help")) return conversations.choose({ ...from, intents: ["help"] });
    return { kind: "about", text: ABOUT.join("\n") };
  }

  function hear(from: From, text: string): Heeded {
    const reply = conversations.reply({ ...from, text });
    return reply.kind === "silent" && reply.why === "empty" ? introduce(from) : reply;
  }

  function say(reply: Exclude<Heeded, { kind: "silent" }>, share: boolean): Said {
    if (reply.kind !== "answer") return plain(reply.text);
    return { body: write(reply.answer, share), urgent: reply.answer.kind === "urgent" };
  }

  /** An interaction must be answered even where a message would be met with silence. */
  function sayAlways(reply: Heeded, share: boolean): Said | undefined {
    if (reply.kind !== "silent") return say(reply, share);
    if (reply.why === "duplicate") return undefined;
    if (reply.why === "thanked")
      return say({ kind: "answer", answer: conversations.repeat(["thanks"]) }, false);
    return plain(SLOW_DOWN);
  }

  function pressed(request: Request & { kind: "press" }): Response | undefined {
    const { action, from, on } = request;
    const hidden = { kind: "message", private: request.private } as const;
    switch (action.do) {
      case "open": {
        const said = sayAlways(conversations.choose({ ...from, intents: action.intents }), request.private);
        return said && { ...hidden, ...said };
      }
      case "helpful":
      case "not-helpful":
        // One voice a person and message, and only for what the pack has: ids come from outside.
        if (
          conversations.first(`rated ${on} ${from.person}`) &&
          action.intents.every((id) => Object.hasOwn(pack.intents, id))
        ) {
          conversations.counts.rated(action.intents, action.do === "helpful");
        }
        return { ...hidden, ...plain(RATED) };
      case "share":
        if (!request.mayWrite) return { ...hidden, ...plain(CANNOT_SHARE) };
        if (!conversations.first(`shared ${on}`)) return { kind: "acknowledge" };
        return {
          kind: "message",
          private: false,
          ...say({ kind: "answer", answer: conversations.repeat(action.intents) }, false),
        };
    }
  }

  return {
    toMessage({ key, person, thread, text }) {
      const reply = hear({ key, person, thread }, text);
      return reply.kind === "silent" ? undefined : say(reply, false);
    },
    toInteraction(request) {
      switch (request.kind) {
        case "suggest":
          return { kind: "choices", choices: suggest(request.typed) };
        case "topics":
          return { kind: "message", private: request.private, body: topics, urgent: false };
        case "outdated":
          return { kind: "message", private: request.private, ...plain(OUTDATED) };
        case "press":
          return pressed(request);
        case "ask": {
          const intent = chosen(request.text);
          const reply = intent
            ? conversations.choose({ ...request.from, intents: [intent] })
            : hear(request.from, request.text);
          const said = sayAlways(reply, request.private);
          return said && { kind: "message", private: request.private, ...said };
        }
      }
    },
  };
}
