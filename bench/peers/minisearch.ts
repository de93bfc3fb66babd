/** minisearch: the examples as documents, the label of the best hit as the answer. */
import MiniSearch from "minisearch";
import { OUT_OF_SCOPE, type Peer } from "../peer.ts";

export const minisearch: Peer = {
  name: "minisearch",
  setup:
    "any word (BM25), prefixes and a fifth of the letters wrong allowed; label and score of the best hit",
  train(rows) {
    const search = new MiniSearch({
      fields: ["text"],
      storeFields: ["label"],
      searchOptions: { prefix: true, fuzzy: 0.2 },
    });
    search.addAll(rows.map(({ text, label }, id) => ({ id, text, label })));
    return (text) => {
      const best = search.search(text)[0];
      return best ? { label: best.label, score: best.score } : { label: OUT_OF_SCOPE, score: 0 };
    };
  },
};
