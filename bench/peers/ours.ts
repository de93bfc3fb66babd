/** Open as Usual's matcher, as it was built and ships: `classify` of the command line does the same. */
import type { Peer } from "../peer.ts";

type Engine = typeof import("../../src/index.ts");

// The built one: a runner of TypeScript adds to functions what would cost time.
const engine: Engine = await import(new URL("../../dist/src/index.js", import.meta.url).href);

export const ours: Peer = {
  name: "Open as Usual",
  setup: "as shipped",
  train(rows, lexicon) {
    const read = engine.createReader(lexicon);
    const wordVectors = engine.loadWordVectors();
    const model = engine.trainModel(
      rows.map(({ text, label }) => ({ words: read(text), label })),
      wordVectors,
    );
    const matcher = engine.createMatcher(model, wordVectors);
    return (text) => {
      const { label, confidence } = matcher.rank(matcher.space.of(read(text)))[0]!;
      return { label, score: confidence };
    };
  },
};
