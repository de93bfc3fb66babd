/** discord.js, set up for a bot that needs little: no privileged intents, and hardly anything kept. */
import { Client, Events, GatewayIntentBits, type Guild, Options, type RESTOptions } from "discord.js";
import type { Shards } from "./env.ts";

export type Connection = {
  readonly api: string;
  readonly shards: Shards;
  readonly rest?: Partial<RESTOptions> | undefined;
};

/**
 * Without the privileged message content, the text is still given of direct messages, of messages that mention the bot or
 * answer it with a ping, and of messages that "Answer this" is used on: all that is asked of the bot.
 */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export function createClient({ api, shards, rest }: Connection): Client {
  const client = new Client({
    intents: INTENTS,
    ...(shards === "auto"
      ? { shards }
      : {
          shards: Array.from({ length: shards.last - shards.first + 1 }, (_, i) => shards.first + i),
          shardCount: shards.of,
        }),
    allowedMentions: { parse: [], repliedUser: false },
    // Everything needed comes with each event, so that nothing grows with the people that ask.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      AutoModerationRuleManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    rest: {
      api,
      version: "10",
      // Each direct message channel has a queue of its own until it is swept.
      handlerSweepInterval: 5 * 60_000,
      invalidRequestWarningInterval: 1_000,
      ...rest,
    },
  });
  keepNothing(client);
  return client;
}

/**
 * Each event brings all that is needed to answer it. Forgetting channels and roles keeps memory from growing with the
 * servers, and discord.js from building its own picture of every message in them.
 */
function keepNothing(client: Client): void {
  const forgetChannel = ({ id, guild }: { id: string; guild: Guild }) => {
    client.channels.cache.delete(id);
    guild.channels.cache.delete(id);
  };
  const forgetServer = (guild: Guild) => {
    for (const id of guild.channels.cache.keys()) client.channels.cache.delete(id);
    guild.channels.cache.clear();
    guild.roles.cache.clear();
  };
  client.on(Events.GuildAvailable, forgetServer);
  client.on(Events.GuildCreate, forgetServer);
  client.on(Events.ChannelCreate, forgetChannel);
  client.on(Events.ThreadCreate, forgetChannel);
}
