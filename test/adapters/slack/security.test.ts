/** Signed HTTP: who is let in. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { eventually } from "../chat/contract.ts";
import { mention, openSlack, postSigned, type SlackHarness } from "./harness.ts";
import { BOT_TOKEN, SIGNING_SECRET, sign } from "./loopback.ts";

let harness: SlackHarness;
beforeEach(async () => {
  harness = await openSlack("http");
});
afterEach(() => harness.stop());

const SIX_MINUTES = 6 * 60_000;

it("refuses a wrong signature and an old timestamp, and answers neither", async () => {
  const question = mention("is A&amp;E open?");
  expect((await postSigned(harness.port, question, undefined, { secret: "guessed" })).status).toBe(401);
  expect((await postSigned(harness.port, question, undefined, { at: Date.now() - SIX_MINUTES })).status).toBe(
    401,
  );
  const unsigned = await fetch(`http://127.0.0.1:${harness.port}/slack/events`, {
    method: "POST",
    body: "{}",
  });
  expect(unsigned.status).toBe(401);
  await harness.deliver(question);
  await eventually(() => harness.slack.posts.length > 0);
  expect(harness.slack.posts).toHaveLength(1);
});

it("answers a request that is played again only once", async () => {
  const question = mention("is A&amp;E open?");
  for (let i = 0; i < 3; i++) await postSigned(harness.port, question);
  await harness.deliver(mention("is my GP open?"));
  await eventually(() => harness.slack.posts.length > 1);
  expect(harness.slack.posts).toHaveLength(2);
});

it("answers Slack's challenge", async () => {
  const body = JSON.stringify({ type: "url_verification", challenge: "c-1", token: "t" });
  const response = await fetch(`http://127.0.0.1:${harness.port}/slack/events`, {
    method: "POST",
    headers: { "content-type": "application/json", ...sign(body) },
    body,
  });
  expect(await response.text()).toContain("c-1");
});

it("keeps what it cannot read, and every secret, out of the log", async () => {
  const canary = "canary-77aa";
  for (const body of [`{"text": ${canary}`, `payload={"text": "${canary}`, canary, `{"event":"${canary}"}`]) {
    for (const type of ["application/json", "application/x-www-form-urlencoded", "text/plain"]) {
      const response = await fetch(`http://127.0.0.1:${harness.port}/slack/events`, {
        method: "POST",
        headers: { "content-type": type, ...sign(body) },
        body,
      });
      expect(response.status).toBeLessThan(600);
    }
  }
  await fetch(`http://127.0.0.1:${harness.port}/${canary}?text=${canary}`);
  await harness.deliver(mention(`${canary} is A&amp;E open?`));
  await eventually(() => harness.slack.posts.length > 0);
  await harness.stop();
  for (const secret of [canary, BOT_TOKEN, SIGNING_SECRET]) expect(harness.log()).not.toContain(secret);
});
