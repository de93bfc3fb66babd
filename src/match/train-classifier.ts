/**
 * Training of the classifier: softmax regression (multinomial logistic regression) by AdaGrad (Duchi, Hazan and Singer
 * 2011), with feature dropout (Wager, Wang and Liang 2013) and the mean of the later epochs' weights (Polyak and Juditsky
 * 1992).
 *
 * Dropout hides a good half of each example's features at each visit. It is what makes the weights of rare words carry
 * over to people who word things otherwise: no feature can lean on always being seen beside another.
 *
 * An example is weighed against every class on its first visits and on some of the later ones; in between only against the
 * classes that were in the running then. Of 150 classes that leaves a handful, and costs no accuracy that could be measured.
 */
import { type ClassifierData, compress, softmax } from "./classifier.ts";
import type { Sparse } from "./features.ts";
import { createRandom, shuffle } from "./random.ts";

const DROPOUT = 0.6;
/** Visits of examples in all, within bounds on the passes over them: small sets need more passes, large ones fewer. */
const VISITS = 120_000;
const MOST_EPOCHS = 24;
/**
 * An example whose label is this sure of itself, or a class that is this sure of its absence, teaches nothing more: as with a
 * margin, what is settled no longer pulls at the weights. That grows with the examples, up to a bound: among few, each has
 * to teach all it can.
 */
const SETTLED_AN_EXAMPLE = 3e-6;
const LEAST_SETTLED = 0.003;
const MOST_SETTLED = 0.03;
/** Passes that weigh every class: so many at first, then one in so many. */
const FULL_FIRST = 2;
const FULL_EVERY = 4;
/** A class with this probability is in the running until the next full pass; at most so many are. */
const IN_THE_RUNNING = 0.0007;
const MOST_RUNNING = 48;

/** So many features' weights are summed in one go over the classes: reading and writing the sums is most of the work. */
const ROWS_AT_ONCE = 8;

/** How far each step goes, and how many passes over the examples there are at least. */
export type Pace = { readonly rate: number; readonly fewestEpochs: number };

/** Of many classes: larger steps and more passes gain nothing there. */
const MANY_CLASSES: Pace = { rate: 0.2, fewestEpochs: 8 };

/**
 * A classifier of `vectors` (of a space of `features` features) into `classes` classes, of which `labels` are the numbers.
 * Takes time linear in examples × features of an example × classes.
 */
export function trainClassifier(
  vectors: readonly Sparse[],
  labels: ArrayLike<number>,
  features: number,
  classes: number,
  { rate, fewestEpochs }: Pace = MANY_CLASSES,
): ClassifierData {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-8);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(1e-8);

  const random = createRandom();
  const order = Int32Array.from(vectors.keys());
  const epochs = Math.min(MOST_EPOCHS, Math.max(fewestEpochs, Math.ceil(VISITS / vectors.length)));
  const settled = Math.min(MOST_SETTLED, Math.max(LEAST_SETTLED, vectors.length * SETTLED_AN_EXAMPLE));
  const longest = vectors.reduce((most, { ids }) => Math.max(most, ids.length), 0) + ROWS_AT_ONCE;
  const rows = new Int32Array(longest);
  const values = new Float32Array(longest);
  const scores = new Float32Array(classes);
  const all = Uint16Array.from({ length: classes }, (_, k) => k);
  const most = Math.min(classes, MOST_RUNNING);
  const running = new Uint16Array(vectors.length * most);
  const runningCounts = new Uint8Array(vectors.length);
  const wrong = new Int32Array(classes);
  const gradients = new Float32Array(classes);
  const mean = new Mean(weights.length, classes);

  for (let epoch = 0; epoch < epochs; epoch++) {
    const full = epoch < FULL_FIRST || epoch % FULL_EVERY === 0;
    shuffle(order, random);
    for (const example of order) {
      const { ids, weights: x } = vectors[example]!;
      const label = labels[example]!;
      let kept = 0;
      for (let i = 0; i < ids.length; i++) {
        if (random() < DROPOUT) continue;
        rows[kept] = ids[i]! * classes;
        values[kept++] = x[i]! / (1 - DROPOUT);
      }

      const from = example * most;
      const looked = full ? all : running.subarray(from, from + runningCounts[example]!);
      const count = looked.length;
      for (let j = 0; j < count; j++) scores[j] = bias[looked[j]!]!;
      // Made up with features that weigh nothing.
      while (kept % ROWS_AT_ONCE !== 0) {
        rows[kept] = 0;
        values[kept++] = 0;
      }
      for (let i = 0; i < kept; i += ROWS_AT_ONCE) addRows(scores, looked, weights, rows, values, i);
      softmax(scores, count);
      if (full) runningCounts[example] = keepRunning(scores, label, running, from, most);

      let off = 0;
      for (let j = 0; j < count; j++) {
        const k = looked[j]!;
        const gradient = scores[j]! - (k === label ? 1 : 0);
        if (gradient < settled && gradient > -settled) continue;
        wrong[off] = k;
        gradients[off++] = gradient;
        biasSquares[k]! += gradient * gradient;
        bias[k]! -= (rate * gradient) / Math.sqrt(biasSquares[k]!);
      }
      for (let i = 0; i < kept; i++) {
        const row = rows[i]!;
        const value = values[i]!;
        for (let j = 0; j < off; j++) {
          const at = row + wrong[j]!;
          const gradient = gradients[j]! * value;
          const square = squares[at]! + gradient * gradient;
          squares[at] = square;
          weights[at]! -= (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    if (epoch >= epochs / 2) mean.add(weights, bias);
  }
  return compress(mean.weights(), mean.bias(), classes);
}

/** Adds to the scores of the classes `looked` at what `ROWS_AT_ONCE` features say for them, those from `from` on. */
function addRows(
  scores: Float32Array,
  looked: Uint16Array,
  weights: Float32Array,
  rows: Int32Array,
  values: Float32Array,
  from: number,
): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = rows.subarray(from, from + ROWS_AT_ONCE);
  const [va = 0, vb = 0, vc = 0, vd = 0, ve = 0, vf = 0, vg = 0, vh = 0] = values.subarray(
    from,
    from + ROWS_AT_ONCE,
  );
  for (let j = 0; j < looked.length; j++) {
    const k = looked[j]!;
    scores[j]! +=
      va * weights[a + k]! +
      vb * weights[b + k]! +
      vc * weights[c + k]! +
      vd * weights[d + k]! +
      ve * weights[e + k]! +
      vf * weights[f + k]! +
      vg * weights[g + k]! +
      vh * weights[h + k]!;
  }
}

/** Writes the classes in the running into `running`, from `from` on: the label first, then others. Returns their number. */
function keepRunning(
  probabilities: Float32Array,
  label: number,
  running: Uint16Array,
  from: number,
  most: number,
): number {
  let count = 0;
  running[from + count++] = label;
  for (let k = 0; k < probabilities.length && count < most; k++) {
    if (k !== label && probabilities[k]! >= IN_THE_RUNNING) running[from + count++] = k;
  }
  return count;
}

/** The mean of several states of the weights. */
class Mean {
  #weights: Float32Array;
  #bias: Float32Array;
  #count = 0;

  constructor(weights: number, bias: number) {
    this.#weights = new Float32Array(weights);
    this.#bias = new Float32Array(bias);
  }

  add(weights: Float32Array, bias: Float32Array): void {
    this.#count++;
    for (let i = 0; i < weights.length; i++) this.#weights[i]! += weights[i]!;
    for (let k = 0; k < bias.length; k++) this.#bias[k]! += bias[k]!;
  }

  weights(): Float32Array {
    return this.#weights.map((sum) => sum / this.#count);
  }

  bias(): Float32Array {
    return this.#bias.map((sum) => sum / this.#count);
  }
}
