/** Registering commands: Discord is asked what it has, and told only where that differs. */
import { DiscordAPIError, type REST, Routes } from "discord.js";
import { commandsFor } from "./commands.ts";

export type Registered = "unchanged" | "updated";

/**
 * Makes Discord's list of the app's commands equal to ours, in one server or everywhere.
 * @throws DiscordAPIError and whatever else REST throws.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  guild: string | undefined,
): Promise<Registered> {
  const route = guild
    ? Routes.applicationGuildCommands(application, guild)
    : Routes.applicationCommands(application);
  const wanted = commandsFor(guild ? "one server" : "everywhere");
  const present = await rest
    .get(route, { query: new URLSearchParams({ with_localizations: "true" }) })
    .catch((error: unknown) => {
      // Not every stand-in for Discord can list commands; each can be told.
      if (error instanceof DiscordAPIError && (error.status === 404 || error.status === 405))
        return undefined;
      throw error;
    });
  if (Array.isArray(present) && sameCommands(wanted, present)) return "unchanged";
  await rest.put(route, { body: wanted });
  return "updated";
}

/** Whether what Discord lists is what we would send, whatever ids and defaults Discord has added, and in any order. */
export function sameCommands(wanted: readonly object[], present: readonly object[]): boolean {
  // Where Discord sets these by itself, whatever it lists there is right.
  const ours = FIELDS.filter(
    (field) => !SET_BY_DISCORD.includes(field) || wanted.some((command) => field in command),
  );
  const comparable = (list: readonly object[]) =>
    list
      .map((command) => JSON.stringify(pick(command as Record<string, unknown>, ours)))
      .sort()
      .join("\n");
  return comparable(wanted) === comparable(present);
}

const FIELDS = [
  "autocomplete",
  "contexts",
  "description",
  "description_localizations",
  "integration_types",
  "max_length",
  "name",
  "name_localizations",
  "options",
  "required",
  "type",
] as const;

/** A command of one server is sent without these. */
const SET_BY_DISCORD: readonly string[] = ["contexts", "integration_types"];

/** The fields that we set; what is left out, null, empty or false is the same. */
function pick(thing: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const field of fields) {
    const value = thing[field];
    if (value === undefined || value === null || value === false || value === "") continue;
    if (field === "options") {
      const options = (value as Record<string, unknown>[]).map((option) => pick(option, fields));
      if (options.length > 0) picked[field] = options;
    } else if (Array.isArray(value)) {
      picked[field] = [...value].sort();
    } else if (typeof value === "object") {
      picked[field] = Object.entries(value).sort();
    } else {
      picked[field] = value;
    }
  }
  return picked;
}
