/**
 * Which words make the classifier prefer one label to another. An editor who sees two labels collide needs the words: they
 * say which examples are missing.
 *
 * Pairs of words and the labels' biases belong to no single word and are left out, so that the pulls of a text need not add
 * up to the difference between two labels' scores.
 */
import { createWeigher } from "./classifier.ts";
import type { FeatureSpace, TextFeatures } from "./features.ts";
import type { Model } from "./matcher.ts";

/**
 * What each word of a text adds to the score of `towards` over that of `over`, in the order of the words, on the scale of
 * natural log odds; negative where it speaks for `over`.
 * @throws RangeError where the model does not know one of the labels.
 */
export type WordPulls = (text: TextFeatures, towards: string, over: string) => number[];

/** Pulls by the weights of `model`; texts must be of `space`, a space of the same model. */
export function createWordPulls({ labels, classifier }: Model, space: FeatureSpace): WordPulls {
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const { classes } = classifier;
  const { sharesOf } = createWeigher(classifier, space);

  function numberOf(label: string): number {
    const number = numbers.get(label);
    if (number === undefined) throw new RangeError(`the model knows no label "${label}"`);
    return number;
  }

  return ({ words, stemScale, letterScale, meaningScale }, towards, over) => {
    const [to, from] = [numberOf(towards), numberOf(over)];
    return words.map((word) => {
      const { stem, letters, meaning, steps } = sharesOf(word);
      const pull = (first: number) => steps[first + to]! - steps[first + from]!;
      return (
        stemScale * stem * pull(0) +
        letterScale * letters * pull(classes) +
        meaningScale * meaning * pull(2 * classes)
      );
    });
  };
}
