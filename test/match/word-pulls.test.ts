import { expect, test } from "vitest";
import { createMatcher, loadWordVectors, trainModel } from "../../src/index.ts";
import { createClassifier } from "../../src/match/classifier.ts";
import { createWordPulls } from "../../src/match/word-pulls.ts";
import { lines } from "./voices.ts";

const wordVectors = loadWordVectors();
const model = trainModel(lines, wordVectors);
const { space } = createMatcher(model, wordVectors);
const pullsOf = createWordPulls(model, space);
const numberOf = (label: string) => model.labels.indexOf(label);

test("a word pulls towards the label that it stands for, and as much away from it the other way round", () => {
  const text = space.of(["collect", "rubbish"]);
  const [collect, rubbish] = pullsOf(text, "parcel", "bins");
  expect(collect).toBeGreaterThan(0);
  expect(rubbish).toBeLessThan(0);
  expect(pullsOf(text, "bins", "parcel")).toEqual([-collect!, -rubbish!]);
});

// With the pairs and the biases, the pulls are all that the classifier goes by: the log odds of two labels are their sum.
test.each(["collect my parcel", "will they collect the recycling", "opening tomorow", "zzz"])(
  "the pulls of %j are what the classifier sums up",
  (said) => {
    const text = space.of(said.split(" "));
    const probabilities = createClassifier(model.classifier, space)(text);
    const [to, from] = [numberOf("parcel"), numberOf("bins")];
    const { bias, scales, weights, classes } = model.classifier;
    const pairs = Array.from(text.pairs.ids, (id, i) => {
      const [a, b] = [weights[id * classes + to]!, weights[id * classes + from]!];
      return text.pairs.weights[i]! * scales[id]! * (a - b);
    });
    const sum = [bias[to]! - bias[from]!, ...pairs, ...pullsOf(text, "parcel", "bins")].reduce(
      (a, b) => a + b,
    );
    expect(sum).toBeCloseTo(Math.log(probabilities[to]! / probabilities[from]!), 3);
  },
);

test("a label that the model does not know is named", () => {
  expect(() => pullsOf(space.of(["collect"]), "parcel", "pets")).toThrow(/no label "pets"/);
});
