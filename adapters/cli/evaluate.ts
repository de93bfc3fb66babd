/** `eval`: labelled question sets put to the assistant; a table, what was confused with what, and a page on request. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Io, write } from "./io.ts";
import { readLabelled } from "./labelled.ts";
import { openAssistant } from "./open.ts";
import { report } from "./report.ts";
import { isUrgent, labelOf, score } from "./score.ts";
import { readTime } from "./time.ts";
import { UsageError } from "./usage-error.ts";

/** One question of a set and what became of it. */
export type Outcome = {
  readonly question: string;
  readonly label: string;
  readonly given: string;
  readonly score: number;
  readonly confidence: number;
};

export type SetResult = {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** Questions labelled with an urgent id, and those of them that were not answered as urgent. */
  readonly urgent: number;
  readonly missed: number;
  /** Other questions that were answered as urgent. */
  readonly falseAlarms: number;
};

const MOST_CONFUSIONS = 25;

export async function evaluate(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { html: { type: "string" }, at: { type: "string" } },
  });
  if (positionals.length === 0) throw new UsageError("eval needs at least one file of questions and labels");
  const sets = positionals.map((file) => ({ name: file, rows: readLabelled(file) }));
  const assistant = await openAssistant(io);
  const now = values.at === undefined ? new Date(assistant.pack.walkout.start) : readTime(values.at);

  const results = sets.map(({ name, rows }): SetResult => {
    let [urgent, missed, falseAlarms] = [0, 0, 0];
    const outcomes = rows.map(({ text, label }) => {
      const answer = assistant.ask(text, now);
      const wantsUrgent = label.split("|").some((id) => assistant.pack.intents[id]?.kind === "urgent");
      if (wantsUrgent) urgent++;
      if (wantsUrgent && !isUrgent(answer)) missed++;
      if (!wantsUrgent && isUrgent(answer)) falseAlarms++;
      return {
        question: text,
        label,
        given: labelOf(answer),
        score: score(label, answer),
        confidence: answer.confidence,
      };
    });
    return { name, outcomes, urgent, missed, falseAlarms };
  });

  for (const result of results) await write(io.output, table(result));
  if (values.html) writeFileSync(values.html, report(results));
  return 0;
}

/** The share of right answers, halves counted as halves. */
export function accuracy(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + outcome.score, 0) / Math.max(1, outcomes.length);
}

function table({ name, outcomes, urgent, missed, falseAlarms }: SetResult): string {
  const wrong = outcomes.filter((outcome) => outcome.score < 1);
  const count = (kind: (outcome: Outcome) => boolean) => outcomes.filter(kind);
  const groups: [string, readonly Outcome[]][] = [
    ["one thing asked", count(({ label }) => !/[+:]/.test(label) && label !== "none")],
    ["two things asked", count(({ label }) => label.includes("+"))],
    ["open questions", count(({ label }) => label.startsWith("clarify:"))],
    ["out of scope", count(({ label }) => label === "none")],
  ];
  const rows = groups
    .filter(([, group]) => group.length > 0)
    .map(
      ([title, group]) => `  ${title.padEnd(18)} ${percent(accuracy(group)).padStart(7)}  of ${group.length}`,
    );
  const safety = `  urgent missed ${missed} of ${urgent}; false alarms ${falseAlarms} of ${outcomes.length - urgent}`;
  const confusions = wrong
    .slice(0, MOST_CONFUSIONS)
    .map(({ label, given, question }) => `  ${label} -> ${given}  ${question}`);
  const more =
    wrong.length > confusions.length
      ? [`  and ${wrong.length - confusions.length} more; --html shows all`]
      : [];
  return [
    `${name}: ${percent(accuracy(outcomes))} of ${outcomes.length}`,
    ...rows,
    safety,
    ...confusions,
    ...more,
    "",
    "",
  ].join("\n");
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
