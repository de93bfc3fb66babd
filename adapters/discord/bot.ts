/** The bot: discord.js at one end, the responder at the other. */
import {
  type APIInteraction,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  RESTEvents,
  type RESTOptions,
} from "discord.js";
import type { Logger } from "pino";
import type { Assistant } from "../../src/index.ts";
import { type Conversations, createConversations } from "../chat/conversation.ts";
import type { Clock, Limits } from "../chat/limits.ts";
import { findApi } from "./api-url.ts";
import { calm } from "./calm.ts";
import { createClient } from "./client.ts";
import { ConnectionError, connectionError, gatewayError } from "./connection-error.ts";
import { createDelivery, type Patience } from "./deliver.ts";
import type { Settings } from "./env.ts";
import { describe } from "./faults.ts";
import { personLink, serverLink } from "./invite.ts";
import { readInteraction, readMessage } from "./read.ts";
import { registerCommands } from "./register.ts";
import { createResponder, type Responder } from "./respond.ts";

export type Bot = {
  readonly conversations: Conversations;
  /** Connects, and registers the commands. @throws ConnectionError with what to do about it. */
  start(): Promise<void>;
  /** Waits for replies under way, for at most `graceMs`, and disconnects. */
  stop(graceMs?: number): Promise<void>;
  /** Settles when Discord wants no more of this bot, as where its token was replaced. */
  readonly refused: Promise<ConnectionError>;
};

export type BotOptions = {
  readonly assistant: Assistant;
  readonly settings: Omit<Settings, "logLevel">;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  readonly patience?: Patience;
  readonly rest?: Partial<RESTOptions>;
  /** In place of the usual responder, or around it. */
  readonly around?: (responder: Responder) => Responder;
};

export async function createBot(options: BotOptions): Promise<Bot> {
  const {
    assistant,
    settings,
    log,
    clock = () => new Date(),
    limits = {},
    around = (same) => same,
  } = options;
  const conversations = createConversations({
    assistant,
    clock,
    limits,
    onError: couldNotAnswer,
  });
  const { counts } = conversations;
  const responder = calm(
    around(createResponder({ assistant, conversations, clock })),
    assistant.pack.wording.failure,
    (error) => {
      counts.failed("responding");
      couldNotAnswer(error);
    },
  );
  const api = await findApi(settings.api, settings.token);
  const client = createClient({ api, shards: settings.shards, rest: options.rest });
  const underWay = new Set<Promise<void>>();
  let refuse: (error: ConnectionError) => void = () => {};
  const refused = new Promise<ConnectionError>((resolve) => {
    refuse = resolve;
  });
  const delivery = createDelivery({
    rest: client.rest,
    counts,
    log,
    ...(options.patience ? { patience: options.patience } : {}),
    onBadToken: () => refuse(gatewayError(4004, api)),
  });

  function couldNotAnswer(error: unknown): void {
    log.error({ name: (error as Error)?.name }, "could not answer");
  }

  /** Nothing that goes wrong with one event may reach another, nor the process. */
  function handle(work: () => Promise<void> | undefined): void {
    try {
      const done = work()
        ?.catch(unexpected)
        .finally(() => underWay.delete(done!));
      if (done) underWay.add(done);
    } catch (error) {
      unexpected(error);
    }
  }

  function unexpected(error: unknown): void {
    counts.failed("handling");
    log.error(describe(error), "could not handle an event");
  }

  async function hear(message: GatewayMessageCreateDispatchData): Promise<void> {
    const heard = readMessage(message, client.user!.id);
    const said = heard && (await responder.toMessage(heard));
    if (said) await delivery.reply(heard, said);
  }

  async function serve(interaction: APIInteraction): Promise<void> {
    const request = readInteraction(interaction);
    if (!request) return;
    const hidden = request.kind !== "suggest" && request.private;
    await delivery.respond(interaction, hidden, responder.toInteraction(request));
  }

  // The events as they arrive: discord.js holds its own back until every shard is connected, and keeps no direct messages.
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message) => {
    if (client.user) handle(() => hear(message));
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction) => handle(() => serve(interaction)));
  client.on(Events.Error, (error) => log.error(describe(error), "discord.js"));
  client.on(Events.ShardReady, (shard) => log.info({ shard }, "shard connected"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "shard reconnecting"));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, "shard resumed"));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, ...describe(error) }, "shard in trouble"));
  client.on(Events.ShardDisconnect, ({ code }) => refuse(gatewayError(code, api)));
  client.rest.on(RESTEvents.RateLimited, ({ route, method, retryAfter, global }) => {
    counts.failed("rate limited");
    log.warn({ route, method, retryAfter, global }, "rate limited");
  });
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log.error({ count }, "many requests refused"),
  );

  async function register(): Promise<void> {
    const { shards, guild } = settings;
    // Of many processes, one is enough.
    if (shards !== "auto" && shards.first !== 0) return;
    try {
      const outcome = await registerCommands(client.rest, client.application!.id, guild);
      log.info({ outcome, where: guild ? "one server" : "everywhere" }, "commands");
    } catch (error) {
      log.error(
        describe(error),
        'commands could not be registered, so that only mentions and direct messages are answered; check that DISCORD_GUILD_ID, if set, is a server that the bot was invited to with the scope "applications.commands", and that both ways of installing are ticked under Installation at https://discord.com/developers/applications',
      );
    }
  }

  return {
    conversations,
    refused,
    async start() {
      try {
        await Promise.race([
          client.login(settings.token),
          refused.then((error) => {
            throw error;
          }),
        ]);
      } catch (error) {
        await client.destroy().catch(() => {});
        throw error instanceof ConnectionError ? error : connectionError(error, api);
      }
      await register();
      const { id } = client.application!;
      log.info(
        { shards: client.ws.shards.size, inviteToServer: serverLink(id), inviteToPerson: personLink(id) },
        "answering in Discord",
      );
    },
    async stop(graceMs = 5_000) {
      client.ws.removeAllListeners();
      client.removeAllListeners(Events.ShardReconnecting);
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled(underWay), grace]);
      clearTimeout(timer);
      await client.destroy();
    },
  };
}
