/** What goes wrong between here and Slack. */
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../../adapters/slack/log.ts";
import { startSlack } from "../../../adapters/slack/start.ts";
import { eventually } from "../chat/contract.ts";
import { assistant } from "../chat/shipped.ts";
import { direct, type Mode, mention, openSlack, type SlackHarness } from "./harness.ts";
import { APP_TOKEN, BOT_TOKEN, type Loopback, startLoopback } from "./loopback.ts";

const EMERGENCY = "This could be an emergency.";
const POST = "chat.postMessage";

for (const mode of ["socket", "http"] satisfies Mode[]) {
  describe(`posting, over ${mode}`, () => {
    let harness: SlackHarness;
    let slack: Loopback;
    beforeEach(async () => {
      harness = await openSlack(mode);
      slack = harness.slack;
    });
    afterEach(() => harness.stop());
    const posted = (number: number) => eventually(() => slack.posts.length >= number, `post ${number}`);
    const limited = {
      status: 429,
      headers: { "retry-after": "1" },
      body: { ok: false, error: "ratelimited" },
    };

    it("waits as long as Slack says, then posts once", async () => {
      slack.twist(POST, limited);
      await harness.deliver(mention("is A&amp;E open?"));
      await posted(1);
      const [refused, taken] = slack.callsOf(POST);
      expect(taken!.at - refused!.at).toBeGreaterThanOrEqual(950);
      expect(slack.posts).toHaveLength(1);
    });

    it("posts what is urgent before everything else that waits, and tells the person at once", async () => {
      slack.twist(POST, limited);
      await harness.deliver(mention("is A&amp;E open?", { user: "U1" }));
      await eventually(() => slack.callsOf(POST).length === 1);
      await harness.deliver(mention("is my GP open?", { user: "U2" }));
      await harness.deliver(mention("crushing pain in my chest and sweating", { user: "U3" }));
      await eventually(() => slack.callsOf("chat.postEphemeral").length === 1);
      expect(slack.callsOf("chat.postEphemeral")[0]!.args).toMatchObject({ channel: "C1", user: "U3" });
      expect(slack.posts).toEqual([]);
      await posted(3);
      expect(slack.posts[0]?.text).toContain(EMERGENCY);
      expect(slack.posts).toHaveLength(3);
    });

    it("does not hold one channel up because another is busy", async () => {
      slack.twist(POST, { ...limited, headers: { "retry-after": "3" } });
      await harness.deliver(mention("is A&amp;E open?", { channel: "C1" }));
      await eventually(() => slack.callsOf(POST).length === 1);
      await harness.deliver(mention("is A&amp;E open?", { channel: "C2" }));
      await posted(1);
      expect(slack.posts[0]?.channel).toBe("C2");
    });

    it("tries again where Slack failed, and not where the message had got through", async () => {
      slack.twist(POST, { status: 503, body: "busy" });
      await harness.deliver(mention("is A&amp;E open?", { ts: "1.1" }));
      await posted(1);
      slack.twist(POST, { drop: true, done: true });
      await harness.deliver(mention("is my GP open?", { ts: "2.1" }));
      await eventually(() => slack.callsOf("conversations.replies").length === 2);
      await harness.deliver(mention("when does it end?", { ts: "3.1" }));
      await posted(3);
      expect(slack.posts.map(({ thread_ts }) => thread_ts)).toEqual(["1.1", "2.1", "3.1"]);
    });

    it("answers the next delivery of a message that it could not answer", async () => {
      slack.twist(POST, { body: { ok: false, error: "channel_not_found" } });
      await harness.deliver(mention("is A&amp;E open?", { ts: "1.1" }));
      await eventually(() => harness.bot.counts.view().failures.posting === 1);
      await harness.deliver(mention("is A&amp;E open?", { ts: "1.1" }), 1);
      await posted(1);
    });

    it("sends the text where Slack refuses the blocks", async () => {
      slack.twist(POST, { body: { ok: false, error: "invalid_blocks" } });
      await harness.deliver(mention("is A&amp;E open?"));
      await posted(1);
      expect(slack.posts[0]).not.toHaveProperty("blocks");
      expect(slack.posts[0]?.text).toContain("A&amp;E");
    });

    it("says clearly that the token was revoked", async () => {
      slack.twist(POST, { body: { ok: false, error: "token_revoked" } });
      await harness.deliver(mention("is A&amp;E open?"));
      await eventually(() => harness.log().includes("Slack refuses SLACK_BOT_TOKEN (token_revoked)"));
      expect(harness.log()).not.toContain(BOT_TOKEN);
    });

    it("shows that it is working where an answer takes long, and gives that up where it is not supported", async () => {
      slack.twist(POST, { delayMs: 500 }, { delayMs: 500 });
      slack.twist("assistant.threads.setStatus", { body: { ok: false, error: "unknown_method" } });
      await harness.deliver(direct("is A&amp;E open?", { ts: "1.1" }));
      await posted(1);
      expect(slack.callsOf("assistant.threads.setStatus")[0]!.args).toMatchObject({
        channel_id: "D1",
        thread_ts: "1.1",
      });
      await harness.deliver(direct("is my GP open?", { ts: "2.1" }));
      await posted(2);
      expect(slack.callsOf("assistant.threads.setStatus")).toHaveLength(1);
    });

    it("finishes what is under way before it stops", async () => {
      slack.twist(POST, { delayMs: 400 });
      await harness.deliver(mention("is A&amp;E open?"));
      await eventually(() => slack.callsOf(POST).length === 1);
      await harness.bot.stop();
      expect(slack.posts).toHaveLength(1);
    });
  });
}

describe("Socket Mode", () => {
  let harness: SlackHarness;
  let slack: Loopback;
  beforeEach(async () => {
    harness = await openSlack("socket");
    slack = harness.slack;
  });
  afterEach(() => harness.stop());
  const connected = () =>
    eventually(() => slack.sockets.size === 1 && slack.callsOf("apps.connections.open").length > 1);

  it("connects again when Slack asks it to, and answers what is delivered again once", async () => {
    await harness.deliver(mention("is A&amp;E open?", { ts: "1.1" }));
    const [socket] = slack.sockets;
    socket!.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    await eventually(() => socket!.readyState === socket!.CLOSED);
    await connected();
    await harness.deliver(mention("is A&amp;E open?", { ts: "1.1" }), 1);
    await harness.deliver(mention("is my GP open?", { ts: "2.1" }));
    await eventually(() => slack.posts.length === 2);
    expect(slack.posts.map(({ thread_ts }) => thread_ts)).toEqual(["1.1", "2.1"]);
  });

  it("connects again after the connection breaks, though Slack is away for a while", async () => {
    slack.twist(
      "apps.connections.open",
      { drop: true },
      { status: 500, body: "no" },
      { body: { ok: false, error: "internal_error" } },
    );
    for (const socket of slack.sockets) socket.terminate();
    await eventually(() => slack.callsOf("apps.connections.open").length === 5 && slack.sockets.size === 1);
    await harness.deliver(mention("is A&amp;E open?"));
    await eventually(() => slack.posts.length === 1);
  });

  it("stops while it waits to be greeted", async () => {
    slack.greet("nothing");
    for (const socket of slack.sockets) socket.close();
    await eventually(() => slack.callsOf("apps.connections.open").length === 2 && slack.sockets.size === 1);
    await harness.bot.stop();
    await eventually(() => slack.sockets.size === 0);
  });

  it("stops while it asks for a connection", async () => {
    slack.twist("apps.connections.open", { delayMs: 300 });
    for (const socket of slack.sockets) socket.close();
    await eventually(() => slack.callsOf("apps.connections.open").length === 2);
    await harness.bot.stop();
    await eventually(() => slack.sockets.size === 0);
  });

  it("stops while it waits to try again", async () => {
    slack.twist("apps.connections.open", ...Array.from({ length: 9 }, () => ({ status: 500, body: "no" })));
    for (const socket of slack.sockets) socket.close();
    await eventually(() => slack.callsOf("apps.connections.open").length === 3);
    await harness.bot.stop();
    expect(slack.sockets.size).toBe(0);
  });

  it("ends with a sentence for the operator where the app token is refused later", async () => {
    slack.twist("apps.connections.open", { body: { ok: false, error: "invalid_auth" } });
    for (const socket of slack.sockets) socket.close();
    expect(await harness.bot.ended).toContain("SLACK_APP_TOKEN is refused by Slack (invalid_auth)");
  });
});

describe("starting", () => {
  it("goes through the network's proxy, for calls and for the connection", async () => {
    const slack = await startLoopback();
    const tunnels: string[] = [];
    const proxy = createServer((_, response) => void response.writeHead(405).end());
    proxy.on("connect", (request, socket, head) => {
      tunnels.push(request.url ?? "");
      const [host, port] = (request.url ?? "").split(":");
      const onwards = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        onwards.write(head);
        socket.pipe(onwards).pipe(socket);
      });
      for (const end of [socket, onwards]) end.on("error", () => onwards.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const { port } = proxy.address() as AddressInfo;
    const bot = await startSlack({
      config: {
        botToken: BOT_TOKEN,
        apiUrl: slack.apiUrl,
        logLevel: "silent",
        proxy: { http: `http://127.0.0.1:${port}` },
        connection: { mode: "socket", appToken: APP_TOKEN },
      },
      assistant,
      log: createLog("silent", process.stderr),
    });
    expect(tunnels.length).toBeGreaterThanOrEqual(2);
    expect(new Set(tunnels)).toEqual(new Set([new URL(slack.base).host]));
    await bot.stop();
    await slack.close();
    proxy.closeAllConnections();
    proxy.close();
  });

  it("finds the Web API under an address without a path", async () => {
    const slack = await startLoopback();
    slack.twist("/auth.test", { status: 404, body: "nothing here" });
    const bot = await startSlack({
      config: {
        botToken: BOT_TOKEN,
        apiUrl: `${slack.base}/`,
        logLevel: "silent",
        connection: { mode: "socket", appToken: APP_TOKEN },
      },
      assistant,
      log: createLog("silent", process.stderr),
    });
    expect(slack.sockets.size).toBe(1);
    await bot.stop();
    await slack.close();
  });

  it.each([
    ["auth.test", "SLACK_BOT_TOKEN is refused by Slack (invalid_auth)"],
    ["apps.connections.open", "SLACK_APP_TOKEN is refused by Slack (invalid_auth)"],
  ])("says which token Slack refuses: %s", async (method, sentence) => {
    const slack = await startLoopback();
    slack.twist(method, { body: { ok: false, error: "invalid_auth" } });
    const starting = startSlack({
      config: {
        botToken: BOT_TOKEN,
        apiUrl: slack.apiUrl,
        logLevel: "silent",
        connection: { mode: "socket", appToken: APP_TOKEN },
      },
      assistant,
      log: createLog("silent", process.stderr),
    });
    await expect(starting).rejects.toThrow(sentence);
    await slack.close();
  });
});
