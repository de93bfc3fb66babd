/**
 * Fits a row to each word so that the sum of a text's rows comes near the vector of the whole text: ridge regression,
 * solved by conjugate gradients (Hestenes and Stiefel 1952; preconditioned by the diagonal), with what is known of the single words as the starting point
 * that the ridge pulls back to. A word that the texts say little about stays near its own vector.
 */

/** Texts as the numbers of their known words. */
export type Texts = readonly Int32Array[];

const ITERATIONS = 24;

/** A text of many words is no longer than one of few. */
const share = (words: Int32Array) => 1 / Math.sqrt(words.length);

/** The sum of each text's rows. */
export function sums(texts: Texts, rows: Float64Array, dimensions: number): Float64Array {
  const all = new Float64Array(texts.length * dimensions);
  for (let text = 0; text < texts.length; text++) {
    const words = texts[text]!;
    const weight = share(words);
    for (let at = 0; at < words.length; at++)
      add(all, text * dimensions, rows, words[at]! * dimensions, weight, dimensions);
  }
  return all;
}

/** Spreads each text's vector over its words: the transpose of `sums`. */
function spread(texts: Texts, vectors: Float64Array, rows: number, dimensions: number): Float64Array {
  const all = new Float64Array(rows * dimensions);
  for (let text = 0; text < texts.length; text++) {
    const words = texts[text]!;
    const weight = share(words);
    for (let at = 0; at < words.length; at++)
      add(all, words[at]! * dimensions, vectors, text * dimensions, weight, dimensions);
  }
  return all;
}

/** Adds `weight` times the `length` numbers of `from` at `source` to those of `to` at `target`. */
function add(
  to: Float64Array,
  target: number,
  from: Float64Array,
  source: number,
  weight: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) to[target + i]! += weight * from[source + i]!;
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
  const weights = diagonal(texts, words, ridge);
  const missing = sums(texts, start, dimensions).map((sum, i) => targets[i]! - sum);
  const rows = start.slice();
  const residual = spread(texts, missing, words, dimensions);
  const direction = divide(residual, weights, dimensions);
  let squares = products(residual, direction, dimensions);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const moved = spread(texts, sums(texts, direction, dimensions), words, dimensions);
    for (let i = 0; i < moved.length; i++) moved[i]! += ridge * direction[i]!;
    const curvature = products(direction, moved, dimensions);
    const step = squares.map((square, k) => ratio(square, curvature[k]!));
    for (let from = 0; from < rows.length; from += dimensions) {
      for (let k = 0; k < dimensions; k++) {
        rows[from + k]! += step[k]! * direction[from + k]!;
        residual[from + k]! -= step[k]! * moved[from + k]!;
      }
    }
    const eased = divide(residual, weights, dimensions);
    const next = products(residual, eased, dimensions);
    const turn = next.map((square, k) => ratio(square, squares[k]!));
    for (let from = 0; from < rows.length; from += dimensions) {
      for (let k = 0; k < dimensions; k++)
        direction[from + k] = eased[from + k]! + turn[k]! * direction[from + k]!;
    }
    squares = next;
  }
  return rows;
}

/** How much the texts and the ridge make of each word: some words are a thousand times as frequent as others. */
function diagonal(texts: Texts, words: number, ridge: number): Float64Array {
  const weights = new Float64Array(words).fill(ridge);
  for (const text of texts) for (const word of text) weights[word]! += share(text) ** 2;
  return weights;
}

/** Each row by the weight of its word. */
function divide(rows: Float64Array, weights: Float64Array, dimensions: number): Float64Array {
  const divided = new Float64Array(rows.length);
  for (let word = 0; word < weights.length; word++) {
    const from = word * dimensions;
    for (let k = 0; k < dimensions; k++) divided[from + k] = rows[from + k]! / weights[word]!;
  }
  return divided;
}

const ratio = (a: number, b: number) => (b === 0 ? 0 : a / b);

/** The products of `a` and `b`, summed by dimension. */
function products(a: Float64Array, b: Float64Array, dimensions: number): Float64Array {
  const all = new Float64Array(dimensions);
  for (let from = 0; from < a.length; from += dimensions)
    for (let k = 0; k < dimensions; k++) all[k]! += a[from + k]! * b[from + k]!;
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
