/** What others have published on the same sets, to set beside what was measured here. */
import { HINT3 } from "./data.ts";

/** Best Matthews correlation over thresholds, in the order of `HINT3`: Arora et al., Insights workshop 2020, `results/`. */
export const PUBLISHED_HINT3: Readonly<Record<string, readonly number[]>> = {
  Dialogflow: [0.638, 0.555, 0.578, 0.562, 0.353, 0.33],
  Rasa: [0.526, 0.433, 0.511, 0.551, 0.34, 0.249],
  LUIS: [0.581, 0.492, 0.539, 0.517, 0.359, 0.364],
  Haptik: [0.588, 0.496, 0.603, 0.604, 0.425, 0.353],
  BERT: [0.617, 0.492, 0.553, 0.57, 0.347, 0.302],
};

/** The best of the five on each set of `HINT3`. */
export const BEST_HINT3 = HINT3.map((_, i) =>
  Math.max(...Object.values(PUBLISHED_HINT3).map((values) => values[i]!)),
);

/**
 * In-scope accuracy and out-of-scope recall, in per cent, with the threshold chosen on the validation set: Larson et al.,
 * EMNLP 2019, table 2.
 */
export const PUBLISHED_CLINC150: Readonly<Record<string, readonly [inScope: number, outOfScope: number]>> = {
  SVM: [88.2, 18.0],
  Dialogflow: [90.8, 26.7],
  Rasa: [90.9, 31.2],
  "MLP on USE": [93.4, 49.1],
  BERT: [96.2, 52.3],
};

/** Accuracy in per cent: Casanueva et al., NLP4ConvAI 2020. */
export const PUBLISHED_BANKING77: Readonly<Record<string, number>> = {
  USE: 92.81,
  ConveRT: 93.01,
  "BERT, tuned": 93.66,
};
