/** An answer as lines for a terminal. Colour only repeats what the words say. */
import { type Answer, type Citation, citationsOf, type Match, type Option } from "../../src/index.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** The lines of an answer, at most `width` wide. Choices are numbered from 1. */
export function writeAnswer(answer: Answer, style: Style, width: number): string {
  const paragraph = (text: string) => wrap(text, width);
  switch (answer.kind) {
    case "urgent":
      return answer.paragraphs.map((text) => style.alarm(paragraph(text))).join("\n");
    case "clarify":
      return [style.strong(paragraph(answer.ask)), ...choices(answer.options)].join("\n");
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
      const sources = groupBySource(citationsOf(answer));
      lines.push(...sources.map((source) => style.faint(wrap(`Source: ${source}`, width))));
      return lines.join("\n");
    }
  }
}

/** What an answer offers to ask next, numbered; none for what must stand alone. */
export function nextOptions(answer: Answer): readonly Option[] {
  if (answer.kind === "clarify") return answer.options;
  if (answer.kind !== "answer" && answer.kind !== "not-covered") return [];
  const asked = new Set(answer.parts.map(({ intent }) => intent));
  const related = answer.parts.flatMap((part) => part.related).filter(({ id }) => !asked.has(id));
  return [...new Map(related.map((option) => [option.id, option])).values()].slice(0, 4);
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

/** "The Independent, 25 July 2025, paragraphs 29 and 30": one line a source. */
export function groupBySource(citations: readonly Citation[]): string[] {
  // Not Map.groupBy, which Node 20 does not have.
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) groups.set(citation.id, [...(groups.get(citation.id) ?? []), citation]);
  return [...groups.values()].map((group) => {
    const { publisher, published, url } = group[0]!;
    const numbers = [...new Set(group.map(({ paragraph }) => paragraph).filter((n) => n !== null))].sort(
      (a, b) => a - b,
    );
    const paragraphs =
      numbers.length === 0
        ? []
        : [`${numbers.length === 1 ? "paragraph" : "paragraphs"} ${sayList(numbers)}`];
    return [publisher, ...(published ? [sayDay(published)] : []), ...paragraphs, url].join(", ");
  });
}

const sayList = (numbers: readonly number[]) =>
  numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;

const sayDay = (day: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(day));
