/** From answers to messages, as the JSON that Discord takes. Pure; plain text with buttons, so that it reads well aloud. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { LRUCache } from "lru-cache";
import { type Answer, citationsOf, intentsOf, type Option, type Pack } from "../../src/index.ts";
import { encodeAction } from "../chat/actions.ts";
import { nextOptions } from "../chat/options.ts";
import { sourceLines } from "../chat/sources.ts";
import { topicLists } from "./topics.ts";
import { CHOOSE, HELPFUL, NOT_HELPFUL, SHARE } from "./wording.ts";

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** A message, wherever it goes to. */
export type Body = {
  readonly content: string;
  readonly components: readonly Row[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly replied_user?: boolean };
};

/** Discord's limits. */
const BUTTONS_IN_A_ROW = 5;
const LONGEST_LABEL = 80;
const LONGEST_CONTENT = 2000;

/** A message of an answer. `share`: with a button that shows it to everybody in the channel. */
export function writeAnswer(answer: Answer, share = false): Body {
  return body(answerText(answer), answerRows(answer, share));
}

/** `writeAnswer` that remembers: a pack has few answers and people ask for the same ones. */
export function createWriter(): typeof writeAnswer {
  const written = new LRUCache<string, Body>({ max: 500 });
  return (answer, share = false) => {
    const key = `${share} ${intentsOf(answer)} ${answer.text}`;
    const known = written.get(key);
    if (known) return known;
    const message = writeAnswer(answer, share);
    written.set(key, message);
    return message;
  };
}

/** A message of one plain text. */
export function writeText(text: string): Body {
  return body(literal(text), []);
}

/** The same message, seen by one person alone. */
export function onlyForThem(message: Body): Body {
  return { ...message, flags: message.flags | MessageFlags.Ephemeral };
}

/** The same message with a line before it. */
export function after(line: string, message: Body): Body {
  return { ...message, content: `${literal(line)}\n${message.content}` };
}

/** Every topic, in lists to choose from. */
export function writeTopics(pack: Pack): Body {
  return body(
    CHOOSE,
    topicLists(pack).map(({ name, topics }, i) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: `topics:${i}`,
          placeholder: name,
          options: topics.map(({ id, title }) => ({ label: shorten(title, 100), value: id })),
        },
      ],
    })),
  );
}

function answerText(answer: Answer): string {
  switch (answer.kind) {
    case "urgent":
    case "unknown":
      return answer.paragraphs.map(literal).join("\n");
    case "clarify":
      return [answer.ask, answer.help].map(literal).join("\n");
    case "answer":
    case "not-covered": {
      const { notice, parts, help } = answer;
      const lines = notice ? [`**${literal(notice)}**`] : [];
      for (const { title, paragraphs } of parts) {
        if (parts.length > 1) lines.push(`**${literal(title)}**`);
        lines.push(...paragraphs.map(literal));
      }
      if (help) lines.push(literal(help));
      // In angle brackets a link is a link and nothing is unfurled.
      for (const { label, url } of sourceLines(citationsOf(answer))) {
        lines.push(`Source: [${literal(label)}](<${url}>)`);
      }
      return lines.join("\n");
    }
  }
}

function answerRows(answer: Answer, share: boolean): Row[] {
  const rows = inRows(nextOptions(answer).map(optionButton));
  if (citationsOf(answer).length === 0) return rows;
  const intents = intentsOf(answer);
  const act = (what: "helpful" | "not-helpful" | "share", label: string) =>
    button(encodeAction({ do: what, intents }), label);
  const last = [act("helpful", HELPFUL), act("not-helpful", NOT_HELPFUL)];
  if (share) last.push(act("share", SHARE));
  return [...rows, row(last)];
}

const optionButton = ({ id, title }: Option) => button(encodeAction({ do: "open", intents: [id] }), title);

function button(custom_id: string, label: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id,
    label: shorten(label, LONGEST_LABEL),
  };
}

function inRows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < buttons.length; i += BUTTONS_IN_A_ROW) {
    rows.push(row(buttons.slice(i, i + BUTTONS_IN_A_ROW)));
  }
  return rows;
}

const row = (components: readonly APIButtonComponentWithCustomId[]): Row => ({
  type: ComponentType.ActionRow,
  components: [...components],
});

function body(content: string, components: readonly Row[]): Body {
  return {
    content: shorten(content, LONGEST_CONTENT),
    components,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
  };
}

/** What Discord would read as formatting, as the characters that they are. */
export function literal(text: string): string {
  return text.replace(/[\\*_~`|<>[\]]/g, "\\$&").replace(/^(\s*)([#-])/gm, "$1\\$2");
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
