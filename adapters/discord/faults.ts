/** What went wrong between Discord and us, as far as it makes a difference. Never what was being sent. */
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from "discord.js";

export type Fault =
  /** The interaction is too old, or gone. */
  | "expired"
  /** Somebody has answered the interaction: another process, or an earlier try of which the reply was lost. */
  | "answered"
  /** The bot may not write there. */
  | "forbidden"
  /** The bot may write there but not read what was before, and so cannot hang its message on another. */
  | "no-history"
  /** The token is no longer accepted. */
  | "token"
  /** Worth trying again: Discord or the network is in trouble. */
  | "passing"
  | "refused";

const BY_CODE: Readonly<Record<number, Fault>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: "expired",
  [RESTJSONErrorCodes.UnknownWebhook]: "expired",
  [RESTJSONErrorCodes.InvalidWebhookToken]: "expired",
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: "answered",
  [RESTJSONErrorCodes.MissingAccess]: "forbidden",
  [RESTJSONErrorCodes.MissingPermissions]: "forbidden",
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory]: "no-history",
};

const BY_STATUS: Readonly<Record<number, Fault>> = { 401: "token", 403: "forbidden" };

export function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) {
    // The code first: an interaction that is too old is a matter of 401, too.
    return BY_CODE[Number(error.code)] ?? BY_STATUS[error.status] ?? "refused";
  }
  if (error instanceof HTTPError) return error.status >= 500 ? "passing" : "refused";
  return "passing";
}

/** An error as it may be logged: neither addresses, which hold ids and tokens, nor what was sent. */
export function describe(error: unknown): Record<string, unknown> {
  if (error instanceof DiscordAPIError)
    return { status: error.status, code: error.code, method: error.method };
  if (error instanceof HTTPError) return { status: error.status, method: error.method };
  return { name: (error as Error)?.name, code: codeOf(error) };
}

/** `ECONNREFUSED` and the like, from an error or from what caused it. */
export function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === "string" ? code : cause ? codeOf(cause) : undefined;
}
