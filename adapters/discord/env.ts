/** The environment of the Discord adapter, checked as a whole: every problem is named at once. */
import { z } from "zod";

/** Which shards this process holds: all of them, or a range out of a number agreed with the other processes. */
export type Shards = "auto" | { readonly first: number; readonly last: number; readonly of: number };

export type Settings = {
  readonly token: string;
  /** Register commands in this server alone, where they change at once. Undefined: everywhere. */
  readonly guild: string | undefined;
  readonly api: string;
  readonly shards: Shards;
  readonly logLevel: string;
};

/** The environment cannot be used. The message has a line for each problem. */
export class SettingsError extends Error {}

export const DISCORD_API = "https://discord.com/api";
const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What was left empty was not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), schema);

const schema = z.object({
  DISCORD_TOKEN: optional(
    z
      .string({ error: "is not set; copy it from https://discord.com/developers/applications, under Bot" })
      .trim()
      .regex(/^(Bot )?\S+$/i, "has a space or a line break in it; copy the token again, alone"),
  ),
  DISCORD_GUILD_ID: optional(
    z
      .string()
      .trim()
      .regex(
        /^\d{1,20}$/,
        quoting(
          "is not a server's id, a number of up to 20 digits; remove it to register commands everywhere",
        ),
      )
      .optional(),
  ),
  DISCORD_API_URL: optional(
    z
      .string()
      .trim()
      .refine(isHttp, quoting(`is not an address; use one such as ${DISCORD_API}, or remove it`))
      .default(DISCORD_API),
  ),
  DISCORD_SHARDS: optional(
    z
      .string()
      .trim()
      .refine(
        (text) => readShards(text) !== undefined,
        quoting('is not "auto" nor a range such as 0-3/16 (shards 0 to 3 out of 16)'),
      )
      .default("auto"),
  ),
  LOG_LEVEL: optional(z.enum(LEVELS, quoting(`is not one of ${LEVELS.join(", ")}`)).default("info")),
});

/**
 * The settings of an environment.
 * @throws SettingsError that names every variable that cannot be used, its value (never the token's) and the remedy.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `  ${String(path[0])} ${message}`);
    throw new SettingsError(`the Discord adapter cannot start:\n${problems.join("\n")}`);
  }
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, DISCORD_SHARDS, LOG_LEVEL } = parsed.data;
  return {
    token: DISCORD_TOKEN.replace(/^Bot /i, ""),
    guild: DISCORD_GUILD_ID,
    api: DISCORD_API_URL,
    shards: readShards(DISCORD_SHARDS)!,
    logLevel: LOG_LEVEL,
  };
}

function quoting(problem: string) {
  return { error: ({ input }: { input?: unknown }) => `"${String(input)}" ${problem}` };
}

function isHttp(address: string): boolean {
  return URL.canParse(address) && ["http:", "https:"].includes(new URL(address).protocol);
}

/** "auto", or "0-3/16" or "5/16"; undefined for anything else. */
function readShards(text: string): Shards | undefined {
  if (text === "auto") return "auto";
  const range = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(text);
  if (!range) return undefined;
  const [first, last, of] = [Number(range[1]), Number(range[2] ?? range[1]), Number(range[3])];
  return first <= last && last < of ? { first, last, of } : undefined;
}
