/** The links by which the bot gets into a server, or to one person. */
import { PermissionFlagsBits } from "discord.js";

/** All that the bot may do in a server, and what for. Commands and their answers need none of it. */
export const PERMISSIONS = {
  ViewChannel: "to be told of messages that mention it",
  SendMessages: "to answer them",
  SendMessagesInThreads: "to answer them in threads",
  ReadMessageHistory: "to answer as a reply, under the question",
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>;

const AUTHORISE = "https://discord.com/oauth2/authorize";

/** For somebody who may manage a server. */
export function serverLink(application: string): string {
  const names = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[];
  const bits = names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
  return `${AUTHORISE}?client_id=${application}&integration_type=0&scope=bot+applications.commands&permissions=${bits}`;
}

/** For anybody: the commands come along to wherever that person writes. */
export function personLink(application: string): string {
  return `${AUTHORISE}?client_id=${application}&integration_type=1&scope=applications.commands`;
}
