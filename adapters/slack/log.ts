/** The log: what happened, never what anybody wrote, nor a token. */
import type { Writable } from "node:stream";
import { LogLevel as SlackLevel, type Logger as SlackLogger } from "@slack/bolt";
import { type Logger, pino } from "pino";
import type { LogLevel } from "./env.ts";

export type Log = Logger;

/** One JSON object a line, on `to`. */
export function createLog(level: LogLevel, to: Writable): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
}

/**
 * `log` in the shape that Slack's packages want. Their debug messages hold whole events, so none of them is kept at any
 * level; of the rest, what is in quotes is left out, since errors of parsing quote what they could not parse.
 */
export function slackLogger(log: Log): SlackLogger {
  const written = (parts: readonly unknown[]) => parts.map(sayPart).join(" ");
  return {
    debug: () => {},
    info: (...parts) => log.debug(written(parts)),
    warn: (...parts) => log.warn(written(parts)),
    error: (...parts) => log.error(written(parts)),
    setLevel: () => {},
    getLevel: () => SlackLevel.INFO,
    setName: () => {},
  };
}

/** An error as the log has it: its name and codes. */
export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, cause } = error;
  const given = "code" in error && typeof error.code === "string" ? error.code : undefined;
  // Slack's own codes only say the name again.
  const code = given?.startsWith("slack_") ? undefined : given;
  const answer = "data" in error ? (error.data as { error?: unknown }).error : undefined;
  const details = [code, typeof answer === "string" ? answer : undefined].filter(
    (detail) => detail !== undefined,
  );
  const own = [name, ...new Set(details)].join(" ");
  return cause instanceof Error ? `${own} (${sayError(cause)})` : own;
}

const MOST = 300;
const sayPart = (part: unknown): string =>
  typeof part === "string"
    ? part
        .replace(/"[\s\S]*"/g, '"…"')
        .replace(SECRETS, "…")
        .slice(0, MOST)
    : sayError(part);
const SECRETS = /xox[a-z][.-][\w.-]+|xapp-[\w-]+/g;
