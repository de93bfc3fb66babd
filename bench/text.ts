/** Figures and tables as text. */

/** A share (0 to 1) in per cent; nothing where there is none. */
export const per = (share: number | null | undefined) =>
  share === null || share === undefined ? "" : (share * 100).toFixed(1);
/** A correlation to three places, as it is usually printed; nothing where there is none. */
export const points = (value: number | null) => (value === null ? "" : value.toFixed(3).replace("0.", "."));
export const seconds = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A Markdown table; short rows are filled up. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${head.map((_, i) => cells[i] ?? "").join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
