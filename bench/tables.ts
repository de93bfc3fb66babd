/** The report as a Markdown page. */
import { HELD_VOICES, HINT3 } from "./data.ts";
import { BEST_HINT3, PUBLISHED_BANKING77, PUBLISHED_CLINC150, PUBLISHED_HINT3 } from "./published.ts";
import type { Skipped } from "./race.ts";
import { type Report, type Result, resultOf, WANTED_RECALL } from "./report.ts";
import { scalingSection } from "./scaling-section.ts";
import { mean, per, points, seconds, table } from "./text.ts";

export function writeTables(report: Report): string {
  const has = (id: string) => report.sets.some((set) => set.id === id);
  return [
    intro(report),
    HINT3.every(has) ? hint3(report) : "",
    has("clinc150") ? clinc150(report) : "",
    has("banking77") ? banking77(report) : "",
    pack(report),
    cost(report),
    scalingSection(report),
  ]
    .filter((section) => section !== "")
    .join("\n");
}

function intro({ date, machine, limitSeconds, peers, sets }: Report): string {
  return `# Benchmarks

Written by \`npm run bench\`, all in one run, on ${date}: ${machine}. Each program learns each set in a process of its own,
one at a time, and is stopped after ${limitSeconds} s. Do not edit by hand.

![Accuracy against the time of one question, for each set](benchmarks.svg)

The public sets are read from the folder that \`OAU_DATA_DIR\` names (\`hint3/*.tsv\`, \`clinc150/*.tsv\`, \`banking77/*.tsv\`:
text, tab, label; no label means out of scope) and are not part of this repository. Without it they are skipped.

- HINT3: Arora et al., Insights workshop, EMNLP 2020; real messages to three shop bots, most of them out of scope.
- CLINC150: Larson et al., EMNLP 2019, the full set.
- BANKING77: Casanueva et al., NLP4ConvAI 2020.

${table(
  ["set", "labels", "training texts", "test texts"],
  sets.map(({ title, labels, train, test }) => [title, labels, train, test]),
)}
${table(
  ["program", "set up"],
  peers.map(({ name, setup }) => [name, setup]),
)}`;
}

/** A row a peer: what `cells` makes of its result on `set`, or why there is none. */
function rows(report: Report, set: string, cells: (result: Result) => string[]): string[][] {
  return report.peers.map(({ id, name }) => {
    const entry = report.entries.find(({ peer, set: of }) => peer === id && of === set);
    if (!entry) return [name, "not run"];
    return [name, ...("skipped" in entry.result ? [entry.result.skipped] : cells(entry.result))];
  });
}

function hint3(report: Report): string {
  const measured = report.peers.map(({ id, name }) => {
    const values = HINT3.map((set) => resultOf(report, id, set)?.matthews ?? null);
    return [name, ...values.map(points), values.includes(null) ? "" : points(mean(values as number[]))];
  });
  const row = (name: string, values: readonly number[]) => [
    name,
    ...values.map(points),
    points(mean(values)),
  ];
  return `## HINT3

Matthews correlation, best over 101 thresholds, with out of scope as a class of its own. Nothing is tuned to a set.

${table(
  ["", ...HINT3.map((name) => name.replace("_", ", ")), "mean"],
  [
    ...measured,
    ...Object.entries(PUBLISHED_HINT3).map(([name, values]) => row(`${name} (published)`, values)),
    row("best of the five published", BEST_HINT3),
  ],
)}`;
}

function clinc150(report: Report): string {
  const at = (result: Result, wanted: number) => result.curve.find((point) => point.wanted === wanted);
  const curve = resultOf(report, report.peers[0]!.id, "clinc150")?.curve ?? [];
  return `## CLINC150

The threshold is the lowest that finds at least ${WANTED_RECALL * 100} % of the validation set's texts out of scope.

${table(
  ["", "in-scope accuracy", "out-of-scope recall", "in-scope accuracy without a threshold"],
  [
    ...rows(report, "clinc150", (result) => {
      const point = at(result, WANTED_RECALL);
      return [per(point?.inScope), per(point?.outOfScope), per(result.accuracy)];
    }),
    ...Object.entries(PUBLISHED_CLINC150).map(([name, [inScope, outOfScope]]) => [
      `${name} (published)`,
      inScope.toFixed(1),
      outOfScope.toFixed(1),
    ]),
  ],
)}
The whole trade for ${report.peers[0]!.name}, each threshold chosen on the validation set in the same way:

${table(
  ["recall asked of the validation set", "threshold", "in-scope accuracy", "out-of-scope recall"],
  curve.map(({ wanted, threshold, inScope, outOfScope }) => [
    `${wanted * 100} %`,
    threshold.toFixed(3),
    per(inScope),
    per(outOfScope),
  ]),
)}`;
}

function banking77(report: Report): string {
  return `## BANKING77

${table(
  ["", "accuracy"],
  [
    ...rows(report, "banking77", (result) => [per(result.accuracy)]),
    ...Object.entries(PUBLISHED_BANKING77).map(([name, value]) => [`${name} (published)`, value.toFixed(1)]),
  ],
)}`;
}

function pack(report: Report): string {
  return `## The shipped pack, unseen voices

Every example of the voices ${[...HELD_VOICES].join(", ")} is kept from training and asked. The best label alone counts: what the
bot makes of an unsure one (a question back) is not measured here. The word vectors that ship have seen these texts, without
their labels.

${table(
  ["", "accuracy", "out-of-scope recall"],
  rows(report, "pack", (result) => [per(result.accuracy), per(result.outOfScopeRecall)]),
)}`;
}

function cost(report: Report): string {
  const list = report.entries.map(({ peer, set, result }) => {
    const names = [
      report.sets.find(({ id }) => id === set)!.title,
      report.peers.find(({ id }) => id === peer)!.name,
    ];
    if ("skipped" in result) return [...names, result.skipped];
    return [
      ...names,
      seconds(result.trainSeconds),
      result.medianUs.toFixed(1),
      result.p99Us.toFixed(0),
      result.heldMegabytes.toFixed(0),
      result.peakMegabytes.toFixed(0),
    ];
  });
  return `## Cost

Time of one question from text to label. "Held" is what the trained program keeps in memory; "peak" is the whole process while it
learned and answered, Node and the set included.

${table(["set", "program", "training, s", "median, µs", "p99, µs", "held, MB", "peak, MB"], list)}`;
}

/** One result on one line, for whoever watches the run. */
export function line(peer: string, set: string, result: Result | Skipped): string {
  const name = `${peer} on ${set}:`;
  if ("skipped" in result) return `${name} ${result.skipped}`;
  const { matthews, curve, outOfScopeRecall } = result;
  const point = curve.find(({ wanted }) => wanted === WANTED_RECALL);
  return [
    name,
    `accuracy ${per(result.accuracy)} %`,
    matthews === null ? "" : `Matthews ${points(matthews)}`,
    outOfScopeRecall === null ? "" : `out-of-scope recall ${per(outOfScopeRecall)} %`,
    point ? `at the threshold ${per(point.inScope)} / ${per(point.outOfScope)} %` : "",
    `trained in ${seconds(result.trainSeconds)} s, ${result.medianUs.toFixed(1)} µs a question`,
  ]
    .filter((part) => part !== "")
    .join("  ");
}
