import { describe, expect, it } from "vitest";
import { drawPicture } from "../../bench/picture.ts";
import type { Report, Result } from "../../bench/report.ts";
import { writeTables } from "../../bench/tables.ts";

const result = (accuracy: number, medianUs: number): Result => ({
  accuracy,
  outOfScopeRecall: 0.5,
  matthews: null,
  curve: [],
  trainSeconds: 1.25,
  medianUs,
  p99Us: 90,
  heldMegabytes: 12,
  peakMegabytes: 180,
});

/** Two programs with a result on the shipped pack and one that was not done in time. */
const REPORT: Report = {
  date: "2026-01-02",
  machine: "Node 20, 2 × A & B",
  limitSeconds: 300,
  peers: [
    { id: "ours", name: "Open as Usual", setup: "as shipped" },
    { id: "nlpjs", name: "nlp.js 4.27.0", setup: "as it comes" },
    { id: "natural-logistic", name: "natural 8.1.1, logistic regression", setup: "as it comes" },
  ],
  sets: [{ id: "pack", title: "The shipped pack", labels: 80, train: 20_000, test: 5_000 }],
  entries: [
    { peer: "ours", set: "pack", result: result(0.9, 20) },
    { peer: "nlpjs", set: "pack", result: result(0.8, 2_000) },
    { peer: "natural-logistic", set: "pack", result: { skipped: "not done after 300 s" } },
  ],
  scaling: {
    nodeMs: 40,
    askMs: 120,
    matchMedianUs: 20,
    matchP99Us: 60,
    fewExamples: 2_900,
    fewMedianUs: 16,
    manyExamples: 29_000,
    manyMedianUs: 20,
    askMedianUs: 30,
    long: [{ kind: "of one letter", us: 600 }],
  },
};

describe("the picture", () => {
  const picture = drawPicture(REPORT);
  const heightOf = (name: string) => {
    const [, y] = new RegExp(`<text x="[\\d.]+" y="([\\d.]+)"[^>]*>${name},`).exec(picture)!;
    return Number(y);
  };

  it("names each program beside its mark, the more accurate one higher", () => {
    expect(heightOf("Open as Usual")).toBeLessThan(heightOf("nlp.js 4.27.0"));
  });

  it("leaves out who has no result", () => {
    expect(picture).not.toContain("logistic");
  });

  it("says in words what it shows, and is sound XML", () => {
    expect(picture).toContain("Open as Usual 90.0 % at 20 µs, nlp.js 4.27.0 80.0 % at 2000 µs");
    expect(picture).toContain("A &amp; B");
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("the page", () => {
  const page = writeTables(REPORT);

  it.each([
    "| Open as Usual | 90.0 | 50.0 |",
    "| The shipped pack | nlp.js 4.27.0 | 1.25 | 2000.0 | 90 | 12 | 180 |",
    "| natural 8.1.1, logistic regression | not done after 300 s |  |",
    "| one question as a whole process | 120 ms | 3.0 times `node -e 0`, 40 ms |",
    "0.01 of nlp.js 4.27.0, 2000.0 µs",
    "20.0 times an ordinary one, 30.0 µs",
  ])("has %j", (line) => {
    expect(page).toContain(line);
  });

  it("has no part on a set that was not there", () => {
    expect(page).not.toMatch(/## (HINT3|CLINC150|BANKING77)/);
  });
});
