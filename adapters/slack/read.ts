/** What Slack delivers, read as what was asked and where. Pure; `undefined` is for what is not meant for the bot. */
import type { From } from "../chat/conversation.ts";
import { plainText } from "./mrkdwn.ts";

/** Where a reply goes. */
export type Place =
  /** To everybody in a thread. `mention` is whom an urgent reply is addressed to; absent where nobody else reads. */
  | {
      readonly kind: "thread";
      readonly channel: string;
      readonly thread?: string | undefined;
      readonly mention?: string | undefined;
    }
  /** To one person, where they are. */
  | {
      readonly kind: "private";
      readonly channel: string | undefined;
      readonly person: string;
      readonly responseUrl: string | undefined;
      readonly thread?: string | undefined;
    };

export type Asked = { readonly from: From; readonly place: Place; readonly text: string };

/** As much of a `message` or `app_mention` event as is looked at. */
export type MessageEvent = {
  readonly type: string;
  readonly subtype?: string | undefined;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly edited?: unknown;
  readonly hidden?: boolean;
};

/** Kinds of message that a person writes: with a file, or in a thread and shown in the channel as well. */
const WRITTEN = new Set([undefined, "file_share", "thread_broadcast"]);
const SLACKBOT = "USLACKBOT";

/**
 * A message meant for the bot: a direct message, or one that mentions it. Not its own, not another bot's, no edit, no
 * deletion. A mention comes as `app_mention` and often as `message` too, with one key.
 */
export function readMessage(event: MessageEvent, botUser: string): Asked | undefined {
  const { type, subtype, channel, user, bot_id, text = "", ts, thread_ts } = event;
  if (!channel || !ts || !user || bot_id || user === botUser || user === SLACKBOT) return undefined;
  if (!WRITTEN.has(subtype) || event.hidden || event.edited) return undefined;
  const direct = event.channel_type === "im" || (!event.channel_type && channel.startsWith("D"));
  if (!direct && type !== "app_mention" && !mentions(text, botUser)) return undefined;
  const thread = thread_ts ?? ts;
  return {
    from: {
      key: `${channel}:${ts}`,
      person: user,
      // In a direct message each question starts a thread of its own, yet it is one conversation.
      thread: direct ? channel : `${channel}:${thread}`,
    },
    place: { kind: "thread", channel, thread, mention: direct ? undefined : user },
    text: plainText(text),
  };
}

const mentions = (text: string, botUser: string) =>
  text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`);

export type CommandBody = {
  readonly text?: string;
  readonly user_id: string;
  readonly channel_id?: string;
  readonly response_url?: string;
};

/** A slash command. Slack does not deliver one twice, so it has no key; each is a conversation of its own. */
export function readCommand({ text = "", user_id, channel_id, response_url }: CommandBody): Asked {
  return {
    from: { person: user_id, thread: `command:${user_id}:${channel_id}` },
    place: { kind: "private", channel: channel_id, person: user_id, responseUrl: response_url || undefined },
    text: plainText(text),
  };
}

export type ShortcutBody = {
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
  readonly message?: { readonly text?: string; readonly ts?: string; readonly thread_ts?: string };
  readonly response_url?: string;
};

/** The message shortcut: the text is somebody else's, the answer is for the person who chose it. */
export function readShortcut({ user, channel, message, response_url }: ShortcutBody): Asked {
  return {
    from: { person: user.id, thread: `shortcut:${user.id}:${channel?.id}:${message?.ts}` },
    place: {
      kind: "private",
      channel: channel?.id,
      person: user.id,
      responseUrl: response_url || undefined,
      thread: message?.thread_ts,
    },
    text: plainText(message?.text ?? ""),
  };
}

export type ButtonBody = {
  readonly user: { readonly id: string };
  readonly channel?: { readonly id?: string };
  readonly message?: { readonly ts?: string; readonly thread_ts?: string };
  readonly container?: {
    readonly type?: string;
    readonly channel_id?: string;
    readonly message_ts?: string;
    readonly thread_ts?: string;
    readonly is_ephemeral?: boolean;
  };
  readonly view?: unknown;
  readonly response_url?: string;
  readonly actions?: readonly {
    readonly action_id?: string;
    readonly action_ts?: string;
    readonly value?: string;
  }[];
};

export type PrivatePlace = Extract<Place, { kind: "private" }>;

export type Pressed = {
  readonly from: From;
  readonly place: Place;
  /** Where to tell something to the person who pressed it, and nobody else. */
  readonly aside: PrivatePlace;
  /** The message that the button is on. */
  readonly message: string;
  /** What the button does, for `decodeAction`. */
  readonly encoded: string;
};

/** A button. What was private stays private; App Home has no thread, so the answer goes to the Messages tab. */
export function readButton(body: ButtonBody): Pressed {
  const { user, container, message } = body;
  const channel = body.channel?.id ?? container?.channel_id;
  const ts = message?.ts ?? container?.message_ts;
  const thread = message?.thread_ts ?? container?.thread_ts;
  const action = body.actions?.[0];
  const key = [channel, ts, user.id, action?.action_id, action?.action_ts].join(":");
  const home = channel === undefined && body.response_url === undefined;
  const isPrivate = !home && (container?.is_ephemeral || channel === undefined);
  const direct = channel === undefined || channel.startsWith("D");
  const aside: PrivatePlace = {
    kind: "private",
    channel,
    person: user.id,
    responseUrl: body.response_url || undefined,
    thread,
  };
  const conversation = direct ? (channel ?? user.id) : `${channel}:${thread ?? ts}`;
  return {
    from: {
      key: action?.action_ts === undefined ? undefined : key,
      person: user.id,
      thread: isPrivate ? `private:${user.id}:${channel}` : conversation,
    },
    place: isPrivate
      ? aside
      : {
          kind: "thread",
          channel: channel ?? user.id,
          thread: thread ?? ts,
          mention: direct ? undefined : user.id,
        },
    aside,
    message: `${channel}:${ts}`,
    encoded: action?.value || action?.action_id || "",
  };
}
