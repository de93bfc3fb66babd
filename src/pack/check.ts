/** Everything that can be said against a pack: its files, its proofs, its wording, and whether its questions find their answers. */
import { readFileSync } from "node:fs";
import { intentsOf } from "../answer/compose.ts";
import { type Assistant, createAssistant } from "../assistant.ts";
import { departures } from "./article.ts";
import { checkUrgent } from "./check-urgent.ts";
import { type PackFile, readPackFolder } from "./folder.ts";
import { slipsIn } from "./lint.ts";
import { openPack } from "./open.ts";
import { parsePack } from "./parse.ts";
import { inOrder, type Problem } from "./problems.ts";
import { unprovenIn } from "./proof.ts";
import { paragraphsOf } from "./replies.ts";
import { clarificationFile, intentFile, sourcesFile, wordingFile } from "./schema.ts";
import type { Intent, Pack } from "./types.ts";
import { readYamlFile } from "./yaml-file.ts";

export type Checked = {
  readonly problems: readonly Problem[];
  readonly counts: { readonly intents: number; readonly claims: number; readonly examples: number };
};

/** @throws the file system's errors where the folder or the article cannot be read. */
export async function checkPack(folder: string, articleFile?: string): Promise<Checked> {
  const article = articleFile === undefined ? undefined : readFileSync(articleFile, "utf8");
  const files = readPackFolder(folder);
  const { pack, examples, problems } = parsePack(files);
  const counts = {
    intents: Object.keys(pack?.intents ?? {}).length,
    claims: Object.keys(pack?.claims ?? {}).length,
    examples: examples.length,
  };
  if (!pack) return { problems, counts };
  const texts = checkTexts(files, pack, article);
  const opened = await openPack(folder);
  const assistant = createAssistant(opened);
  const urgent = checkUrgent(assistant, (word) => opened.wordVectors.rowOf(word) >= 0, files);
  return { problems: inOrder([...texts, ...checkQuestions(files, pack, assistant), ...urgent]), counts };
}

/** What is wrong with the pack's sentences: unproven, ill-worded, or departing from the article. */
export function checkTexts(files: readonly PackFile[], pack: Pack, article?: string): Problem[] {
  const problems: Problem[] = [];
  for (const intent of Object.values(pack.intents)) {
    const { problemAt } = intentYaml(files, intent);
    const paragraphs = paragraphsOf(intent);
    const claims = intent.claims.map((id) => pack.claims[id]!);
    for (const { problem, remedy } of [
      ...unprovenIn(paragraphs, claims, pack),
      ...paragraphs.flatMap(slipsIn),
    ]) {
      problems.push(problemAt(["answer"], problem, remedy));
    }
    for (const { problem, remedy } of slipsIn(intent.title))
      problems.push(problemAt(["title"], problem, remedy));
  }
  for (const { id, ask } of Object.values(pack.clarifications)) {
    const { problemAt } = readYamlFile(
      `clarify/${id}.yaml`,
      textOf(files, `clarify/${id}.yaml`),
      clarificationFile,
    );
    for (const { problem, remedy } of slipsIn(ask)) problems.push(problemAt(["ask"], problem, remedy));
  }
  const wording = readYamlFile("wording.yaml", textOf(files, "wording.yaml"), wordingFile);
  const { notices, unknown, clarify, confirm, help, failure } = pack.wording;
  for (const [key, paragraphs] of Object.entries({
    notices: Object.values(notices),
    unknown,
    clarify: [clarify],
    confirm: [confirm],
    help: [help],
    failure: failure.split("\n"),
  })) {
    for (const { problem, remedy } of paragraphs.flatMap(slipsIn))
      problems.push(wording.problemAt([key], problem, remedy));
  }
  if (article !== undefined) problems.push(...checkArticle(files, pack, article));
  return problems;
}

/** Only sources with fingerprints have a text to be held against. */
function checkArticle(files: readonly PackFile[], pack: Pack, article: string): Problem[] {
  const { problemAt } = readYamlFile("sources.yaml", textOf(files, "sources.yaml"), sourcesFile);
  return Object.values(pack.sources)
    .filter(({ fingerprints }) => Object.keys(fingerprints).length > 0)
    .flatMap((source) => departures(source, Object.values(pack.claims), article))
    .map(({ claim, problem, remedy }) => problemAt(["claims", claim], problem, remedy));
}

function checkQuestions(files: readonly PackFile[], pack: Pack, assistant: Assistant): Problem[] {
  const now = new Date(pack.walkout.start);
  return Object.values(pack.intents).flatMap((intent) => {
    const { problemAt } = intentYaml(files, intent);
    return intent.check.flatMap((question, i) => {
      const answer = assistant.ask(question, now);
      const given = intentsOf(answer);
      if (given.includes(intent.id)) return [];
      const found = given.length > 0 ? given.join(" and ") : `an answer of kind ${answer.kind}`;
      const remedy = `add examples like it to examples/${intent.folder}/${intent.id}.txt`;
      return [problemAt(["check", i], `"${question}" finds ${found}`, remedy)];
    });
  });
}

const textOf = (files: readonly PackFile[], path: string) =>
  files.find((file) => file.path === path)?.text ?? "";

function intentYaml(files: readonly PackFile[], { folder, id }: Intent) {
  const path = `${folder}/${id}.yaml`;
  return readYamlFile(path, textOf(files, path), intentFile);
}
