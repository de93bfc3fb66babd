/** The report as a picture: accuracy against the time of one question, a panel a set. Shapes and names tell peers apart. */
import { HINT3 } from "./data.ts";
import { median } from "./metrics.ts";
import { decadesOf, drawPanel, PANEL, type Panel, type Point } from "./picture-panel.ts";
import { BEST_HINT3, PUBLISHED_BANKING77, PUBLISHED_CLINC150 } from "./published.ts";
import { type Report, resultOf, WANTED_RECALL } from "./report.ts";
import { mean, per, points } from "./text.ts";

const COLUMNS = 2;
const HEAD = 64;

export function drawPicture(report: Report): string {
  const panels = [hint3(report), clinc150(report), banking77(report), pack(report)].filter(
    (panel) => panel.points.length > 0,
  );
  const width = PANEL.width * COLUMNS;
  const height = HEAD + PANEL.height * Math.ceil(panels.length / COLUMNS);
  const decades = decadesOf(panels.flatMap((panel) => panel.points.map(({ us }) => us)));
  const drawn = panels.map((panel, i) =>
    drawPanel(panel, (i % COLUMNS) * PANEL.width, HEAD + Math.floor(i / COLUMNS) * PANEL.height, decades),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title what" font-family="system-ui, Arial, sans-serif" font-size="13" fill="#1a1a1a">
<title id="title">Accuracy against the time of one question</title>
<desc id="what">${panels.map(describe).join(" ")}</desc>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="24" y="30" font-size="19" font-weight="700">Accuracy against the time of one question</text>
<text x="24" y="50" fill="#444444">Higher is more accurate; further left is faster; who was not done in time is missing. ${report.date}, ${report.machine.replaceAll("&", "&amp;")}.</text>
${drawn.join("\n")}
</svg>
`;
}

const describe = ({ title, points: list, unit }: Panel) =>
  `${title}: ${list.map(({ name, label, us }) => `${name} ${label}${unit} at ${us.toFixed(0)} µs`).join(", ")}.`;

/** A point for each peer that has a result. */
function toPoints(
  report: Report,
  find: (peer: string) => { value: number; us: number; label: string } | undefined,
): Point[] {
  return report.peers.flatMap(({ id, name }) => {
    const found = find(id);
    return found ? [{ id, name: name.replace("logistic regression", "logistic"), ...found }] : [];
  });
}

function hint3(report: Report): Panel {
  return {
    title: "HINT3, mean of six settings",
    axis: "best Matthews correlation",
    unit: "",
    top: 0.7,
    step: 0.1,
    tick: points,
    points: toPoints(report, (peer) => {
      const results = HINT3.flatMap((set) => resultOf(report, peer, set) ?? []);
      if (results.length < HINT3.length) return undefined;
      const value = mean(results.map(({ matthews }) => matthews!));
      return { value, us: median(results.map(({ medianUs }) => medianUs)), label: points(value) };
    }),
    line: { value: mean(BEST_HINT3), label: `best published of each, ${points(mean(BEST_HINT3))}` },
  };
}

/** A panel of per cents. */
function percentPanel(
  report: Report,
  set: string,
  title: string,
  axis: string,
  value: (result: NonNullable<ReturnType<typeof resultOf>>) => number,
): Panel {
  return {
    title,
    axis,
    unit: " %",
    top: 1,
    step: 0.1,
    tick: (share) => `${Math.round(share * 100)} %`,
    points: toPoints(report, (peer) => {
      const result = resultOf(report, peer, set);
      return result && { value: value(result), us: result.medianUs, label: per(value(result)) };
    }),
  };
}

function clinc150(report: Report): Panel {
  const [inScope, outOfScope] = PUBLISHED_CLINC150.BERT!;
  return {
    ...percentPanel(
      report,
      "clinc150",
      `CLINC150, threshold for ${WANTED_RECALL * 100} % out-of-scope recall`,
      "in-scope accuracy",
      ({ curve }) => curve.find(({ wanted }) => wanted === WANTED_RECALL)!.inScope,
    ),
    line: { value: inScope / 100, label: `BERT, published, ${inScope} % (at recall ${outOfScope} %)` },
  };
}

function banking77(report: Report): Panel {
  const best = Math.max(...Object.values(PUBLISHED_BANKING77));
  return {
    ...percentPanel(report, "banking77", "BANKING77", "accuracy", (result) => result.accuracy),
    line: { value: best / 100, label: `BERT, published, ${best} %` },
  };
}

function pack(report: Report): Panel {
  return percentPanel(
    report,
    "pack",
    "The shipped pack, unseen voices",
    "accuracy",
    (result) => result.accuracy,
  );
}
