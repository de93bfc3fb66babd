/**
 * Fits a row to each word so that the sum of a text's rows comes near the vector of the whole text: ridge regression,
 * solved by conjugate gradients (Hestenes and Stiefel 1952), with what is known of the single words as the starting point
 * that the ridge pulls back to. A word that the texts say little about stays near its own vector.
 */

/** Texts as the numbers of their known words. */
export type Texts = readonly Int32Array[];

const ITERATIONS = 60;

/** A text of many words is no longer than one of few. */
const share = (words: Int32Array) => 1 / Math.sqrt(words.length);

/** The sum of each text's rows. */
export function sums(texts: Texts, rows: Float64Array, dimensions: number): Float64Array {
  const all = new Float64Array(texts.length * dimensions);
  texts.forEach((words, text) => {
    const weight = share(words);
    for (const word of words)
      for (let i = 0; i < dimensions; i++)
        all[text * dimensions + i]! += weight * rows[word * dimensions + i]!;
  });
  return all;
}

/** Spreads each text's vector over its words: the transpose of `sums`. */
function spread(texts: Texts, vectors: Float64Array, rows: number, dimensions: number): Float64Array {
  const all = new Float64Array(rows * dimensions);
  texts.forEach((words, text) => {
    const weight = share(words);
    for (const word of words)
      for (let i = 0; i < dimensions; i++)
        all[word * dimensions + i]! += weight * vectors[text * dimensions + i]!;
  });
  return all;
}

/** The rows nearest to `start`, by `ridge`, whose sums come nearest to `targets`; each dimension is solved by itself. */
export function fitRows(
  texts: Texts,
  targets: Float64Array,
  start: Float64Array,
  dimensions: number,
  ridge: number,
): Float64Array {
  const words = start.length / dimensions;
  const missing = sums(texts, start, dimensions).map((sum, i) => targets[i]! - sum);
  const change = new Float64Array(start.length);
  const residual = spread(texts, missing, words, dimensions);
  const direction = residual.slice();
  let squares = squaresOf(residual, residual, dimensions);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const moved = spread(texts, sums(texts, direction, dimensions), words, dimensions);
    for (let i = 0; i < moved.length; i++) moved[i]! += ridge * direction[i]!;
    const curvature = squaresOf(direction, moved, dimensions);
    const step = squares.map((square, k) => ratio(square, curvature[k]!));
    for (let i = 0; i < change.length; i++) {
      const length = step[i % dimensions]!;
      change[i]! += length * direction[i]!;
      residual[i]! -= length * moved[i]!;
    }
    const next = squaresOf(residual, residual, dimensions);
    const turn = next.map((square, k) => ratio(square, squares[k]!));
    for (let i = 0; i < direction.length; i++)
      direction[i] = residual[i]! + turn[i % dimensions]! * direction[i]!;
    squares = next;
  }
  return start.map((value, i) => value + change[i]!);
}

const ratio = (a: number, b: number) => (b === 0 ? 0 : a / b);

/** The products of `a` and `b`, summed by dimension. */
function squaresOf(a: Float64Array, b: Float64Array, dimensions: number): Float64Array {
  const all = new Float64Array(dimensions);
  for (let i = 0; i < a.length; i++) all[i % dimensions]! += a[i]! * b[i]!;
  return all;
}

/** The mean cosine between vectors of `a` and of `b`, pair by pair: how near the fit comes, -1 to 1. */
export function meanCosine(a: Float64Array, b: Float64Array, dimensions: number): number {
  let sum = 0;
  for (let from = 0; from < a.length; from += dimensions) {
    let [aa, bb, ab] = [0, 0, 0];
    for (let i = from; i < from + dimensions; i++) {
      aa += a[i]! * a[i]!;
      bb += b[i]! * b[i]!;
      ab += a[i]! * b[i]!;
    }
    sum += ratio(ab, Math.sqrt(aa * bb));
  }
  return (sum * dimensions) / a.length;
}
