import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PermissionsBitField } from "discord.js";
import { expect, test } from "vitest";
import { PERMISSIONS, serverLink } from "../../../adapters/discord/invite.ts";
import { PACKAGE_ROOT } from "../../../src/index.ts";

const page = readFileSync(join(PACKAGE_ROOT, "docs/setup-discord.md"), "utf8");

test("the invite link asks for four permissions and no more", () => {
  const asked = new URL(serverLink("1")).searchParams.get("permissions")!;
  expect(new PermissionsBitField(BigInt(asked)).toArray().toSorted()).toEqual([
    "ReadMessageHistory",
    "SendMessages",
    "SendMessagesInThreads",
    "ViewChannel",
  ]);
});

test("the set-up page has that link, and why each permission is needed", () => {
  expect(page).toContain(serverLink("<application id>"));
  for (const reason of Object.values(PERMISSIONS)) expect(page).toContain(`| ${reason} |`);
});

test("the set-up page takes at most ten steps", () => {
  const steps = page.match(/^\d+\. /gm)!;
  expect(steps.length).toBeGreaterThan(4);
  expect(steps.length).toBeLessThanOrEqual(10);
});
