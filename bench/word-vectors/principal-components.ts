/** Principal components: the directions in which vectors differ most. */

export type Projection = {
  readonly mean: Float64Array;
  /** Unit vectors at right angles, that of the greatest variance first. */
  readonly axes: readonly Float64Array[];
  /** The share of the variance that the axes hold, 0 to 1. */
  readonly held: number;
};

/** A covariance is known well enough from so many rows. */
const ROWS_READ = 25_000;

/** The first `count` components of `rows`, each of `width` numbers. */
export function principalComponents(rows: Float32Array, width: number, count: number): Projection {
  const total = rows.length / width;
  const step = Math.max(1, Math.floor(total / ROWS_READ));
  const mean = new Float64Array(width);
  let read = 0;
  for (let row = 0; row < total; row += step, read++)
    for (let i = 0; i < width; i++) mean[i]! += rows[row * width + i]!;
  for (let i = 0; i < width; i++) mean[i]! /= read;

  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  const centred = new Float64Array(width);
  for (let row = 0; row < total; row += step) {
    for (let i = 0; i < width; i++) centred[i] = rows[row * width + i]! - mean[i]!;
    for (let i = 0; i < width; i++) {
      const [line, value] = [covariance[i]!, centred[i]! / read];
      for (let j = 0; j <= i; j++) line[j]! += value * centred[j]!;
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) covariance[j]![i] = covariance[i]![j]!;
  const components = eigenvectors(covariance);
  const sum = (list: readonly { value: number }[]) => list.reduce((all, { value }) => all + value, 0);
  const kept = components.slice(0, count);
  return { mean, axes: kept.map(({ vector }) => vector), held: sum(kept) / sum(components) };
}

/** Rows that are this near to right angles are left as they are. */
const TOLERANCE = 1e-10;
const MOST_SWEEPS = 40;

/**
 * Eigenvalues, highest first, and eigenvectors of a symmetric matrix without negative eigenvalues, by one-sided Jacobi
 * rotations (Hestenes 1958): turned until all are at right angles, its rows are the eigenvectors, as long as their values.
 * Overwrites `rows`.
 */
export function eigenvectors(rows: Float64Array[]): { value: number; vector: Float64Array }[] {
  for (let sweep = 0, turned = true; turned && sweep < MOST_SWEEPS; sweep++) {
    turned = false;
    for (let i = 0; i < rows.length; i++) {
      for (let j = i + 1; j < rows.length; j++) turned = rotate(rows[i]!, rows[j]!) || turned;
    }
  }
  return rows
    .map((row) => {
      const value = Math.sqrt(dot(row, row));
      return { value, vector: value === 0 ? row : row.map((x) => x / value) };
    })
    .sort((a, b) => b.value - a.value);
}

/** Turns two rows against each other until they are at right angles; false where they were. */
function rotate(a: Float64Array, b: Float64Array): boolean {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= TOLERANCE * Math.sqrt(aa * bb)) return false;
  const ratio = (bb - aa) / (2 * ab);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** `rows` less the mean `from`, in the coordinates of the axes. */
export function project(rows: Float32Array, from: Float64Array, axes: readonly Float64Array[]): Float64Array {
  const width = from.length;
  const total = rows.length / width;
  const projected = new Float64Array(total * axes.length);
  const centred = new Float64Array(width);
  for (let row = 0; row < total; row++) {
    for (let i = 0; i < width; i++) centred[i] = rows[row * width + i]! - from[i]!;
    for (let k = 0; k < axes.length; k++) projected[row * axes.length + k] = dot(axes[k]!, centred);
  }
  return projected;
}

/** The mean of `rows`, each of `width` numbers. */
export function meanOf(rows: Float32Array, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) mean[at % width]! += rows[at]!;
  return mean.map((sum) => sum / (rows.length / width));
}
