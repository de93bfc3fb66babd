/** App Home: what the bot is and is not, and every topic as a button. Pure. */
import type { HomeView, KnownBlock } from "@slack/types";
import type { Pack } from "../../src/index.ts";
import { topicGroups } from "../chat/topics.ts";
import { ABOUT } from "../chat/wording.ts";
import { LIMITS } from "./limits.ts";
import { bold, escapeText } from "./mrkdwn.ts";
import { chunks, topicButton } from "./write.ts";

/** Folders whose names say little to somebody who does not know the pack. */
const HEADINGS: Readonly<Record<string, string>> = {
  services: "What is open",
  strike: "The strike",
  positions: "What each side says",
  "not-covered": "Other questions",
};

export function writeHome(pack: Pack): HomeView {
  const blocks: KnownBlock[] = [
    { type: "header", text: { type: "plain_text", text: "Open as Usual", emoji: false } },
    ...[bold(pack.walkout.title), ...ABOUT.map(escapeText)].map(section),
    { type: "divider" },
  ];
  for (const { folder, topics } of topicGroups(pack)) {
    const heading = HEADINGS[folder] ?? sentence(folder);
    blocks.push(section(bold(heading)));
    for (const some of chunks(topics, LIMITS.actionsElements)) {
      blocks.push({ type: "actions", elements: some.map(topicButton) });
    }
  }
  return { type: "home", blocks: blocks.slice(0, LIMITS.viewBlocks) };
}

const section = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

const sentence = (folder: string) => folder.charAt(0).toUpperCase() + folder.slice(1).replaceAll("-", " ");
