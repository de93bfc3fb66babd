/** An evaluation as a page: every question, what was wanted, what was given. */
import { accuracy, type Outcome, percent, type SetResult } from "./evaluate.ts";

export function report(results: readonly SetResult[]): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Evaluation of question sets</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #212b32 }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d8dde0; vertical-align: top }
.wrong { font-weight: 600 }
caption { text-align: left; padding: .5rem 0 }
</style>
<h1>Evaluation of question sets</h1>
${results.map(section).join("\n")}
</html>
`;
}

function section({ name, outcomes, urgent, missed, falseAlarms }: SetResult): string {
  const worstFirst = [...outcomes].sort((a, b) => a.score - b.score || b.confidence - a.confidence);
  return `<h2>${escapeHtml(name)}</h2>
<p>${percent(accuracy(outcomes))} of ${outcomes.length} questions. Urgent missed: ${missed} of ${urgent}. False alarms: ${falseAlarms}.</p>
<table>
<caption>Worst first. Score 1 is right, 0.5 is offered as a choice, 0 is wrong.</caption>
<tr><th scope="col">Question<th scope="col">Wanted<th scope="col">Given<th scope="col">Score<th scope="col">Confidence</tr>
${worstFirst.map(row).join("\n")}
</table>`;
}

const row = ({ question, label, given, score, confidence }: Outcome) =>
  `<tr${score < 1 ? ' class="wrong"' : ""}><td>${escapeHtml(question)}<td>${escapeHtml(label)}<td>${escapeHtml(given)}<td>${score}<td>${confidence.toFixed(2)}</tr>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
