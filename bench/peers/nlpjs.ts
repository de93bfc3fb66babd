/** nlp.js: its neural classifier with the English stemmer and its "None" feature, the defaults of its NLP manager. */
import { containerBootstrap } from "@nlpjs/core";
import { LangEn } from "@nlpjs/lang-en";
import { NluNeural } from "@nlpjs/nlu";
import { OUT_OF_SCOPE, type Peer } from "../peer.ts";

export const nlpjs: Peer = {
  name: "nlp.js",
  setup: "NluNeural, English, with its None feature",
  async train(rows) {
    const container = await containerBootstrap();
    container.use(LangEn);
    const nlu = new NluNeural({ locale: "en", container, log: false, useNoneFeature: true });
    await nlu.train(rows.map(({ text, label }) => ({ utterance: text, intent: label })));
    return async (text) => {
      const { classifications } = await nlu.process(text);
      const best = classifications[0];
      return !best || best.intent === "None"
        ? { label: OUT_OF_SCOPE, score: 0 }
        : { label: best.intent, score: best.score };
    };
  },
};
