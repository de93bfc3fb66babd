/** From what the encoder makes of words and texts to a row a word. */
import { ENCODER_DIMENSIONS } from "../peers/sentence-encoder.ts";
import { fitRows, meanCosine, sums, type Texts } from "./fit.ts";
import { meanOf, principalComponents, project } from "./principal-components.ts";

export type Distilled = {
  /** A row a word, in their order. */
  readonly rows: Float64Array;
  /** The share of the encoder's variance that the dimensions hold. */
  readonly held: number;
  /** The mean cosine between the sum of a text's rows and the encoder's vector, on texts that the fit did not see. */
  readonly unseenCosine: number;
};

/** A word as frequent as this counts half at the start: "the" says little (Arora, Liang and Ma 2017). */
const FREQUENT = 0.02;
/** One text in so many is left out of the fit, to see how near it comes. */
const LEFT_OUT = 50;

export type Settings = { readonly dimensions: number; readonly ridge: number };

/** `texts` as the numbers of their words; `textVectors` and `wordVectors` are the encoder's, row by row. */
export function distil(
  texts: Texts,
  textVectors: Float32Array,
  wordVectors: Float32Array,
  { dimensions, ridge }: Settings,
): Distilled {
  const { mean, axes, held } = principalComponents(textVectors, ENCODER_DIMENSIONS, dimensions);
  const targets = project(textVectors, mean, axes);
  const own = project(wordVectors, meanOf(wordVectors, ENCODER_DIMENSIONS), axes);
  const frequency = new Float64Array(own.length / dimensions);
  for (const words of texts) for (const word of new Set(words)) frequency[word]! += 1 / texts.length;
  const start = own.map(
    (value, i) => (value * FREQUENT) / (FREQUENT + frequency[Math.floor(i / dimensions)]!),
  );

  const [seen, unseen] = [part(texts, targets, dimensions, false), part(texts, targets, dimensions, true)];
  const first = sums(seen.texts, start, dimensions);
  const scale = product(first, seen.targets) / product(first, first);
  const rows = fitRows(
    seen.texts,
    seen.targets,
    start.map((value) => value * scale),
    dimensions,
    ridge,
  );
  const unseenCosine = meanCosine(sums(unseen.texts, rows, dimensions), unseen.targets, dimensions);
  return { rows, held, unseenCosine };
}

/** The texts that are left out of the fit, or those that are not; none without words. */
function part(texts: Texts, targets: Float64Array, dimensions: number, leftOut: boolean) {
  const kept = [...texts.keys()].filter((i) => texts[i]!.length > 0 && (i % LEFT_OUT === 0) === leftOut);
  const vectors = new Float64Array(kept.length * dimensions);
  kept.forEach((text, row) => {
    vectors.set(targets.subarray(text * dimensions, (text + 1) * dimensions), row * dimensions);
  });
  return { texts: kept.map((text) => texts[text]!), targets: vectors };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
