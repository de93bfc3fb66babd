/** nlp.js: its classifier alone, and the whole that its guide sets up around it. */
import { dockStart } from "@nlpjs/basic";
import { containerBootstrap } from "@nlpjs/core";
import { LangEn } from "@nlpjs/lang-en";
import { NluNeural } from "@nlpjs/nlu";
import { OUT_OF_SCOPE, type Peer, type Prediction } from "../peer.ts";

/** What nlp.js calls out of scope. */
const NONE = "None";

const toPrediction = (intent: string | undefined, score: number): Prediction =>
  intent === undefined || intent === NONE ? { label: OUT_OF_SCOPE, score: 0 } : { label: intent, score };

/** The neural classifier with the English stemmer and its "None" feature, the defaults of the NLP manager. */
export const nlpjsClassifier: Peer = {
  name: "nlp.js, classifier",
  setup: "NluNeural alone, English, with its None feature",
  async train(rows) {
    const container = await containerBootstrap();
    container.use(LangEn);
    const nlu = new NluNeural({ locale: "en", container, log: false, useNoneFeature: true });
    await nlu.train(rows.map(({ text, label }) => ({ utterance: text, intent: label })));
    return async (text) => {
      const { classifications } = await nlu.process(text);
      return toPrediction(classifications[0]?.intent, classifications[0]?.score ?? 0);
    };
  },
};

/** As the quick start of its documentation has it, but that nothing is read from or written to the disk. */
export const nlpjs: Peer = {
  name: "nlp.js",
  setup: "as its quick start sets it up: the NLP manager, English",
  async train(rows) {
    const dock = await dockStart({
      settings: { nlp: { autoLoad: false, autoSave: false, log: false, nlu: { log: false } } },
      use: ["Basic"],
    });
    const nlp = dock.get("nlp");
    nlp.addLanguage("en");
    for (const { text, label } of rows) nlp.addDocument("en", text, label);
    await nlp.train();
    return async (text) => {
      const { intent, score } = await nlp.process("en", text);
      return toPrediction(intent, score);
    };
  },
};
