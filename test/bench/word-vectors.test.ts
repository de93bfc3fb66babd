import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitRows, meanCosine, sums } from "../../bench/word-vectors/fit.ts";
import { eigenvectors, principalComponents, project } from "../../bench/word-vectors/principal-components.ts";
import { createRandom } from "../../src/match/random.ts";

const SIZE = 6;

/** A random matrix times its transpose: symmetric, without negative eigenvalues. */
function gram(seed: number): Float64Array[] {
  const random = createRandom(seed);
  const rows = Array.from({ length: SIZE }, () => Float64Array.from({ length: SIZE }, () => random() - 0.5));
  return rows.map((a) => Float64Array.from(rows, (b) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)));
}

describe("eigenvectors", () => {
  it("are at right angles and add up to the matrix again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const matrix = gram(seed);
        const found = eigenvectors(matrix.map((row) => row.slice()));
        for (let i = 0; i < SIZE; i++) {
          for (let j = 0; j < SIZE; j++) {
            const again = found.reduce((sum, { value, vector }) => sum + value * vector[i]! * vector[j]!, 0);
            expect(again).toBeCloseTo(matrix[i]![j]!, 8);
          }
        }
        const values = found.map(({ value }) => value);
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
  });
});

describe("principal components", () => {
  it("find the line that points lie on", () => {
    const points = Float32Array.from([0, 0, 0, 3, 4, 0, 6, 8, 0, 9, 12, 0]);
    const { mean, axes, held } = principalComponents(points, 3, 1);
    expect(held).toBeCloseTo(1, 6);
    const sign = Math.sign(axes[0]![0]!);
    expect(Array.from(axes[0]!, (x) => x * sign)).toEqual([
      expect.closeTo(0.6, 6),
      expect.closeTo(0.8, 6),
      expect.closeTo(0, 6),
    ]);
    const along = Array.from(project(points, mean, axes), (x) => x * sign);
    expect(along.map((x) => Math.round(x * 1000) / 1000)).toEqual([-7.5, -2.5, 2.5, 7.5]);
  });
});

describe("the fit of word rows", () => {
  const texts = [[0, 1], [1, 2], [0, 2], [0], [0, 1, 2, 2]].map((words) => Int32Array.from(words));
  const rows = Float64Array.from([1, 0, 0.5, -1, -2, 3]);

  it("finds the rows that texts were made of", () => {
    const targets = sums(texts, rows, 2);
    const found = fitRows(texts, targets, new Float64Array(6), 2, 1e-9);
    expect(Array.from(found, (x) => Math.round(x * 1e4) / 1e4)).toEqual(Array.from(rows));
    expect(meanCosine(sums(texts, found, 2), targets, 2)).toBeCloseTo(1, 6);
  });

  it("keeps a word that no text has where it started", () => {
    const start = Float64Array.from([...rows, 7, 8]);
    const found = fitRows(texts, sums(texts, rows, 2), start, 2, 1);
    expect(Array.from(found.slice(6))).toEqual([7, 8]);
  });

  it("stays at the start under a ridge that outweighs the texts", () => {
    const start = Float64Array.from([1, 1, 1, 1, 1, 1]);
    const found = fitRows(texts, sums(texts, rows, 2), start, 2, 1e9);
    for (const value of found) expect(value).toBeCloseTo(1, 6);
  });
});
