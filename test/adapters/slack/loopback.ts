/** A Slack on this machine: enough of the Web API, Socket Mode and signed HTTP for the real Bolt to work against. */
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

export const BOT = "U0BOT";
export const BOT_ID = "B0BOT";
export const TEAM = "T0TEAM";
export const SIGNING_SECRET = "a-signing-secret";
export const BOT_TOKEN = "xoxb-loopback-token";
export const APP_TOKEN = "xapp-loopback-token";

export type Call = { readonly method: string; readonly args: Record<string, unknown>; readonly at: number };
/** What a method answers instead of its usual; `drop` closes the connection after the call has been taken in. */
export type Twist = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: object | string;
  readonly drop?: boolean;
  readonly delayMs?: number;
  /** Whether the call counts as done all the same. */
  readonly done?: boolean;
};

export type Loopback = Awaited<ReturnType<typeof startLoopback>>;

export async function startLoopback() {
  const calls: Call[] = [];
  const posts: Record<string, unknown>[] = [];
  const responses: Record<string, unknown>[] = [];
  const acks: Record<string, unknown>[] = [];
  const twists = new Map<string, Twist[]>();
  const sockets = new Set<WebSocket>();
  let greeting: "hello" | "nothing" = "hello";
  let clock = 1_753_430_400;

  const server = createServer((request, response) => void serve(request, response));
  const websockets = new WebSocketServer({ server, path: "/socket" });
  websockets.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data) => acks.push(JSON.parse(String(data))));
    if (greeting === "hello") socket.send(JSON.stringify({ type: "hello", num_connections: sockets.size }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    if (request.url === "/respond") {
      const twist = twists.get("respond")?.shift();
      if (twist) return void response.writeHead(twist.status ?? 500).end();
      responses.push(JSON.parse(text));
      return void response.end("ok");
    }
    const method = request.url?.replace("/api/", "") ?? "";
    const args = parseForm(text);
    calls.push({ method, args, at: Date.now() });
    const twist = twists.get(method)?.shift();
    if (twist?.delayMs) await new Promise((resolve) => setTimeout(resolve, twist.delayMs));
    if (!twist || twist.done || (twist.delayMs && !twist.status && !twist.body)) {
      if (method === "chat.postMessage") posts.push({ ...args, user: BOT, bot_id: BOT_ID, ts: nextTs() });
    }
    if (twist?.drop) return void request.socket.destroy();
    const body = twist?.body ?? usual(method, args);
    response.writeHead(twist?.status ?? 200, { "content-type": "application/json", ...twist?.headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  }

  function usual(method: string, args: Record<string, unknown>): object {
    switch (method) {
      case "auth.test":
        return {
          ok: true,
          url: base,
          team: "Team",
          user: "bot",
          team_id: TEAM,
          user_id: BOT,
          bot_id: BOT_ID,
        };
      case "apps.connections.open":
        return { ok: true, url: `ws://127.0.0.1:${port}/socket?ticket=${randomUUID()}` };
      case "chat.postMessage":
        return { ok: true, channel: args.channel, ts: nextTs(), message: {} };
      case "conversations.replies":
        return { ok: true, messages: posts.filter(({ thread_ts }) => thread_ts === args.ts) };
      default:
        return { ok: true };
    }
  }

  const nextTs = () => `${clock++}.000100`;

  /** Over Socket Mode. Resolves once it is on its way. */
  function push(
    type: "events_api" | "slash_commands" | "interactive",
    payload: object,
    retry?: number,
  ): string {
    const [socket] = sockets;
    if (!socket) throw new Error("nobody is connected");
    const envelope_id = randomUUID();
    const retries = retry === undefined ? {} : { retry_attempt: retry, retry_reason: "timeout" };
    socket.send(
      JSON.stringify({
        type,
        envelope_id,
        payload,
        accepts_response_payload: type !== "events_api",
        ...retries,
      }),
    );
    return envelope_id;
  }

  return {
    base,
    apiUrl: `${base}/api/`,
    responseUrl: `${base}/respond`,
    calls,
    posts,
    responses,
    acks,
    sockets,
    nextTs,
    push,
    /** What the next calls of a method answer, in order. */
    twist: (method: string, ...next: Twist[]) =>
      void twists.set(method, [...(twists.get(method) ?? []), ...next]),
    greet: (how: typeof greeting) => {
      greeting = how;
    },
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    async close() {
      for (const socket of sockets) socket.terminate();
      websockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A body of the Web API: form fields, some of them JSON. */
function parseForm(text: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

/** Headers as Slack signs them. */
export function sign(
  body: string,
  { secret = SIGNING_SECRET, at = Date.now() } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const hmac = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${hmac}` };
}

export const event = (fields: object) => ({
  type: "event_callback",
  token: "verification",
  team_id: TEAM,
  api_app_id: "A0APP",
  event_id: `Ev${randomUUID()}`,
  event_time: Math.floor(Date.now() / 1000),
  event: { event_ts: "1.1", ...fields },
});
