/** What a button does, as the short id that the platform keeps and sends back. Whatever comes back is checked. */
import { z } from "zod";

/** All about intents, so that a button works for as long as the pack has them, whatever has been forgotten since. */
export type Action = {
  readonly do: "open" | "share" | "helpful" | "not-helpful";
  /** Ids of intents; at least one. */
  readonly intents: readonly string[];
};

/** What the strictest platform takes (Discord's `custom_id`). */
const LONGEST = 100;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const action = z.strictObject({
  do: z.enum(["open", "share", "helpful", "not-helpful"]),
  intents: z.array(id).min(1),
});

/** "open:a-and-e", "helpful:a-and-e+gp": at most 100 characters, with as many of the ids as fit. */
export function encodeAction({ do: what, intents }: Action): string {
  let encoded = `${what}:${intents[0]}`;
  for (const intent of intents.slice(1)) {
    if (encoded.length + 1 + intent.length > LONGEST) break;
    encoded += `+${intent}`;
  }
  return encoded;
}

/** The action of an id, or undefined for anything that `encodeAction` does not make. */
export function decodeAction(encoded: string): Action | undefined {
  if (encoded.length > LONGEST) return undefined;
  const colon = encoded.indexOf(":");
  const parsed = action.safeParse({
    do: encoded.slice(0, Math.max(colon, 0)),
    intents: encoded.slice(colon + 1).split("+"),
  });
  return parsed.success ? parsed.data : undefined;
}
