/**
 * A list of examples: plain text, an utterance a line. A line "# voice: name" says who speaks from there on; other lines
 * that start with # are remarks.
 */
import type { Problem } from "./problems.ts";
import type { Example } from "./types.ts";

/** An example and the line it stands on. */
export type PlacedExample = Example & { readonly file: string; readonly line: number };

const VOICE = /^#\s*voice:\s*(.+)$/;

export function readExamplesFile(
  file: string,
  text: string,
  label: string,
): { examples: PlacedExample[]; problems: Problem[] } {
  const examples: PlacedExample[] = [];
  const problems: Problem[] = [];
  let voice = "unnamed";
  text.split("\n").forEach((raw, index) => {
    const line = index + 1;
    const utterance = raw.trim();
    if (utterance === "") return;
    if (utterance.startsWith("#")) {
      voice = VOICE.exec(utterance)?.[1]?.trim() ?? voice;
      return;
    }
    if (utterance.includes("\t") || utterance.includes("\ufffd")) {
      const column = utterance.search(/[\t\ufffd]/) + 1;
      const problem = "the line holds a tab or a broken character";
      problems.push({ file, line, column, problem, remedy: "write one utterance a line, as UTF-8 text" });
      return;
    }
    examples.push({ text: utterance, label, voice, file, line });
  });
  return { examples, problems };
}
