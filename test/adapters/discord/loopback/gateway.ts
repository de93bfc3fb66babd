/** The gateway's half of the loopback Discord: hello, identify, heartbeat, resume with replay, and the ways it ends a session. */
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

export const BOT = { id: "1000000000000000001", username: "open-as-usual", discriminator: "0000", bot: true };
export const GUILD = "2000000000000000001";

type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
};

export type Gateway = {
  /** How often a client has identified, and with what; and how often it has resumed. */
  readonly identifies: {
    readonly token: string;
    readonly intents: number;
    readonly shard: readonly number[];
  }[];
  readonly resumes: string[];
  /** Sends an event to the newest session of a shard; kept for a resume where the socket is gone. */
  dispatch(event: string, data: unknown, shard?: number): void;
  /** Asks the client to reconnect (op 7), as Discord does every so often. */
  reconnect(shard?: number): void;
  /** Says that the session is gone (op 9). */
  invalidate(resumable: boolean, shard?: number): void;
  /** Cuts the connection with a close code. */
  cut(code: number, shard?: number): void;
  close(): void;
};

export type GatewayOptions = {
  /** Close the socket with this code when a client identifies: 4004 for a bad token, 4014 for intents not allowed. */
  readonly refuseIdentify?: number;
  readonly heartbeat: number;
  /** How much is remembered for a resume: a bench needs none of it. */
  readonly remember: boolean;
  /** Ids of the server's text channels, for clients that answer only in channels they know. */
  readonly channels: readonly string[];
};

export function createGateway(server: Server, url: () => string, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions: Session[] = [];
  const identifies: Gateway["identifies"] = [];
  const resumes: string[] = [];
  const newest = (shard: number) => sessions.findLast((session) => session.shard[0] === shard);
  const counters = new Map<string, number>();

  function dispatchTo(session: Session, t: string, d: unknown): void {
    const s = (counters.get(session.id) ?? 0) + 1;
    counters.set(session.id, s);
    if (options.remember) session.sent.push({ s, t, d });
    session.socket?.send(JSON.stringify({ op: 0, s, t, d }));
  }

  sockets.on("connection", (socket) => {
    const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
    let session: Session | undefined;
    socket.on("close", () => {
      if (session?.socket === socket) session.socket = undefined;
    });
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === 1) send(11, null);
      if (op === 2) {
        identifies.push({ token: d.token, intents: d.intents, shard: d.shard });
        if (options.refuseIdentify) return socket.close(options.refuseIdentify);
        session = { id: `session-${sessions.length}`, shard: d.shard ?? [0, 1], sent: [], socket };
        sessions.push(session);
        dispatchTo(session, "READY", ready(session, url()));
        dispatchTo(session, "GUILD_CREATE", guild(options.channels));
      }
      if (op === 6) {
        session = sessions.find(({ id }) => id === d.session_id);
        if (!session) return send(9, false);
        resumes.push(session.id);
        session.socket = socket;
        for (const missed of session.sent.filter(({ s }) => s > d.seq)) {
          socket.send(JSON.stringify({ op: 0, ...missed }));
        }
        dispatchTo(session, "RESUMED", {});
      }
    });
    send(10, { heartbeat_interval: options.heartbeat });
  });

  return {
    identifies,
    resumes,
    dispatch(event, data, shard = 0) {
      const session = newest(shard);
      if (!session) throw new Error(`no session of shard ${shard}`);
      dispatchTo(session, event, data);
    },
    reconnect: (shard = 0) => newest(shard)?.socket?.send(JSON.stringify({ op: 7, d: null })),
    invalidate(resumable, shard = 0) {
      newest(shard)?.socket?.send(JSON.stringify({ op: 9, d: resumable }));
    },
    cut: (code, shard = 0) => newest(shard)?.socket?.close(code),
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function ready({ id, shard }: Session, url: string) {
  return {
    v: 10,
    user: BOT,
    guilds: [{ id: GUILD, unavailable: true }],
    session_id: id,
    resume_gateway_url: url,
    shard,
    application: { id: BOT.id, flags: 0 },
  };
}

function guild(channels: readonly string[]) {
  return {
    id: GUILD,
    name: "Loopback",
    owner_id: "9",
    roles: [{ id: GUILD, name: "@everyone", permissions: "0", position: 0, color: 0, flags: 0 }],
    emojis: [],
    stickers: [],
    features: [],
    members: [],
    channels: channels.map((id, position) => ({
      id,
      type: 0,
      name: `channel-${position}`,
      position,
      permission_overwrites: [],
      nsfw: false,
      parent_id: null,
    })),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    joined_at: "2025-07-01T00:00:00Z",
    premium_tier: 0,
    preferred_locale: "en-GB",
    system_channel_flags: 0,
    verification_level: 0,
    nsfw_level: 0,
  };
}
