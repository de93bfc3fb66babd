/** The files of the urgent screen: its signs, the words they are made of, and what takes their weight away. */
import type { z } from "zod";
import { PatternError, parsePattern, type WordLists } from "../urgent/pattern.ts";
import type { PackFile } from "./folder.ts";
import type { Problem } from "./problems.ts";
import { signFile, urgentContextFile, urgentWordsFile } from "./schema.ts";
import type { Sign, UrgentRules } from "./types.ts";
import { readYamlFile, type YamlFile } from "./yaml-file.ts";

export type UrgentFiles = {
  /** What could be read; whole where there are no problems. */
  readonly rules: UrgentRules;
  readonly problems: readonly Problem[];
  /** Signs that raise something that is no urgent intent. */
  checkRaised(isUrgent: (id: string) => boolean): Problem[];
};

const WORDS = "urgent/words.yaml";
const CONTEXT = "urgent/context.yaml";
const SIGN = /^urgent\/rules\/([^/]+)\.ya?ml$/;

export const isUrgentFile = (path: string) => path === WORDS || path === CONTEXT || SIGN.test(path);

type Patterns = { read: YamlFile<unknown>; path: readonly PropertyKey[]; texts: readonly string[] };

/** Reads the urgent files among `files`. A pack without them has no rules, and its screen rests on the matcher alone. */
export function parseUrgent(files: readonly PackFile[]): UrgentFiles {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const words = readYamlFile(WORDS, texts.get(WORDS) ?? "", urgentWordsFile);
  const context = readYamlFile(CONTEXT, texts.get(CONTEXT) ?? "", urgentContextFile);
  const signs = files.flatMap(({ path, text }) => {
    const id = SIGN.exec(path)?.[1];
    return id === undefined ? [] : [{ id, read: readYamlFile(path, text, signFile) }];
  });
  const lists = words.data?.lists ?? {};
  const known = new Set(signs.map(({ id }) => id));
  return {
    rules: {
      lists,
      ordinary: words.data?.ordinary ?? [],
      context: context.data ?? urgentContextFile.parse({}),
      signs: signs.flatMap(({ id, read }): Sign[] => (read.data ? [{ id, ...read.data }] : [])),
    },
    problems: [
      ...[words, context, ...signs.map(({ read }) => read)].flatMap(({ problems }) => problems),
      ...patternsOf(words, context, signs).flatMap((patterns) => checkPatterns(patterns, lists)),
      ...signs.flatMap(({ read }) => checkSign(read, known)),
    ],
    checkRaised: (isUrgent) =>
      signs.flatMap(({ read: { data, problemAt } }) =>
        !data || isUrgent(data.raises)
          ? []
          : [
              problemAt(
                ["raises"],
                `"${data.raises}" is no urgent intent`,
                "use the file name of an intent in urgent/",
              ),
            ],
      ),
  };
}

function patternsOf(
  words: YamlFile<z.infer<typeof urgentWordsFile>>,
  context: YamlFile<z.infer<typeof urgentContextFile>>,
  signs: readonly { read: YamlFile<z.infer<typeof signFile>> }[],
): Patterns[] {
  const { denial, asides = [] } = context.data ?? {};
  return [
    ...Object.entries(words.data?.lists ?? {}).map(([name, texts]) => ({
      read: words,
      path: ["lists", name],
      texts,
    })),
    ...(["cues", "except", "ends", "goes-on", "turns"] as const).map((key) => ({
      read: context,
      path: ["denial", key],
      texts: denial?.[key] ?? [],
    })),
    ...asides.flatMap(({ patterns, unless }, i) => [
      { read: context, path: ["asides", i, "patterns"], texts: patterns },
      { read: context, path: ["asides", i, "unless"], texts: unless },
    ]),
    ...signs.flatMap(({ read }) =>
      (["sure", "likely", "alone"] as const).map((key) => ({
        read,
        path: [key],
        texts: read.data?.[key] ?? [],
      })),
    ),
  ];
}

function checkPatterns({ read, path, texts }: Patterns, lists: WordLists): Problem[] {
  return texts.flatMap((text, i) => {
    try {
      parsePattern(text, lists);
      return [];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const [problem, remedy] = error.message.split("; ") as [string, string];
      return [read.problemAt([...path, i], problem, remedy)];
    }
  });
}

function checkSign(
  { data, problemAt }: YamlFile<z.infer<typeof signFile>>,
  known: ReadonlySet<string>,
): Problem[] {
  if (!data) return [];
  const found = data["instead-of"].flatMap((other, i) =>
    known.has(other)
      ? []
      : [
          problemAt(
            ["instead-of", i],
            `there is no sign "${other}"`,
            "use the file name of a sign in urgent/rules",
          ),
        ],
  );
  if (data.sure.length + data.likely.length === 0)
    found.push(problemAt(["sure"], "the sign has no pattern", 'write at least one under "sure" or "likely"'));
  return found;
}
