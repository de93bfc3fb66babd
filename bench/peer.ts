/** The one interface that everything under measure is put behind. */

/** A text and its label, `OUT_OF_SCOPE` where it has none of the set's own. */
export type Row = { readonly text: string; readonly label: string };

export const OUT_OF_SCOPE = "none";

/** The best label of a text and how sure it is of it: higher is surer, on a scale of its own. */
export type Prediction = { readonly label: string; readonly score: number };

export type Predict = (text: string) => Prediction | Promise<Prediction>;

/** Ways of saying something and the words they stand for, as a pack has them; for those that can make use of it. */
export type Lexicon = readonly (readonly [from: string, to: string])[];

export type Peer = {
  readonly name: string;
  /** How it is set up, where there is a choice. */
  readonly setup: string;
  train(rows: readonly Row[], lexicon: Lexicon): Predict | Promise<Predict>;
};
