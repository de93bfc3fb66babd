/** Everything that can be said against a pack: its files, whether its own check questions find their answers, and whether its
 * urgent signs are found. */

import { intentsOf } from "../answer/compose.ts";
import { createAssistant } from "../assistant.ts";
import { checkUrgent } from "./check-urgent.ts";
import { readPackFolder } from "./folder.ts";
import { openPack } from "./open.ts";
import { parsePack } from "./parse.ts";
import { inOrder, type Problem } from "./problems.ts";
import { intentFile } from "./schema.ts";
import { readYamlFile } from "./yaml-file.ts";

export type Checked = {
  readonly problems: readonly Problem[];
  readonly counts: { readonly intents: number; readonly claims: number; readonly examples: number };
};

export async function checkPack(folder: string): Promise<Checked> {
  const files = readPackFolder(folder);
  const { pack, examples, problems } = parsePack(files);
  const counts = {
    intents: Object.keys(pack?.intents ?? {}).length,
    claims: Object.keys(pack?.claims ?? {}).length,
    examples: examples.length,
  };
  if (!pack) return { problems, counts };

  const opened = await openPack(folder);
  const assistant = createAssistant(opened);
  const now = new Date(pack.walkout.start);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const missed = Object.values(pack.intents).flatMap((intent) => {
    const path = `${intent.folder}/${intent.id}.yaml`;
    const { problemAt } = readYamlFile(path, texts.get(path)!, intentFile);
    return intent.check.flatMap((question, i) => {
      const answer = assistant.ask(question, now);
      const given = intentsOf(answer);
      if (given.includes(intent.id)) return [];
      const found = given.length > 0 ? given.join(" and ") : `an answer of kind ${answer.kind}`;
      return [
        problemAt(
          ["check", i],
          `"${question}" finds ${found}`,
          `add examples like it to examples/${intent.folder}/${intent.id}.txt`,
        ),
      ];
    });
  });
  const urgent = checkUrgent(assistant, opened.wordVectors.knows, files);
  return { problems: inOrder([...missed, ...urgent]), counts };
}
