/** Everything that is compared, by the name that commands and results know it by. */
import { createRequire } from "node:module";
import type { Peer } from "../peer.ts";

/** Loaded one at a time, so that none pays for another. */
export const PEERS: Readonly<Record<string, () => Promise<Peer>>> = {
  ours: async () => (await import("./ours.ts")).ours,
  "natural-bayes": async () => (await import("./natural.ts")).naturalBayes,
  "natural-logistic": async () => (await import("./natural.ts")).naturalLogistic,
  nlpjs: async () => (await import("./nlpjs.ts")).nlpjs,
  "nlpjs-classifier": async () => (await import("./nlpjs.ts")).nlpjsClassifier,
  minisearch: async () => (await import("./minisearch.ts")).minisearch,
};

const PACKAGES: Readonly<Record<string, string>> = {
  "natural-bayes": "natural",
  "natural-logistic": "natural",
  nlpjs: "@nlpjs/basic",
  "nlpjs-classifier": "@nlpjs/basic",
  minisearch: "minisearch",
};

/** The pinned version of a peer; undefined for our own. */
export function versionOf(peer: string): string | undefined {
  const name = PACKAGES[peer];
  const { dependencies } = createRequire(import.meta.url)("./package.json");
  return name === undefined ? undefined : dependencies[name];
}
