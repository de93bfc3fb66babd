/** An answer as lines for a terminal. Colour only repeats what the words say. */
import { type Answer, type Citation, citationsOf, type Match, type Option } from "../../src/index.ts";
import { sourceLines } from "../chat/sources.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** The lines of an answer, at most `width` wide. Choices are numbered from 1. */
export function writeAnswer(answer: Answer, style: Style, width: number): string {
  const paragraph = (text: string) => wrap(text, width);
  switch (answer.kind) {
    case "urgent":
      return answer.paragraphs.map((text) => style.alarm(paragraph(text))).join("\n");
    case "clarify":
      return [style.strong(paragraph(answer.ask)), ...choices(answer.options), paragraph(answer.help)].join(
        "\n",
      );
    case "unknown":
      return answer.paragraphs.map(paragraph).join("\n");
    case "answer":
    case "not-covered": {
      const lines: string[] = [];
      if (answer.notice) lines.push(style.strong(paragraph(answer.notice)));
      for (const part of answer.parts) {
        if (answer.parts.length > 1) lines.push(style.strong(part.title));
        lines.push(...part.paragraphs.map(paragraph));
      }
      if (answer.help) lines.push(paragraph(answer.help));
      const sources = sourcesOf(citationsOf(answer));
      lines.push(...sources.map((source) => style.faint(wrap(`Source: ${source}`, width))));
      return lines.join("\n");
    }
  }
}

export const choices = (options: readonly Option[]) => options.map(({ title }, i) => `  ${i + 1}  ${title}`);

/** Why the answer is what it is: each possible meaning with its confidence and the example nearest to it. */
export function writeWhy(matches: readonly Match[], width: number): string {
  if (matches.length === 0) return "There was no word to go by.";
  return matches
    .filter(({ confidence }, i) => i === 0 || confidence >= 0.05)
    .slice(0, 5)
    .map(({ intent, confidence, because }) =>
      wrap(`${confidence.toFixed(2)}  ${intent}: ${because}`, width, "      "),
    )
    .join("\n");
}

/** "The Independent, 25 July 2025, paragraphs 29 and 30, https://…": one line a source. */
export const sourcesOf = (citations: readonly Citation[]) =>
  sourceLines(citations).map(({ label, url }) => `${label}, ${url}`);
