/** Answers as Slack messages: blocks for the eye, `text` for notifications and screen readers. Pure. */
import type { AnyBlock, KnownBlock } from "@slack/types";
import { type Answer, type Answered, citationsOf, intentsOf, type Option } from "../../src/index.ts";
import { encodeAction } from "../chat/actions.ts";
import { nextOptions } from "../chat/options.ts";
import { type SourceLine, sourceLines } from "../chat/sources.ts";
import { LIMITS } from "./limits.ts";
import { bold, escapeText, link } from "./mrkdwn.ts";

/** What is sent, wherever it goes. `blocks` is empty for plain sentences. */
export type SlackMessage = { readonly text: string; readonly blocks: AnyBlock[] };

/** The action id of the helpful and not helpful buttons; which it was is in the value. */
export const FEEDBACK = "feedback";

/**
 * @param toShare whether the answer is shown to one person who may want the others to see it
 * @param mention the id of the person an urgent reply is for, where others read along
 */
export function writeAnswer(
  answer: Answer,
  { toShare = false, mention }: { toShare?: boolean; mention?: string | undefined } = {},
): SlackMessage {
  switch (answer.kind) {
    case "urgent": {
      const paragraphs = answer.paragraphs.map(escapeText);
      const addressed = mention ? [`<@${mention}> ${paragraphs[0]}`, ...paragraphs.slice(1)] : paragraphs;
      return { text: addressed.join("\n"), blocks: sections(addressed) };
    }
    case "clarify":
      return {
        text: escapeText(answer.text),
        blocks: [
          ...sections([bold(answer.ask)]),
          ...buttons(answer.options),
          ...sections([escapeText(answer.help)]),
        ],
      };
    case "unknown":
      return { text: escapeText(answer.text), blocks: sections(answer.paragraphs.map(escapeText)) };
    case "answer":
    case "not-covered":
      return writeAnswered(answer, toShare);
  }
}

function writeAnswered(answer: Answered, toShare: boolean): SlackMessage {
  const sources = sourceLines(citationsOf(answer));
  const blocks: AnyBlock[] = [];
  if (answer.notice) blocks.push(...sections([bold(answer.notice)]));
  for (const part of answer.parts) {
    const title = answer.parts.length > 1 ? [bold(part.title)] : [];
    blocks.push(...sections([...title, ...part.paragraphs.map(escapeText)]));
  }
  if (answer.help) blocks.push(...sections([escapeText(answer.help)]));
  blocks.push(...sourceBlocks(sources), ...buttons(nextOptions(answer), toShare ? intentsOf(answer) : []));
  // Small talk rests on no source and needs no vote.
  if (sources.length > 0 || answer.kind === "not-covered") blocks.push(feedback(intentsOf(answer)));
  const lines = sources.map(({ label }) => `Source: ${label}`);
  return { text: [answer.text, ...lines].map(escapeText).join("\n"), blocks };
}

/** A plain sentence. */
export const writeText = (text: string): SlackMessage => ({ text: escapeText(text), blocks: [] });

/** An answer that somebody shares with the channel, with who it was under it. */
export function writeShared(answer: Answer, person: string): SlackMessage {
  const { text, blocks } = writeAnswer(answer);
  return {
    text,
    blocks: [...blocks, { type: "context", elements: [{ type: "mrkdwn", text: `Shared by <@${person}>` }] }],
  };
}

/** Paragraphs in as few sections as hold them. Each is already in Slack's mark-up. */
function sections(paragraphs: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const paragraph of paragraphs) {
    const last = texts.at(-1);
    const joined = last === undefined ? paragraph : `${last}\n\n${paragraph}`;
    if (last !== undefined && joined.length <= LIMITS.sectionText) texts[texts.length - 1] = joined;
    else texts.push(paragraph);
  }
  return texts.map((text) => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } }));
}

function sourceBlocks(sources: readonly SourceLine[]): KnownBlock[] {
  const elements = sources.map(({ label, url }) => ({
    type: "mrkdwn" as const,
    text: `Source: ${link(url, label)}`,
    verbatim: true,
  }));
  return chunks(elements, LIMITS.contextElements).map((some) => ({ type: "context", elements: some }));
}

function buttons(options: readonly Option[], share: readonly string[] = []): KnownBlock[] {
  const elements = options.map(topicButton);
  if (share.length > 0)
    elements.push(
      button(
        encodeAction({ do: "share", intents: share }),
        "Share in channel",
        "Share this answer in the channel",
      ),
    );
  return chunks(elements, LIMITS.actionsElements).map((some) => ({ type: "actions", elements: some }));
}

/** A button that opens the answer to a topic. */
export const topicButton = ({ id, title }: Option) =>
  button(encodeAction({ do: "open", intents: [id] }), title, `Answer about: ${title}`);

function button(action: string, text: string, label: string) {
  return {
    type: "button" as const,
    action_id: action,
    text: { type: "plain_text" as const, text: clip(text, LIMITS.buttonText), emoji: false },
    accessibility_label: clip(label, LIMITS.accessibilityLabel),
  };
}

function feedback(intents: readonly string[]): AnyBlock {
  const vote = (what: "helpful" | "not-helpful", text: string, label: string) => ({
    text: { type: "plain_text" as const, text, emoji: false },
    value: encodeAction({ do: what, intents }),
    accessibility_label: label,
  });
  return {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: FEEDBACK,
        positive_button: vote("helpful", "Helpful", "This answer was helpful"),
        negative_button: vote("not-helpful", "Not helpful", "This answer was not helpful"),
      },
    ],
  };
}

/** Labels only: what people are to read is never cut. */
const clip = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

export function chunks<T>(items: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, i) =>
    items.slice(i * most, (i + 1) * most),
  );
}
