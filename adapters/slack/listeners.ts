/** The ways in: mention, direct message, command, shortcut, buttons, App Home. */
import type { App } from "@slack/bolt";
import type { AppHomeOpenedEvent } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Assistant } from "../../src/index.ts";
import { decodeAction } from "../chat/actions.ts";
import type { Conversations } from "../chat/conversation.ts";
import { RATED } from "../chat/wording.ts";
import type { Answering } from "./answering.ts";
import { writeHome } from "./home.ts";
import { type Log, sayError } from "./log.ts";
import type { Outbox } from "./outbox.ts";
import { PROMPTS, PROMPTS_TITLE } from "./prompts.ts";
import {
  type ButtonBody,
  type CommandBody,
  type MessageEvent,
  type Pressed,
  readButton,
  readCommand,
  readMessage,
  readShortcut,
  type ShortcutBody,
} from "./read.ts";
import type { Responder } from "./respond.ts";
import { writeShared, writeText } from "./write.ts";

const NOT_SHARED = "This could not be shared here. Add the app to the channel, then ask again.";

export function listen(
  app: App,
  parts: {
    readonly client: WebClient;
    readonly assistant: Assistant;
    readonly conversations: Conversations;
    readonly answering: Answering;
    readonly outbox: Outbox;
    readonly responder: Responder;
    readonly botUser: string;
    readonly log: Log;
    /** Told when the app was taken out of the workspace. */
    readonly onRemoved: (event: string) => void;
  },
): void {
  const { client, assistant, conversations, answering, outbox, responder, botUser, log } = parts;

  async function hear(event: MessageEvent): Promise<void> {
    const asked = readMessage(event, botUser);
    if (asked) await answering.asked(asked);
  }

  // Whatever the workspace calls the command: Slack delivers only those of the app's own manifest.
  app.command(/./, async ({ ack, body }) => {
    await ack();
    await answering.asked(readCommand(body as CommandBody));
  });

  app.shortcut({ type: "message_action" }, async ({ ack, body }) => {
    await ack();
    await answering.asked(readShortcut(body as ShortcutBody));
  });

  app.action({ type: "block_actions" }, async ({ ack, body }) => {
    await ack();
    const pressed = readButton(body as unknown as ButtonBody);
    const action = decodeAction(pressed.encoded);
    if (!action?.intents.every((id) => Object.hasOwn(assistant.pack.intents, id))) {
      log.warn("a button that does not belong to this version was pressed");
      return;
    }
    switch (action.do) {
      case "open":
        return answering.chosen(pressed.from, pressed.place, action.intents);
      case "share":
        return answering.also(share(pressed, action.intents));
      case "helpful":
      case "not-helpful":
        return answering.also(rate(pressed, action.intents, action.do === "helpful"));
    }
  });

  async function share({ from, aside, message }: Pressed, intents: readonly string[]): Promise<void> {
    const key = `share:${message}:${from.person}:${intents.join()}`;
    if (!conversations.first(key)) return;
    const shared = writeShared(conversations.repeat(intents), from.person);
    const { channel, thread } = aside;
    const done =
      (await responder.toChannel(aside, shared)) ||
      (channel !== undefined && (await outbox.post({ channel, thread }, shared)));
    if (done) return responder.takeAway(aside);
    conversations.forget(key);
    await responder.toPerson(aside, writeText(NOT_SHARED));
  }

  async function rate({ from, aside, message }: Pressed, intents: readonly string[], helpful: boolean) {
    if (!conversations.first(`rated:${message}:${from.person}`)) return;
    conversations.counts.rated(intents, helpful);
    await responder.toPerson(aside, writeText(RATED));
  }

  async function showHome({ user, channel, tab }: AppHomeOpenedEvent): Promise<void> {
    try {
      if (tab === "messages") {
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          title: PROMPTS_TITLE,
          prompts: [...PROMPTS],
        });
      } else {
        await client.views.publish({ user_id: user, view: writeHome(assistant.pack) });
      }
    } catch (error) {
      // A workspace without them is no worse off than before.
      log.warn(`App Home or its prompts could not be set (${sayError(error)})`);
    }
  }

  // One listener for all events: Bolt asks every listener about every event.
  app.event(/./, async ({ event }) => {
    switch (event.type) {
      case "app_mention":
      case "message":
        return hear(event as MessageEvent);
      case "app_home_opened":
        return answering.also(showHome(event));
      case "app_uninstalled":
        return parts.onRemoved(event.type);
      case "tokens_revoked":
        if (event.tokens?.bot?.length) parts.onRemoved(event.type);
    }
  });
}
