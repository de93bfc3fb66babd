/** natural's classifiers, by sub-path: the root of the package loads database drivers and prints. */
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import LogisticRegressionClassifier from "natural/lib/natural/classifiers/logistic_regression_classifier.js";
import { OUT_OF_SCOPE, type Peer } from "../peer.ts";

type Classifier = InstanceType<typeof BayesClassifier>;

function createPeer(name: string, create: () => Classifier): Peer {
  return {
    name,
    setup: "as it comes; the score is the label's share of all labels' values",
    train(rows) {
      const classifier = create();
      for (const { text, label } of rows) classifier.addDocument(text, label);
      classifier.train();
      return (text) => {
        const values = classifier.getClassifications(text);
        const sum = values.reduce((all, { value }) => all + value, 0);
        const best = values[0];
        return best && sum > 0
          ? { label: best.label, score: best.value / sum }
          : { label: OUT_OF_SCOPE, score: 0 };
      };
    },
  };
}

export const naturalBayes = createPeer("natural, Bayes", () => new BayesClassifier());
export const naturalLogistic = createPeer(
  "natural, logistic regression",
  () => new LogisticRegressionClassifier(),
);
