/** Whether every sign of the urgent screen is found in its own phrases, and in none of those that it must miss. */
import { intentsOf } from "../answer/compose.ts";
import type { Assistant } from "../assistant.ts";
import { normalise } from "../language/normalise.ts";
import { createRules, type Strength } from "../urgent/rules.ts";
import type { PackFile } from "./folder.ts";
import type { Problem } from "./problems.ts";
import { signFile } from "./schema.ts";
import { readYamlFile } from "./yaml-file.ts";

/**
 * Each of a sign's hits must show the sign to the rules alone and be answered with what it raises; each of its misses must
 * show it neither way. `files` are those of the assistant's pack.
 */
export function checkUrgent(
  { ask, pack }: Assistant,
  isWord: (word: string) => boolean,
  files: readonly PackFile[],
): Problem[] {
  const find = createRules(pack.urgent, isWord);
  const now = new Date(pack.walkout.start);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const raised = new Set(pack.urgent.signs.map(({ raises }) => raises));

  const unproved = pack.urgent.signs.flatMap((sign): Problem[] => {
    const path = `urgent/rules/${sign.id}.yaml`;
    const { problemAt } = readYamlFile(path, texts.get(path) ?? "", signFile);
    const found = (phrase: string, strengths: readonly Strength[]) =>
      find(normalise(phrase)).signs.some(
        (found) => found.sign.id === sign.id && strengths.includes(found.strength),
      );
    const given = (phrase: string) => intentsOf(ask(phrase, now));
    return [
      ...sign.hits.flatMap((phrase, i) => {
        if (!found(phrase, ["alone", "sure", "likely"]))
          return [
            problemAt(
              ["hits", i],
              `"${phrase}" does not show this sign`,
              "add or widen a pattern of this file",
            ),
          ];
        const ids = given(phrase);
        return ids.includes(sign.raises)
          ? []
          : [
              problemAt(
                ["hits", i],
                `"${phrase}" finds ${ids.join(" and ") || "nothing"}, not ${sign.raises}`,
                "find the sign that comes before this one, or make this pattern sure",
              ),
            ];
      }),
      ...sign.misses.flatMap((phrase, i) => {
        if (found(phrase, ["alone", "sure"]))
          return [
            problemAt(["misses", i], `"${phrase}" shows this sign`, "narrow the pattern that finds it"),
          ];
        return given(phrase).includes(sign.raises)
          ? [
              problemAt(
                ["misses", i],
                `"${phrase}" finds ${sign.raises}`,
                "add examples like it to the right list in examples/",
              ),
            ]
          : [];
      }),
    ];
  });

  const silent = Object.values(pack.intents)
    .filter(({ id, kind }) => kind === "urgent" && pack.urgent.signs.length > 0 && !raised.has(id))
    .map(({ id, folder }) => ({
      file: `${folder}/${id}.yaml`,
      line: 1,
      column: 1,
      problem: `no sign raises "${id}"`,
      remedy: "add one to urgent/rules",
    }));
  return [...unproved, ...silent];
}
