/** From Discord's events, as JSON, to what a person wants. Pure: ids and text, nothing looked up. */
import {
  type APIInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  type GatewayMessageCreateDispatchData,
  InteractionContextType,
  InteractionType,
  MessageType,
  PermissionFlagsBits,
} from "discord.js";
import { type Action, decodeAction } from "../chat/actions.ts";
import type { From, Message } from "../chat/conversation.ts";
import { ANSWER_THIS, ASK, QUESTION, TOPICS } from "./commands.ts";

/** A question in a channel or a direct message, and what its reply has to hang on. */
export type Heard = Message & { readonly channel: string; readonly message: string };

/** What an interaction asks for. `private`: only the person is to see the reply. */
export type Request =
  | { readonly kind: "ask"; readonly from: From; readonly text: string; readonly private: boolean }
  | { readonly kind: "suggest"; readonly typed: string }
  | { readonly kind: "topics"; readonly private: boolean }
  | {
      readonly kind: "press";
      readonly from: From;
      readonly action: Action;
      /** The message that the button is on. */
      readonly on: string;
      readonly private: boolean;
      /** Whether the person may write in the channel. */
      readonly mayWrite: boolean;
    }
  | { readonly kind: "outdated"; readonly private: boolean };

/** The message as a question to the bot, or undefined where it is none: not to the bot, or not by a person. */
export function readMessage(message: GatewayMessageCreateDispatchData, bot: string): Heard | undefined {
  const { author, type = MessageType.Default, webhook_id, channel_id: channel, guild_id } = message;
  if (author.bot || author.id === bot || webhook_id !== undefined) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  // Answering one of the bot's messages with a ping puts the bot among the mentions, too.
  if (guild_id !== undefined && !message.mentions?.some(({ id }) => id === bot)) return undefined;
  return {
    key: message.id,
    person: author.id,
    thread: guild_id === undefined ? channel : inChannel(channel, author.id),
    text: withoutMention(message.content, bot),
    channel,
    message: message.id,
  };
}

/** What an interaction asks for, or undefined where nothing can be said to it. */
export function readInteraction(interaction: APIInteraction): Request | undefined {
  const person = interaction.member?.user.id ?? interaction.user?.id;
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (person === undefined) return undefined;
  const alone = interaction.context === InteractionContextType.BotDM;
  const hidden = { private: !alone };
  const thread = alone && channel ? channel : inChannel(channel ?? "", person);
  const from: From = { key: interaction.id, person, thread };

  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete: {
      const typed = option(interaction.data.options);
      return { kind: "suggest", typed: typed ?? "" };
    }
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.Message && data.name === ANSWER_THIS) {
        const target: Partial<APIMessage> = data.resolved.messages[data.target_id] ?? {};
        const text = withoutMention(target.content ?? "", interaction.application_id);
        return { kind: "ask", from, text, ...hidden };
      }
      if (data.type === ApplicationCommandType.ChatInput) {
        if (data.name === ASK) return { kind: "ask", from, text: option(data.options) ?? "", ...hidden };
        if (data.name === TOPICS) return { kind: "topics", ...hidden };
      }
      return { kind: "outdated", ...hidden };
    }
    case InteractionType.MessageComponent: {
      const { data, message } = interaction;
      const action =
        data.component_type === ComponentType.StringSelect
          ? decodeAction(`open:${data.values[0] ?? ""}`)
          : decodeAction(data.custom_id);
      if (!action) return { kind: "outdated", ...hidden };
      const mayWrite =
        interaction.member === undefined ||
        writes(interaction.member.permissions, THREADS.includes(interaction.channel?.type));
      return { kind: "press", from, action, on: message.id, mayWrite, ...hidden };
    }
    default:
      return undefined;
  }
}

/** In a channel of many, each person has a conversation of their own with the bot. */
const inChannel = (channel: string, person: string) => `${channel} ${person}`;

/** Every mention of the bot goes: it is an address and no part of the question. */
function withoutMention(content: string, bot: string): string {
  return content.replaceAll(`<@${bot}>`, " ").replaceAll(`<@!${bot}>`, " ").trim();
}

type Options = readonly { readonly name: string; readonly type: number; readonly value?: unknown }[];

function option(options: Options | undefined): string | undefined {
  const given = options?.find(
    ({ name, type }) => name === QUESTION && type === ApplicationCommandOptionType.String,
  );
  return typeof given?.value === "string" ? given.value : undefined;
}

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

function writes(permissions: string, inThread: boolean): boolean {
  const { Administrator, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const any = Administrator | (inThread ? SendMessagesInThreads : SendMessages);
  return (BigInt(permissions) & any) !== 0n;
}
