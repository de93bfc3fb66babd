/** A Discord on loopback: REST and gateway as the API documents them, for the real discord.js to be run against. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { BOT, createGateway, type Gateway, type GatewayOptions } from "./gateway.ts";
import { type Body, refusals } from "./limits.ts";

export const TOKEN = "loopback.token.for-tests";

export type Call = {
  readonly method: string;
  /** Without `/api/v10`, decoded. */
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: each route has a body of its own, and tests look into it
  readonly body: any;
  readonly at: number;
};

/** An answer to give in place of the usual one, for the next `times` calls that fit. */
export type Fault = {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How often; always where not given. */
  times?: number;
  /** Carry the call out first, and lose the reply. */
  readonly afterwards?: boolean;
};

export type Loopback = Gateway & {
  /** What `DISCORD_API_URL` is to be. */
  readonly api: string;
  readonly calls: Call[];
  /** Messages that people can see: each once, whatever was sent again. */
  readonly messages: Call[];
  commands(scope?: string): unknown[];
  fail(fault: Fault): void;
  onCall(listener: (call: Call) => void): void;
  stop(): Promise<void>;
};

type Reply = { status: number; body?: unknown; headers?: Readonly<Record<string, string>> };

export type LoopbackOptions = Partial<GatewayOptions> & {
  readonly shards?: number;
  readonly token?: string;
  /** The path under which the API is served. */
  readonly prefix?: string;
};

export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const { shards = 1, token = TOKEN, prefix = "/api", remember = true } = options;
  const calls: Call[] = [];
  const messages: Call[] = [];
  const faults: Fault[] = [];
  const listeners: ((call: Call) => void)[] = [];
  const commands = new Map<string, unknown[]>();
  const nonces = new Map<string, unknown>();
  const answered = new Set<string>();
  let lastId = 5_000_000_000_000_000_000n;

  const server = createServer(async (request, response) => {
    const call = await readCall(request, prefix);
    if (remember) calls.push(call);
    const reply = answer(call, request.headers.authorization);
    // Only a reply with a body says that it is JSON: clients parse what says so.
    const json = reply.body === undefined ? undefined : JSON.stringify(reply.body);
    response.writeHead(reply.status, {
      ...(json ? { "content-type": "application/json" } : {}),
      ...reply.headers,
    });
    response.end(json);
    for (const listener of listeners) listener(call);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  const gateway = createGateway(server, () => gatewayUrl, {
    heartbeat: 45_000,
    remember: true,
    channels: [],
    ...options,
  });

  function answer(call: Call, authorization: string | undefined): Reply {
    if (call.path.startsWith("!")) return { status: 404, body: { message: "404: Not Found", code: 0 } };
    const fault = faults.find(
      ({ method, path, times }) => method === call.method && path.test(call.path) && times !== 0,
    );
    if (fault?.times) fault.times--;
    if (fault && !fault.afterwards) return fault;
    const open = /^\/(interactions|webhooks)\//.test(call.path);
    if (!open && authorization !== `Bot ${token}`)
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    const reply = route(call);
    return fault ?? reply;
  }

  function route(call: Call): Reply {
    const { method, path, body } = call;
    const at = `${method} ${path}`;
    if (at === "GET /gateway/bot") {
      const limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 };
      return { status: 200, body: { url: gatewayUrl, shards, session_start_limit: limit } };
    }
    if (/^\/applications\/\d+(\/guilds\/\d+)?\/commands$/.test(path)) {
      if (method === "PUT") commands.set(path, body.map(withDefaults));
      return { status: 200, body: commands.get(path) ?? [] };
    }
    if (at === "POST /users/@me/channels") {
      return { status: 200, body: { id: `7${body.recipient_id}`, type: 1, recipients: [] } };
    }
    const callback = /^POST \/interactions\/(\d+)\/[^/]+\/callback$/.exec(at);
    if (callback) {
      if (answered.has(callback[1]!)) return { status: 400, body: { message: "acknowledged", code: 40060 } };
      const faults = body.type === 4 || body.type === 7 ? refusals(body.data) : [];
      if (faults.length > 0) return refused(faults);
      if (remember) answered.add(callback[1]!);
      if (body.type === 4 && remember) messages.push(call);
      return { status: 204 };
    }
    if (
      /^POST \/channels\/\d+\/messages$/.test(at) ||
      /^PATCH \/webhooks\/\d+\/[^/]+\/messages\/@original$/.test(at) ||
      /^POST \/webhooks\/\d+\/[^/]+$/.test(at)
    ) {
      return post(call, body);
    }
    return { status: 404, body: { message: "404: Not Found", code: 0 } };
  }

  function post(call: Call, body: Body): Reply {
    // A bench counts on replies that the tests have looked at.
    const faults = remember ? refusals(body) : [];
    if (faults.length > 0) return refused(faults);
    const known = body.enforce_nonce && body.nonce ? nonces.get(body.nonce) : undefined;
    if (known) return { status: 200, body: known };
    const message = {
      id: String(++lastId),
      channel_id: call.path.split("/")[2],
      author: BOT,
      content: body.content,
      timestamp: new Date().toISOString(),
      type: 0,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: body.components ?? [],
    };
    if (body.nonce && remember) nonces.set(body.nonce, message);
    if (remember) messages.push(call);
    return { status: 200, body: message };
  }

  return {
    ...gateway,
    api: `http://127.0.0.1:${port}${prefix}`,
    calls,
    messages,
    commands: (scope = `/applications/${BOT.id}/commands`) => commands.get(scope) ?? [],
    fail: (fault) => void faults.push(fault),
    onCall: (listener) => void listeners.push(listener),
    async stop() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A path outside the API begins with `!`, which no route does. */
async function readCall(request: IncomingMessage, prefix: string): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const [whole] = decodeURIComponent(request.url ?? "/").split("?") as [string];
  const base = `${prefix}/v10`;
  return {
    method: request.method ?? "GET",
    path: whole.startsWith(`${base}/`) ? whole.slice(base.length) : `!${whole}`,
    body: text ? JSON.parse(text) : undefined,
    at: performance.now(),
  };
}

const refused = (faults: string[]): Reply => ({
  status: 400,
  body: { code: 50035, message: "Invalid Form Body", errors: { faults } },
});

/** Discord fills in what was left out, so that what comes back is never what was sent. */
function withDefaults(command: object, i: number): unknown {
  return {
    id: String(8_000_000_000_000_000_000n + BigInt(i)),
    application_id: BOT.id,
    version: "1",
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...command,
  };
}
