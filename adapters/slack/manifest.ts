/** The manifest that creates the app in Slack. */
import type { AppsManifestCreateArguments } from "@slack/web-api";
import { HELP } from "../chat/wording.ts";
import { PROMPTS } from "./prompts.ts";

export type Manifest = AppsManifestCreateArguments["manifest"];
type BotScopes = NonNullable<NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>["bot"]>;

/** The least that works. Slack's own type does not know `assistant:write` yet, which suggested prompts need. */
const SCOPES = [
  "app_mentions:read",
  "assistant:write" as string as BotScopes[number],
  "chat:write",
  "commands",
  "im:history",
] satisfies BotScopes;

const DESCRIPTION =
  "Answers questions about NHS services in England during a walkout, from reviewed texts with their sources. Not an NHS service.";

/** For Socket Mode, or for signed HTTP where the address is given at which Slack reaches the bot. */
export function createManifest(address?: URL): Manifest {
  const url = address && new URL("/slack/events", address).href;
  return {
    display_information: {
      name: "Open as Usual",
      description: DESCRIPTION,
      long_description: `Ask what is open during the strike: A&E, GP surgeries, appointments, operations. Every answer is a reviewed text with its source, and where the sources are silent it says so. This is an automated service, not an NHS service, and nobody is watching the chat. ${HELP} What people type is not kept.`,
      background_color: "#212b32",
    },
    features: {
      agent_view: {
        agent_description: DESCRIPTION,
        suggested_prompts: PROMPTS.map((prompt) => ({ ...prompt })),
      },
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: "open-as-usual", always_online: true },
      slash_commands: [
        {
          command: "/strike",
          description: "Ask what is open during the strike. Only you see the answer.",
          usage_hint: "is A&E open?",
          should_escape: true,
          ...(url ? { url } : {}),
        },
      ],
      shortcuts: [
        {
          type: "message",
          name: "Answer this",
          callback_id: "answer-this",
          description: "Answer the question in this message, for you alone",
        },
      ],
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: {
        ...(url ? { request_url: url } : {}),
        bot_events: ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"],
      },
      interactivity: { is_enabled: true, ...(url ? { request_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
