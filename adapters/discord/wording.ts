/** Words of the Discord adapter that belong to no pack: labels, and sentences about Discord itself. */

import { HELP } from "../chat/wording.ts";

export const HELPFUL = "Helpful";
export const NOT_HELPFUL = "Not helpful";
export const SHARE = "Share in this channel";

export const CHOOSE = "Choose a topic from a list, or ask in your own words with /ask.";

/** To somebody whose channel the bot may read but not write in, before the answer, in a direct message. */
export const NOT_ALLOWED =
  "I am not allowed to write in the channel where you asked, so the answer is here. An administrator can give me the permissions “Send Messages” and “Send Messages in Threads”.";

/** To somebody who wants to share where they may not write themselves. */
export const CANNOT_SHARE = "You cannot write in this channel, so I cannot share the answer here.";

/** On a button or command of an earlier version. */
export const OUTDATED = `This no longer works. Please ask again with /ask. ${HELP}`;

const FOLDERS: Readonly<Record<string, string>> = {
  services: "Services",
  appointments: "Appointments",
  strike: "The strike",
  positions: "What people say about it",
  "not-covered": "Not in our sources",
};

/** A folder of the pack as people read it. */
export function folderName(folder: string): string {
  return FOLDERS[folder] ?? folder.charAt(0).toUpperCase() + folder.slice(1).replaceAll("-", " ");
}

/** Where a folder comes among the others: what patients ask for first, folders of other packs after those known here. */
export function folderRank(folder: string): number {
  const rank = Object.keys(FOLDERS).indexOf(folder);
  return rank === -1 ? Object.keys(FOLDERS).length : rank;
}
