/** The Slack adapter's share of the environment. */
import { z } from "zod";
import type { ProxySettings } from "./network.ts";

export const SLACK_API = "https://slack.com/api/";

export type SlackConfig = {
  readonly botToken: string;
  /** Address of the Web API, ending in a slash. */
  readonly apiUrl: string;
  readonly logLevel: LogLevel;
  /** The network's own way out; absent where there is none. */
  readonly proxy?: ProxySettings;
  readonly connection:
    | { readonly mode: "socket"; readonly appToken: string }
    | { readonly mode: "http"; readonly signingSecret: string; readonly port: number };
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Variables that are missing or malformed: a line each, with what it should be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const secret = (pattern: RegExp, what: string) =>
  z.string({ error: `is missing; set it to ${what}` }).regex(pattern, `is malformed; set it to ${what}`);

const botToken = secret(
  /^(xoxe\.)?xoxb-\S+$/,
  'the "Bot User OAuth Token" of the app\'s page "OAuth & Permissions", which starts with xoxb-',
);
const common = {
  SLACK_BOT_TOKEN: botToken,
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: `is not a web address; write it like ${SLACK_API}, or leave it out` })
    .default(SLACK_API),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not a level; use one of ${LOG_LEVELS.join(", ")}` })
    .default("info"),
};

const socket = z.object({
  ...common,
  SLACK_APP_TOKEN: secret(
    /^xapp-\S+$/,
    'the app-level token with connections:write of the app\'s page "Basic Information", which starts with xapp-',
  ),
});

const http = z.object({
  ...common,
  SLACK_SIGNING_SECRET: secret(/^\S+$/, 'the "Signing Secret" of the app\'s page "Basic Information"'),
  SLACK_PORT: z.coerce
    .number({ error: "is not a port; use a number from 1 to 65535" })
    .int("is not a port; use a number from 1 to 65535")
    .min(1, "is not a port; use a number from 1 to 65535")
    .max(65535, "is not a port; use a number from 1 to 65535")
    .default(3000),
});

/** @throws ConfigError naming every variable that is missing or malformed, all at once. No value of a secret is in it. */
export function slackConfig(env: NodeJS.ProcessEnv = process.env): SlackConfig {
  // A variable set to nothing, as in a copied .env.example, counts as left out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const mode = given.SLACK_MODE ?? "socket";
  const problems: string[] = [];
  if (mode !== "socket" && mode !== "http") {
    problems.push(`SLACK_MODE is "${mode}"; set it to socket or http, or leave it out for socket`);
  }
  const parsed = mode === "http" ? http.safeParse(given) : socket.safeParse(given);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);

  const { SLACK_BOT_TOKEN, SLACK_API_URL, LOG_LEVEL } = parsed.data;
  const proxy = proxyOf(given);
  return {
    ...(proxy ? { proxy } : {}),
    botToken: SLACK_BOT_TOKEN,
    apiUrl: SLACK_API_URL.endsWith("/") ? SLACK_API_URL : `${SLACK_API_URL}/`,
    logLevel: LOG_LEVEL,
    connection:
      "SLACK_APP_TOKEN" in parsed.data
        ? { mode: "socket", appToken: parsed.data.SLACK_APP_TOKEN }
        : {
            mode: "http",
            signingSecret: parsed.data.SLACK_SIGNING_SECRET,
            port: parsed.data.SLACK_PORT,
          },
  };
}

/** By the names that other programs read too, in either case. */
function proxyOf(given: Readonly<Record<string, string | undefined>>): ProxySettings | undefined {
  const named = (name: string) => given[name.toLowerCase()] ?? given[name];
  const [http, https, none] = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"].map(named);
  if (!http && !https) return undefined;
  return { ...(http ? { http } : {}), ...(https ? { https } : {}), ...(none ? { none } : {}) };
}
