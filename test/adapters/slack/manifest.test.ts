import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createManifest, type Manifest } from "../../../adapters/slack/manifest.ts";
import { PACKAGE_ROOT } from "../../../src/index.ts";

// That these compile holds the manifest against Slack's own type.
const socket: Manifest = createManifest();
const http: Manifest = createManifest(new URL("https://bot.example.org/some/path"));

it("is the manifest that the setup page has people paste", () => {
  const pasted = JSON.parse(readFileSync(join(PACKAGE_ROOT, "docs/slack-manifest.json"), "utf8"));
  expect(pasted).toEqual(JSON.parse(JSON.stringify(socket)));
});

it("keeps to Slack's lengths", () => {
  const { display_information: about, features } = socket;
  const lengths: [string | undefined, number][] = [
    [about.name, 35],
    [about.description, 140],
    [about.long_description, 4000],
    [features?.agent_view?.agent_description, 300],
    [features?.bot_user?.display_name, 80],
    [features?.slash_commands?.[0]?.command, 32],
    [features?.slash_commands?.[0]?.usage_hint, 1000],
    [features?.shortcuts?.[0]?.description, 150],
  ];
  for (const [text, most] of lengths) {
    expect(text).toBeTruthy();
    expect(text!.length).toBeLessThanOrEqual(most);
  }
  expect(features?.agent_view?.suggested_prompts).toHaveLength(4);
});

it("asks for the least: nothing that reads channels or people", () => {
  const scopes: readonly string[] = socket.oauth_config?.scopes?.bot ?? [];
  expect(scopes).toEqual(["app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"]);
});

it("has one address for everything over HTTP, and none over Socket Mode", () => {
  const url = "https://bot.example.org/slack/events";
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: url },
    interactivity: { request_url: url },
  });
  expect(http.features?.slash_commands?.[0]?.url).toBe(url);
  expect(JSON.stringify(socket)).not.toContain("http");
});
