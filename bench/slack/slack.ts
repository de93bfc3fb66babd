/** Slack's side, as small as it can be: takes posts by number and delivers signed mentions. */
import { createHmac } from "node:crypto";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

const SECRET = "bench-secret";
const QUESTIONS = [
  "is A&amp;E open?",
  "can I still see my GP?",
  "when does the strike end?",
  "is my operation on 28 July going ahead?",
  "why are they on strike?",
  "qwerty zxcv",
  "who is on strike",
  "will my appointment be cancelled",
];

export type BenchSlack = Awaited<ReturnType<typeof startSlack>>;

export async function startSlack() {
  const waiting = new Map<string, () => void>();
  let posts = 0;
  const server = createServer((incoming, response) => {
    let body = "";
    incoming.setEncoding("utf8");
    incoming.on("data", (chunk) => {
      body += chunk;
    });
    incoming.on("end", () => {
      response.setHeader("content-type", "application/json");
      if (incoming.url !== "/api/chat.postMessage") {
        return response.end(
          '{"ok":true,"user_id":"U0BOT","bot_id":"B0BOT","team_id":"T0TEAM","user":"bot","team":"t"}',
        );
      }
      posts++;
      const thread = /(?:^|&)thread_ts=([\d.]+)/.exec(body)?.[1] ?? "";
      response.end('{"ok":true,"channel":"C1","ts":"1.1"}');
      waiting.get(thread)?.();
      waiting.delete(thread);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let agent = new Agent({ keepAlive: true });
  let number = 0;

  /** Delivers a mention from one of many people. Resolves when the answer to it is posted; to milliseconds it took. */
  function mention(to: number): Promise<number> {
    const n = ++number;
    const ts = `${1_800_000_000 + n}.000100`;
    const text = `<@U0BOT> ${QUESTIONS[n % QUESTIONS.length]}`;
    const body = JSON.stringify({
      type: "event_callback",
      token: "t",
      team_id: "T0TEAM",
      api_app_id: "A0",
      event_id: `Ev${n}`,
      event_time: 1_800_000_000,
      event: { type: "app_mention", user: `U${n % 20_000}`, channel: `C${n % 50}`, ts, event_ts: ts, text },
    });
    const at = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex");
    const started = performance.now();
    return new Promise((resolve, reject) => {
      waiting.set(ts, () => resolve(performance.now() - started));
      const outgoing = request(
        {
          port: to,
          host: "127.0.0.1",
          method: "POST",
          path: "/slack/events",
          agent,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "x-slack-request-timestamp": at,
            "x-slack-signature": `v0=${signature}`,
          },
        },
        (response) => {
          response.resume();
          if (response.statusCode !== 200) reject(new Error(`refused with ${response.statusCode}`));
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    secret: SECRET,
    mention,
    /** Lets go of idle connections, which the other side would close at a time of its own. */
    refresh: () => {
      agent.destroy();
      agent = new Agent({ keepAlive: true });
    },
    posts: () => posts,
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
