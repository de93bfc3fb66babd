/** The part of the page that tells how the cost of ours grows. */
import { type Report, resultOf } from "./report.ts";
import { seconds, table } from "./text.ts";

const us = (value: number) => `${value.toFixed(1)} µs`;
const times = (value: number) => `${value.toFixed(1)} times`;

export function scalingSection(report: Report): string {
  const { scaling } = report;
  const clinc = resultOf(report, "ours", "clinc150");
  const ours = resultOf(report, "ours", "pack");
  const worst = scaling.long.reduce((a, b) => (b.us > a.us ? b : a));
  const rows: [what: string, measured: string, against: string][] = [
    [
      "one question as a whole process",
      `${scaling.askMs.toFixed(0)} ms`,
      ofNode(scaling.askMs, scaling.nodeMs),
    ],
    [
      "matching one question on the shipped pack",
      `median ${us(scaling.matchMedianUs)}, p99 ${us(scaling.matchP99Us)}`,
      "",
    ],
    ...(ours
      ? [
          [
            "the same of voices it has not met, each text once",
            `median ${us(ours.medianUs)}`,
            beside(report, ours.medianUs),
          ] satisfies [string, string, string],
        ]
      : []),
    [
      `${scaling.manyExamples} examples instead of ${scaling.fewExamples}`,
      `${us(scaling.manyMedianUs)} instead of ${us(scaling.fewMedianUs)}`,
      times(scaling.manyMedianUs / scaling.fewMedianUs),
    ],
    ...scaling.long.map(({ kind, us: time }): [string, string, string] => [
      `the answer to a message of 10,000 characters, ${kind}`,
      us(time),
      `${times(time / scaling.askMedianUs)} an ordinary one, ${us(scaling.askMedianUs)}${kind === worst.kind ? " (the worst)" : ""}`,
    ]),
  ];
  if (clinc) rows.unshift(["training on CLINC150's 15,000 examples", `${seconds(clinc.trainSeconds)} s`, ""]);
  return `## How the cost grows

Open as Usual alone, as built. Times are medians.

${table(["what", "measured", "against"], rows)}`;
}

/** What a question costs beside what it costs those of nlp.js, where they have a result. */
function beside(report: Report, medianUs: number): string {
  const others = report.peers
    .filter(({ id }) => id.startsWith("nlpjs"))
    .flatMap(({ id, name }) => {
      const other = resultOf(report, id, "pack");
      return other ? [`${(medianUs / other.medianUs).toFixed(2)} of ${name}, ${us(other.medianUs)}`] : [];
    });
  return others.join("; ") || "nlp.js has no result";
}

const ofNode = (ask: number, node: number) => `${times(ask / node)} \`node -e 0\`, ${node.toFixed(0)} ms`;
