/** One YAML file read and held against its shape, with every problem at its line and column. */
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problems.ts";

type Path = readonly PropertyKey[];

export type YamlFile<T> = {
  readonly file: string;
  /** Undefined where the file does not have its shape; the problems say why. */
  readonly data: T | undefined;
  readonly problems: readonly Problem[];
  /** A problem at what `path` leads to. */
  problemAt(path: Path, problem: string, remedy: string): Problem;
};

export function readYamlFile<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
  });

  const at = (offset: number, problem: string, remedy: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, problem, remedy };
  };
  const problemAt = (path: Path, problem: string, remedy: string) =>
    at(offsetOf(document.contents, path), problem, remedy);

  const broken = document.errors.map((error) => at(error.pos[0], firstLine(error.message), "mend the YAML"));
  if (broken.length > 0) return { file, data: undefined, problems: broken, problemAt };

  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { file, data: parsed.data, problems: [], problemAt };
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) =>
          at(
            offsetOf(document.contents, [...issue.path, key], "key"),
            `"${key}" is not a key that is known here`,
            "remove it or mend its spelling",
          ),
        )
      : [problemAt(issue.path, ...explain(issue))],
  );
  return { file, data: undefined, problems, problemAt };
}

/** Schemas may word an issue as "problem; remedy". */
function explain(issue: z.core.$ZodIssue): [problem: string, remedy: string] {
  const name = issue.path.length > 0 ? `"${issue.path.map(String).join(".")}"` : "the file";
  const [problem, remedy] = issue.message.split("; ");
  if (remedy !== undefined) return [`${name} ${problem}`, remedy];
  if (issue.code === "invalid_type" && issue.input === undefined && /undefined/.test(issue.message)) {
    return [`${name} is missing`, `add it as ${withArticle(issue.expected)}`];
  }
  return [`${name}: ${firstLine(issue.message)}`, "mend it"];
}

const withArticle = (type: string) =>
  type === "array" ? "a list" : type === "string" ? "a text" : `a ${type}`;
const firstLine = (text: string) => text.split("\n")[0]!.replace(/:$/, "");

/** Where the value at `path` starts, or its key, or the nearest thing around it that is there. */
function offsetOf(contents: unknown, path: Path, of: "key" | "value" = "value"): number {
  let node = contents;
  let offset = isNode(node) ? start(node) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step),
      );
      if (!pair) return offset;
      if (isNode(pair.key)) offset = start(pair.key);
      node = pair.value;
    } else {
      node = (node as { items?: unknown[] } | null)?.items?.[Number(step)];
      if (!isNode(node)) return offset;
      offset = start(node);
    }
  }
  // A text or a list within a line is shown itself; a block is shown by its key.
  return of === "value" && isScalar(node) && node.range ? node.range[0] : offset;
}

const start = (node: Node) => node.range?.[0] ?? 0;
