/** What is wrong with a pack, where, and what to do about it. */
export type Problem = {
  /** Relative to the pack's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly remedy: string;
};

/** One line for an editor: `services/gp.yaml:3:1 problem; remedy`. */
export function formatProblem({ file, line, column, problem, remedy }: Problem): string {
  return `${file}:${line}:${column} ${problem}; ${remedy}`;
}

/** Thrown where a pack that is broken was to be used; holds every problem of every file. */
export class PackError extends Error {
  readonly problems: readonly Problem[];

  constructor(folder: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`The pack in ${folder} has ${count}:\n${problems.map(formatProblem).join("\n")}`);
    this.name = "PackError";
    this.problems = problems;
  }
}

/** Problems in the order of files and lines. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
