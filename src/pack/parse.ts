/**
 * From a pack's files to a pack, or to every problem of every file at once. The layout says what a file is:
 *
 *     pack.yaml wording.yaml sources.yaml lexicon.yaml elsewhere.yaml
 *     <folder>/<intent>.yaml             the folder gives the kind of its answers
 *     clarify/<clarification>.yaml
 *     urgent/rules/<sign>.yaml           how the urgent screen knows a sign, with urgent/words.yaml and urgent/context.yaml
 *     examples/<folder>/<id>.txt         what people say for that intent or clarification
 *     examples/none.txt                  what they say that is out of scope
 */
import type { z } from "zod";
import { normalise } from "../language/normalise.ts";
import { tokenise } from "../language/tokens.ts";
import { type PlacedExample, readExamplesFile } from "./examples-file.ts";
import type { PackFile } from "./folder.ts";
import { inOrder, type Problem } from "./problems.ts";
import {
  clarificationFile,
  elsewhereFile,
  intentFile,
  lexiconFile,
  sourcesFile,
  walkoutFile,
  wordingFile,
} from "./schema.ts";
import {
  CLARIFY,
  type Clarification,
  type Intent,
  type IntentKind,
  OUT_OF_SCOPE,
  type Pack,
  SMALL_TALK,
} from "./types.ts";
import { isUrgentFile, parseUrgent } from "./urgent-files.ts";
import { readYamlFile, type YamlFile } from "./yaml-file.ts";
import { sayTime, zonedTime } from "./zoned-time.ts";

export type Parsed = {
  /** Undefined where there are problems. */
  readonly pack: Pack | undefined;
  readonly examples: readonly PlacedExample[];
  readonly problems: readonly Problem[];
};

/** Folders of intents, and how their answers are meant. Another folder of answers is another line here. */
const KINDS: Readonly<Record<string, IntentKind>> = {
  services: "answer",
  appointments: "answer",
  strike: "answer",
  positions: "answer",
  chat: "answer",
  "not-covered": "not-covered",
  urgent: "urgent",
};
/** Answers of these folders state nothing that needs a source. */
const UNSOURCED = new Set([SMALL_TALK, "urgent"]);
const EXAMPLES = "examples/";

type IntentFile = YamlFile<z.infer<typeof intentFile>>;
type ClarificationFile = YamlFile<z.infer<typeof clarificationFile>>;

export function parsePack(files: readonly PackFile[]): Parsed {
  const problems: Problem[] = [];
  const note = (file: string, problem: string, remedy: string) =>
    problems.push({ file, line: 1, column: 1, problem, remedy });
  const unread = new Map(files.map(({ path, text }) => [path, text]));

  function take<T>(path: string, schema: z.ZodType<T>): YamlFile<T> {
    const text = unread.get(path);
    if (text === undefined)
      note(path, "the file is missing", "add it; docs/adding-a-walkout.md shows what it holds");
    unread.delete(path);
    const read = readYamlFile(path, text ?? "", schema);
    if (text !== undefined) problems.push(...read.problems);
    return read;
  }

  const walkout = take("pack.yaml", walkoutFile);
  const wording = take("wording.yaml", wordingFile);
  const sources = take("sources.yaml", sourcesFile);
  const lexicon = take("lexicon.yaml", lexiconFile);
  const elsewhere = take("elsewhere.yaml", elsewhereFile);

  const urgent = parseUrgent(files);
  problems.push(...urgent.problems);
  for (const path of [...unread.keys()].filter(isUrgentFile)) unread.delete(path);

  const intents = new Map<string, { folder: string; read: IntentFile }>();
  const clarifications = new Map<string, ClarificationFile>();
  const examples: PlacedExample[] = [];
  for (const [path, text] of unread) {
    const parts = /^(?:(examples)\/)?(?:([^/]+)\/)?([^/]+)\.(ya?ml|txt)$/.exec(path);
    const [, listed, folder = "", id = "", type] = parts ?? [];
    if (listed && type === "txt" && (folder !== "" || id === OUT_OF_SCOPE)) {
      const label = folder === "clarify" ? `${CLARIFY}${id}` : id;
      const read = readExamplesFile(path, text, label);
      examples.push(...read.examples);
      problems.push(...read.problems);
    } else if (!listed && folder === "clarify" && type !== "txt") {
      clarifications.set(id, take(path, clarificationFile));
    } else if (!listed && KINDS[folder] && type !== "txt") {
      const earlier = intents.get(id);
      if (earlier)
        note(
          path,
          `the id "${id}" is already that of ${earlier.folder}/${id}.yaml`,
          "give one of them another name",
        );
      else intents.set(id, { folder, read: take(path, intentFile) });
    } else {
      note(
        path,
        "no such file belongs in a pack",
        `move it into one of ${Object.keys(KINDS).join(", ")}, clarify or examples`,
      );
    }
  }

  problems.push(
    ...checkWalkout(walkout),
    ...checkClaims(sources),
    ...[...intents].flatMap(([id, { folder, read }]) => checkIntent(id, folder, read, intents, sources)),
    ...[...clarifications.values()].flatMap((read) => checkOptions(read, intents)),
    ...checkElsewhere(elsewhere, intents),
    ...checkExamples(examples, intents, clarifications),
    ...urgent.checkRaised((id) => KINDS[intents.get(id)?.folder ?? ""] === "urgent"),
  );
  if (
    problems.length > 0 ||
    !walkout.data ||
    !wording.data ||
    !sources.data ||
    !lexicon.data ||
    !elsewhere.data
  ) {
    return { pack: undefined, examples, problems: inOrder(problems) };
  }

  const times = {
    start: zonedTime(walkout.data.start, walkout.data.timeZone),
    end: walkout.data.end === null ? null : zonedTime(walkout.data.end, walkout.data.timeZone),
  };
  const pack: Pack = {
    walkout: { ...walkout.data, ...times },
    wording: {
      ...wording.data,
      notices: fillNotices(wording.data.notices, times, walkout.data.timeZone),
      failure: [wording.data.failure, wording.data.help].join("\n"),
    },
    sources: withIds(sources.data.sources),
    claims: withIds(sources.data.claims),
    signposts: sources.data.signposts,
    aliases: sources.data.aliases,
    intents: Object.fromEntries(
      [...intents].map(([id, { folder, read }]) => [id, toIntent(id, folder, read.data!)]),
    ),
    clarifications: Object.fromEntries(
      [...clarifications].map(([id, read]): [string, Clarification] => [id, { id, ...read.data! }]),
    ),
    lexicon: Object.entries(lexicon.data).flatMap(([to, ways]) =>
      ways.map((from) => [plain(from), plain(to)] as const),
    ),
    elsewhere: Object.entries(elsewhere.data).flatMap(([intent, names]) =>
      names.flat().map((name) => ({ name: plain(name), intent })),
    ),
    urgent: urgent.rules,
  };
  return { pack, examples, problems: [] };
}

/** Notices name the walkout's times as {start} and {end}. */
function fillNotices(
  notices: Pack["wording"]["notices"],
  { start, end }: { start: string; end: string | null },
  timeZone: string,
): Pack["wording"]["notices"] {
  const fill = (text: string) =>
    text
      .replaceAll("{start}", sayTime(start, timeZone))
      .replaceAll("{end}", end === null ? "a time not yet known" : sayTime(end, timeZone));
  return Object.fromEntries(
    Object.entries(notices).map(([name, text]) => [name, fill(text)]),
  ) as typeof notices;
}

const plain = (text: string) => tokenise(normalise(text)).join(" ");

function withIds<T>(entries: Record<string, T>): Record<string, T & { id: string }> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { id, ...entry }]));
}

function toIntent(id: string, folder: string, data: z.infer<typeof intentFile>): Intent {
  return { id, folder, kind: KINDS[folder]!, ...data };
}

function checkWalkout({ data, problemAt }: YamlFile<z.infer<typeof walkoutFile>>): Problem[] {
  if (!data?.end || data.end > data.start) return [];
  return [
    problemAt(
      ["end"],
      `the end ${data.end} is not after the start ${data.start}`,
      "mend one of the two, or use null while no end is known",
    ),
  ];
}

function checkClaims({ data, problemAt }: YamlFile<z.infer<typeof sourcesFile>>): Problem[] {
  if (!data) return [];
  return Object.entries(data.claims).flatMap(([id, claim]) => {
    const found: Problem[] = [];
    if (!Object.hasOwn(data.sources, claim.source)) {
      found.push(
        problemAt(
          ["claims", id, "source"],
          `there is no source "${claim.source}"`,
          `use one of ${Object.keys(data.sources).join(", ")}`,
        ),
      );
    }
    if (claim.contested && claim.attribution === null) {
      found.push(
        problemAt(
          ["claims", id, "contested"],
          `the contested claim "${id}" does not say whose it is`,
          "add its attribution",
        ),
      );
    }
    return found;
  });
}

function checkIntent(
  id: string,
  folder: string,
  { data, problemAt }: IntentFile,
  intents: ReadonlyMap<string, unknown>,
  sources: YamlFile<z.infer<typeof sourcesFile>>,
): Problem[] {
  if (!data) return [];
  const found: Problem[] = [];
  if (data.claims.length === 0 && !UNSOURCED.has(folder)) {
    found.push(
      problemAt(
        ["claims"],
        `the answer "${id}" rests on no claim`,
        "list the claims of sources.yaml that it states",
      ),
    );
  }
  data.claims.forEach((claim, i) => {
    if (!sources.data || Object.hasOwn(sources.data.claims, claim)) return;
    found.push(
      problemAt(["claims", i], `there is no claim "${claim}"`, "use the id of a claim in sources.yaml"),
    );
  });
  data.related.forEach((other, i) => {
    if (other === id) found.push(problemAt(["related", i], `"${id}" is related to itself`, "remove it"));
    else if (!intents.has(other))
      found.push(
        problemAt(["related", i], `there is no intent "${other}"`, "use the file name of an intent"),
      );
  });
  return found;
}

function checkOptions(
  { data, problemAt }: ClarificationFile,
  intents: ReadonlyMap<string, unknown>,
): Problem[] {
  return (data?.options ?? []).flatMap((option, i) =>
    intents.has(option)
      ? []
      : [problemAt(["options", i], `there is no intent "${option}"`, "use the file name of an intent")],
  );
}

function checkElsewhere(
  { data, problemAt }: YamlFile<z.infer<typeof elsewhereFile>>,
  intents: ReadonlyMap<string, unknown>,
): Problem[] {
  return Object.keys(data ?? {}).flatMap((id) =>
    id === OUT_OF_SCOPE || intents.has(id)
      ? []
      : [problemAt([id], `there is no intent "${id}"`, `use the file name of an intent, or ${OUT_OF_SCOPE}`)],
  );
}

function checkExamples(
  examples: readonly PlacedExample[],
  intents: ReadonlyMap<string, { folder: string }>,
  clarifications: ReadonlyMap<string, unknown>,
): Problem[] {
  const found: Problem[] = [];
  const wanted = new Map<string, string>([[OUT_OF_SCOPE, `${EXAMPLES}${OUT_OF_SCOPE}.txt`]]);
  for (const [id, { folder }] of intents) wanted.set(id, `${EXAMPLES}${folder}/${id}.txt`);
  for (const id of clarifications.keys()) wanted.set(`${CLARIFY}${id}`, `${EXAMPLES}clarify/${id}.txt`);

  const met = new Map<string, PlacedExample>();
  const labels = new Set<string>();
  for (const example of examples) {
    const { file, line, label, text } = example;
    const place = { file, line, column: 1 };
    if (wanted.get(label) !== file) {
      if (!labels.has(file))
        found.push({
          ...place,
          problem: `no intent is called "${label}" in that folder`,
          remedy: "rename the file after its intent",
        });
      labels.add(file);
      continue;
    }
    labels.add(label);
    const key = plain(text);
    const twin = met.get(key);
    if (key === "" && label !== OUT_OF_SCOPE)
      found.push({ ...place, problem: "the example holds no word", remedy: "remove the line" });
    else if (twin && key !== "") {
      const problem = `"${text}" stands already at ${twin.file}:${twin.line}`;
      found.push({
        ...place,
        problem,
        remedy: twin.label === label ? "remove one of them" : "decide which of the two it belongs to",
      });
    } else met.set(key, example);
  }
  for (const [label, file] of wanted) {
    if (!labels.has(label))
      found.push({
        file,
        line: 1,
        column: 1,
        problem: `"${label}" has no examples`,
        remedy: "list what people say for it, an utterance a line",
      });
  }
  return found;
}
