import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accuracy,
  bestMatthews,
  matthews,
  median,
  type Outcome,
  outOfScopeRecall,
  quantile,
  thresholdForRecall,
} from "../../bench/metrics.ts";
import { OUT_OF_SCOPE } from "../../bench/peer.ts";

const outcome = (truth: string, label: string, score = 1): Outcome => ({ truth, label, score });

/** Two texts in scope, one of them labelled wrongly, and two out of scope, of which the second has a high score. */
const FOUR = [
  outcome("open", "open", 0.9),
  outcome("closed", "open", 0.6),
  outcome(OUT_OF_SCOPE, "open", 0.2),
  outcome(OUT_OF_SCOPE, "closed", 0.7),
];

const anyOutcomes = fc.array(
  fc.record({
    truth: fc.constantFrom("a", "b", "c", OUT_OF_SCOPE),
    label: fc.constantFrom("a", "b", "c", OUT_OF_SCOPE),
    score: fc.double({ min: 0, max: 50, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe("accuracy and recall", () => {
  it.each([
    { threshold: 0, inScope: 0.5, outOfScope: 0 },
    { threshold: 0.5, inScope: 0.5, outOfScope: 0.5 },
    { threshold: 0.8, inScope: 0.5, outOfScope: 1 },
    { threshold: 1, inScope: 0, outOfScope: 1 },
  ])("at $threshold are $inScope and $outOfScope", ({ threshold, inScope, outOfScope }) => {
    expect(accuracy(FOUR, threshold)).toBe(inScope);
    expect(outOfScopeRecall(FOUR, threshold)).toBe(outOfScope);
  });

  it("count a label of out of scope, whatever its score", () => {
    expect(outOfScopeRecall([outcome(OUT_OF_SCOPE, OUT_OF_SCOPE, 1)])).toBe(1);
  });
});

describe("Matthews correlation", () => {
  it("is 1 where all is right and 0 where one label is given to all", () => {
    expect(matthews([outcome("a", "a"), outcome("b", "b"), outcome("c", "c")])).toBeCloseTo(1, 12);
    expect(matthews([outcome("a", "a"), outcome("b", "a"), outcome("c", "a")])).toBe(0);
  });

  it("of two labels is the classical coefficient", () => {
    // True and false positives and negatives: (tp·tn − fp·fn) / √((tp+fp)(tp+fn)(tn+fp)(tn+fn)).
    const [tp, tn, fp, fn] = [5, 3, 2, 1];
    const table = [
      ...Array<Outcome>(tp).fill(outcome("yes", "yes")),
      ...Array<Outcome>(tn).fill(outcome("no", "no")),
      ...Array<Outcome>(fp).fill(outcome("no", "yes")),
      ...Array<Outcome>(fn).fill(outcome("yes", "no")),
    ];
    const classical = (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
    expect(matthews(table)).toBeCloseTo(classical, 12);
  });

  it("is never below -1 nor above 1, and the best is no worse than that without a threshold", () => {
    fc.assert(
      fc.property(anyOutcomes, (all) => {
        const best = bestMatthews(all).value;
        expect(Math.abs(best)).toBeLessThanOrEqual(1 + 1e-9);
        expect(best).toBeGreaterThanOrEqual(matthews(all) - 1e-9);
      }),
    );
  });

  it("does not change with the scale of the scores", () => {
    fc.assert(
      fc.property(anyOutcomes, (all) => {
        const doubled = all.map((one) => ({ ...one, score: one.score * 2 }));
        expect(bestMatthews(doubled).value).toBeCloseTo(bestMatthews(all).value, 12);
      }),
    );
  });
});

describe("the threshold for a recall", () => {
  it("reaches it, and the next lower score does not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (scores, wanted) => {
          const all = scores.map((score) => outcome(OUT_OF_SCOPE, "a", score / 100));
          const threshold = thresholdForRecall(all, wanted);
          expect(outOfScopeRecall(all, threshold)).toBeGreaterThanOrEqual(wanted - 1e-12);
          const below = Math.max(...all.map(({ score }) => score).filter((score) => score < threshold));
          expect(outOfScopeRecall(all, below)).toBeLessThan(wanted);
        },
      ),
    );
  });

  it("is none where the labels alone reach it", () => {
    const all = [outcome(OUT_OF_SCOPE, OUT_OF_SCOPE, 0.9), outcome(OUT_OF_SCOPE, "a", 0.1)];
    expect(thresholdForRecall(all, 0.5)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("quantiles", () => {
  it.each([
    { values: [3, 1, 2], part: 0.5, value: 2 },
    { values: [4, 1, 2, 3], part: 0.5, value: 2 },
    { values: [7], part: 0.99, value: 7 },
    { values: Array.from({ length: 100 }, (_, i) => i + 1), part: 0.99, value: 99 },
  ])("$part of $values is $value", ({ values, part, value }) => {
    expect(quantile(values, part)).toBe(value);
  });

  it("have the median in the middle", () => {
    expect(median([10, 30, 20])).toBe(20);
  });
});
