/** What Slack would refuse about a message, by its reference of Block Kit. */
import type { AnyBlock } from "@slack/types";
import { LIMITS } from "../../../adapters/slack/limits.ts";
import type { SlackMessage } from "../../../adapters/slack/write.ts";

export function messageProblems({ text, blocks }: SlackMessage): string[] {
  return [
    ...tooLong("text", text, LIMITS.messageText),
    ...(text.trim() === "" ? ["text is empty"] : []),
    ...blockProblems(blocks, LIMITS.messageBlocks),
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: blocks are looked at as the JSON they become
type Json = any;

export function blockProblems(blocks: readonly AnyBlock[], most: number): string[] {
  const json: Json[] = JSON.parse(JSON.stringify(blocks));
  return [...(json.length > most ? [`${json.length} blocks`] : []), ...json.flatMap(problemsOfBlock)];
}

function problemsOfBlock(block: Json): string[] {
  const elements: Json[] = block.elements ?? [];
  const ids = elements.map(({ action_id }) => action_id).filter((id) => id !== undefined);
  const repeated = new Set(ids).size === ids.length ? [] : ["an action id is used twice"];
  switch (block.type) {
    case "divider":
      return [];
    case "header":
      return tooLong("header", block.text.text, LIMITS.headerText);
    case "section":
      return tooLong("section", block.text.text, LIMITS.sectionText);
    case "context":
      return [
        ...tooMany("context", elements, LIMITS.contextElements),
        ...elements.flatMap(({ text }) => tooLong("context", text, LIMITS.sectionText)),
      ];
    case "actions":
      return [
        ...tooMany("actions", elements, LIMITS.actionsElements),
        ...repeated,
        ...elements.flatMap(buttonProblems),
      ];
    case "context_actions":
      return [
        ...tooMany("context_actions", elements, LIMITS.contextActionsElements),
        ...elements.flatMap(({ positive_button, negative_button }) =>
          [positive_button, negative_button].flatMap(buttonProblems),
        ),
      ];
    default:
      return [`${block.type} is not looked at`];
  }
}

const buttonProblems = (button: Json) => [
  ...tooLong("button", button.text.text, LIMITS.buttonText),
  ...tooLong("label", button.accessibility_label ?? "", LIMITS.accessibilityLabel),
  ...(button.value === undefined ? [] : tooLong("value", button.value, LIMITS.value)),
  ...(button.action_id === undefined ? [] : tooLong("action id", button.action_id, LIMITS.actionId)),
];

const tooLong = (what: string, text: string, most: number) =>
  text.length === 0 || text.length > most ? [`${what} has ${text.length} characters`] : [];
const tooMany = (what: string, elements: readonly Json[], most: number) =>
  elements.length === 0 || elements.length > most ? [`${what} has ${elements.length} elements`] : [];
