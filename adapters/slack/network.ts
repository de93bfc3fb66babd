/** How the bot reaches Slack: with limits on how long anything may take, and through the network's proxy where it has one. */
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from "undici";

export type ProxySettings = { readonly http?: string; readonly https?: string; readonly none?: string };

export type Network = {
  /** As much of `fetch` as Slack's client and `response_url` need, at a fraction of what it costs. No redirect is followed. */
  readonly fetch: typeof fetch;
  /** For WebSockets; undefined where they need nothing special. */
  readonly dispatcher: Dispatcher | undefined;
  close(): Promise<void>;
};

const MOST_MS = 10_000;
const TIMES = { headersTimeout: MOST_MS, bodyTimeout: MOST_MS, connect: { timeout: MOST_MS } };

export function createNetwork(proxy?: ProxySettings): Network {
  const dispatcher = proxy
    ? new EnvHttpProxyAgent({
        ...TIMES,
        httpProxy: proxy.http ?? "",
        httpsProxy: proxy.https ?? "",
        noProxy: proxy.none ?? "",
      })
    : new Agent(TIMES);

  async function send(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const { statusCode, headers, body } = await request(String(address), {
      method: (init.method ?? "GET") as "POST",
      headers: init.headers as Record<string, string>,
      body: init.body as string,
      dispatcher,
    });
    return new Response(await body.text(), { status: statusCode, headers: plainHeaders(headers) });
  }

  return { fetch: send, dispatcher: proxy ? dispatcher : undefined, close: () => dispatcher.destroy() };
}

/** Those that a response of Slack's is read by. */
function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ["content-type", "retry-after"]) {
    const value = headers[name];
    if (typeof value === "string") kept[name] = value;
  }
  return kept;
}
