/** One panel of the picture. */

export type Point = {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly us: number;
  /** The value as it is printed. */
  readonly label: string;
};

export type Panel = {
  readonly title: string;
  readonly axis: string;
  readonly unit: string;
  /** The highest value of the axis, and how far apart its lines are. */
  readonly top: number;
  readonly step: number;
  readonly tick: (value: number) => string;
  readonly points: readonly Point[];
  /** A published value to beat, of which the time is not known. */
  readonly line?: { readonly value: number; readonly label: string };
};

export const PANEL = { width: 560, height: 380 };
const PLOT = { left: 70, right: 20, top: 52, bottom: 58 };
/** Names are printed at least so far apart. */
const LINE_HEIGHT = 17;

const SHAPES: Readonly<Record<string, string>> = {
  ours: `<circle r="8" fill="#003087" stroke="#ffffff" stroke-width="1.5"/>`,
  "natural-bayes": `<rect x="-6" y="-6" width="12" height="12" fill="#ffffff" stroke="#1a1a1a" stroke-width="2"/>`,
  "natural-logistic": `<path d="M0-8 8 6H-8Z" fill="#ffffff" stroke="#1a1a1a" stroke-width="2"/>`,
  nlpjs: `<path d="M0-8 8 0 0 8-8 0Z" fill="#ffffff" stroke="#1a1a1a" stroke-width="2"/>`,
  "nlpjs-classifier": `<path d="M0-8 8 0 0 8-8 0Z" fill="#1a1a1a"/>`,
  minisearch: `<path d="M-6-6 6 6M6-6-6 6" fill="none" stroke="#1a1a1a" stroke-width="3"/>`,
};

/** The panel with its corner at (`left`, `top`); `decades` are the powers of ten of its axis of time, in microseconds. */
export function drawPanel(panel: Panel, left: number, top: number, decades: readonly number[]): string {
  const width = PANEL.width - PLOT.left - PLOT.right;
  const height = PANEL.height - PLOT.top - PLOT.bottom;
  const lowest = Math.min(...panel.points.map(({ value }) => value), panel.line?.value ?? panel.top);
  const floor = Math.max(0, Math.floor(lowest / panel.step) * panel.step);
  const x = (us: number) =>
    PLOT.left + (width * (Math.log10(us) - decades[0]!)) / (decades.at(-1)! - decades[0]!);
  const y = (value: number) => PLOT.top + (height * (panel.top - value)) / (panel.top - floor);
  const [right, bottom] = [PLOT.left + width, PLOT.top + height];

  const rows = Array.from(
    { length: Math.round((panel.top - floor) / panel.step) + 1 },
    (_, i) => floor + i * panel.step,
  ).map(
    (value) =>
      `<path d="M${PLOT.left} ${at(y(value))}H${right}" stroke="#d8dde0"/>` +
      `<text x="${PLOT.left - 8}" y="${at(y(value) + 4)}" text-anchor="end">${panel.tick(value)}</text>`,
  );
  const columns = decades.map((decade) => {
    const place = at(x(10 ** decade));
    return (
      `<path d="M${place} ${PLOT.top}V${bottom}" stroke="#d8dde0"/>` +
      `<text x="${place}" y="${bottom + 18}" text-anchor="middle">${timeOf(decade)}</text>`
    );
  });
  const published = panel.line
    ? `<path d="M${PLOT.left} ${at(y(panel.line.value))}H${right}" stroke="#1a1a1a" stroke-width="1.5" stroke-dasharray="6 4"/>` +
      `<text x="${right}" y="${at(y(panel.line.value) - 6)}" text-anchor="end" font-style="italic">${panel.line.label}</text>`
    : "";
  return `<g transform="translate(${left} ${top})">
<text x="24" y="26" font-size="15" font-weight="700">${panel.title}</text>
${rows.join("\n")}
${columns.join("\n")}
<text x="${PLOT.left + width / 2}" y="${bottom + 40}" text-anchor="middle">median time of one question</text>
<text transform="translate(18 ${PLOT.top + height / 2}) rotate(-90)" text-anchor="middle">${panel.axis}</text>
${published}
${drawPoints(panel, x, y, right)}
</g>`;
}

/** Marks with their names beside them, moved apart where they would meet. */
function drawPoints(
  panel: Panel,
  x: (us: number) => number,
  y: (value: number) => number,
  right: number,
): string {
  let last = Number.NEGATIVE_INFINITY;
  return [...panel.points]
    .sort((a, b) => b.value - a.value)
    .map((point) => {
      const [px, py] = [x(point.us), y(point.value)];
      const ty = Math.max(py + 4, last + LINE_HEIGHT);
      last = ty;
      const toLeft = px > right - 190;
      const tx = px + (toLeft ? -22 : 22);
      const weight = point.id === "ours" ? ` font-weight="700"` : "";
      return (
        `<path d="M${at(px)} ${at(py)}L${at(tx - (toLeft ? -3 : 3))} ${at(ty - 4)}" stroke="#768692"/>` +
        `<g transform="translate(${at(px)} ${at(py)})">${SHAPES[point.id] ?? SHAPES.minisearch}</g>` +
        `<text x="${at(tx)}" y="${at(ty)}" text-anchor="${toLeft ? "end" : "start"}"${weight}>${point.name}, ${point.label}${panel.unit}</text>`
      );
    })
    .join("\n");
}

const at = (value: number) => value.toFixed(1);

/** The powers of ten around `times`. */
export function decadesOf(times: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...times)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...times))));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function timeOf(decade: number): string {
  if (decade >= 6) return `${10 ** (decade - 6)} s`;
  return decade >= 3 ? `${10 ** (decade - 3)} ms` : `${10 ** decade} µs`;
}
