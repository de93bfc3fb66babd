/** What a failed call to Slack means for the one who made it. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";

export type Failure =
  /** Not now: again after so many milliseconds. */
  | { readonly kind: "wait"; readonly ms: number }
  /** It never reached Slack: again. */
  | { readonly kind: "unsent" }
  /** It may or may not have been done: look before doing it again. */
  | { readonly kind: "unclear" }
  /** Slack does not take the blocks. */
  | { readonly kind: "blocks" }
  /** The token is no good any more, `code` says how. */
  | { readonly kind: "token"; readonly code: string }
  /** Final for this one. */
  | { readonly kind: "refused"; readonly code: string };

const UNSAID_MS = 2000;
const UNSENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const UNCLEAR = new Set(["internal_error", "fatal_error", "request_timeout", "service_unavailable"]);
const BLOCKS = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_arguments",
  "cannot_parse_attachment",
]);
const TOKEN = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "user_removed_from_team",
  "team_disabled",
  "org_login_required",
  "missing_scope",
]);

export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: "wait", ms: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) {
    const code = String(error.data.error);
    // A page in place of an answer, as from a proxy.
    if (!/^\w+$/.test(code)) return { kind: "unclear" };
    if (code === "ratelimited" || code === "rate_limited") return { kind: "wait", ms: UNSAID_MS };
    if (TOKEN.has(code)) return { kind: "token", code };
    if (BLOCKS.has(code)) return { kind: "blocks" };
    return UNCLEAR.has(code) ? { kind: "unclear" } : { kind: "refused", code };
  }
  if (error instanceof WebAPIHTTPError) {
    return error.statusCode >= 500
      ? { kind: "unclear" }
      : { kind: "refused", code: `HTTP ${error.statusCode}` };
  }
  if (error instanceof WebAPIRequestError) {
    return UNSENT.has(codeOf(error) ?? "") ? { kind: "unsent" } : { kind: "unclear" };
  }
  // A 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith("Retry header"))
    return { kind: "wait", ms: UNSAID_MS };
  return { kind: "refused", code: error instanceof Error ? error.name : typeof error };
}

/** The system's code of whatever is at the bottom of an error. */
export function codeOf(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? cause.code : undefined;
    if (typeof code === "string" && !code.startsWith("slack_")) return code;
  }
  return undefined;
}
