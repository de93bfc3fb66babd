/** Citations as people read them: one line a source. */
import type { Citation } from "../../src/index.ts";

/** "The Independent, 25 July 2025, paragraphs 29 and 30" and its address. */
export type SourceLine = { readonly label: string; readonly url: string };

export function sourceLines(citations: readonly Citation[]): SourceLine[] {
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
    return { label: [publisher, ...(published ? [sayDay(published)] : []), ...paragraphs].join(", "), url };
  });
}

const sayList = (numbers: readonly number[]) =>
  numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;

// Built once: making one takes longer than the rest of an answer.
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const sayDay = (day: string) => dayFormat.format(new Date(day));
