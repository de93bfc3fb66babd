/** Events as Discord's gateway sends them: what a person did, as JSON. */
import { BOT, GUILD } from "./gateway.ts";

export const CHANNEL = "3000000000000000001";
export const THREAD = "3000000000000000077";
export const DM = "3000000000000000099";
export const PERSON = "4000000000000000001";

let last = 6_000_000_000_000_000_000n;
/** A new id, unlike Discord's in saying nothing about when. */
export const nextId = () => String(++last);

type Told = { readonly person?: string; readonly channel?: string; readonly id?: string };

const user = (id: string) => ({ id, username: `person-${id}`, discriminator: "0", global_name: null });

export function message(content: string, { person = PERSON, channel = CHANNEL, id = nextId() }: Told = {}) {
  return {
    id,
    channel_id: channel,
    guild_id: GUILD,
    author: user(person),
    member: { roles: [], joined_at: "2025-07-01T00:00:00Z", deaf: false, mute: false, flags: 0 },
    content,
    timestamp: "2025-07-26T10:00:00Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [] as object[],
    mention_roles: [] as string[],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
  };
}

/** A message in a server that begins with the bot's mention. */
export function mention(text: string, told: Told = {}) {
  return { ...message(`<@${BOT.id}> ${text}`, told), mentions: [BOT] };
}

/** An answer to one of the bot's messages, sent with a ping: the mention is in the list and not in the text. */
export function pingingReply(text: string, told: Told = {}) {
  const reference = { message_id: nextId(), channel_id: told.channel ?? CHANNEL, guild_id: GUILD, type: 0 };
  return { ...message(text, told), type: 19, mentions: [BOT], message_reference: reference };
}

export function directMessage(text: string, told: Told = {}) {
  const { guild_id: _, member: __, ...rest } = message(text, { channel: DM, ...told });
  return rest;
}

type Where = Told & {
  /** Where it happened: a server with the app, a direct message with it, or elsewhere by a person who installed it. */
  readonly place?: "guild" | "dm" | "elsewhere";
  readonly locale?: string;
  /** The member's permissions in the channel. */
  readonly permissions?: bigint;
};

const EVERY_PERMISSION = (1n << 50n) - 1n;

function interaction(type: number, data: unknown, where: Where) {
  const { person = PERSON, place = "guild", id = nextId(), permissions = EVERY_PERMISSION } = where;
  const channel = where.channel ?? (place === "dm" ? DM : CHANNEL);
  return {
    id,
    application_id: BOT.id,
    type,
    token: `token-${id}`,
    version: 1,
    data,
    channel_id: channel,
    channel: { id: channel, type: place === "dm" ? 1 : 0 },
    ...(place === "guild"
      ? {
          guild_id: GUILD,
          guild: { id: GUILD, locale: "en-GB", features: [] },
          guild_locale: "en-GB",
          member: {
            user: user(person),
            roles: [],
            permissions: String(permissions),
            joined_at: "2025-07-01T00:00:00Z",
            deaf: false,
            mute: false,
            flags: 0,
          },
        }
      : { user: user(person) }),
    locale: where.locale ?? "en-GB",
    app_permissions: "0",
    entitlements: [],
    authorizing_integration_owners: place === "elsewhere" ? { 1: person } : { 0: GUILD },
    context: { guild: 0, dm: 1, elsewhere: 2 }[place],
    attachment_size_limit: 10_485_760,
  };
}

const question = (value: string, focused: boolean) => ({
  id: nextId(),
  name: "ask",
  type: 1,
  options: [{ name: "question", type: 3, value, ...(focused ? { focused } : {}) }],
});

export const slashAsk = (text: string, where: Where = {}) => interaction(2, question(text, false), where);
export const typing = (text: string, where: Where = {}) => interaction(4, question(text, true), where);

export const slashTopics = (where: Where = {}) =>
  interaction(2, { id: nextId(), name: "topics", type: 1 }, where);

export const slash = (name: string, where: Where = {}) =>
  interaction(2, { id: nextId(), name, type: 1 }, where);

/** "Answer this" on somebody's message. */
export function answerThis(text: string, where: Where = {}) {
  const target = message(text, { person: "4000000000000000002" });
  return interaction(
    2,
    {
      id: nextId(),
      name: "Answer this",
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    },
    where,
  );
}

export type Press = Where & { readonly on?: string };

/** A press on a button of one of the bot's messages. */
export function press(customId: string, { on = nextId(), ...where }: Press = {}) {
  return {
    ...interaction(3, { component_type: 2, custom_id: customId, id: 1 }, where),
    message: { ...message("", { id: on }), author: BOT },
  };
}

/** A choice from a list on one of the bot's messages. */
export function choose(customId: string, value: string, { on = nextId(), ...where }: Press = {}) {
  return {
    ...interaction(3, { component_type: 3, custom_id: customId, values: [value], id: 1 }, where),
    message: { ...message("", { id: on }), author: BOT },
  };
}
