/**
 * Makes the table of word vectors that ships: `npm run word-vectors`, with `-- --help` for what can be set. The method is
 * in docs/word-vectors.md.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createReader } from "../../src/index.ts";
import { writeWordVectors } from "../../src/match/word-vectors.ts";
import { packTexts, wordnetTexts } from "./corpus.ts";
import { distil } from "./distil.ts";
import { embed } from "./embeddings.ts";
import { listWords } from "./vocabulary.ts";

const HELP = `npm run word-vectors -- [options]
  --out <file>          where to write (src/match/word-vectors.bin)
  --dimensions <n>      numbers a word (96)
  --words <n>           no more words than these, the most useful first (all)
  --ridge <x>           how strongly words are held to their own vectors (0.3)
  --without <voices>    leave out the pack's examples of these voices, with commas between
`;
const FOLDER = fileURLToPath(new URL(".", import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(FOLDER, "../../src/match/word-vectors.bin") },
    dimensions: { type: "string", default: "96" },
    words: { type: "string", default: "Infinity" },
    ridge: { type: "string", default: "0.3" },
    without: { type: "string", default: "" },
    help: { type: "boolean" },
  },
});
const note = (line: string) => void process.stderr.write(`${line}\n`);

if (values.help) process.stdout.write(HELP);
else await make();

async function make(): Promise<void> {
  const texts = [...new Set([...packTexts(new Set(values.without.split(","))), ...wordnetTexts()])];
  const read = createReader();
  const textWords = texts.map(read);
  const words = listWords(textWords).slice(0, Number(values.words));
  const numbers = new Map(words.map((word, number) => [word, number]));
  note(`${texts.length} texts, ${words.length} words`);
  const cache = join(FOLDER, ".cache");
  const wordVectors = await embed(words, cache, note);
  const textVectors = await embed(texts, cache, note);
  const { rows, held, unseenCosine } = distil(
    textWords.map((list) => Int32Array.from(list.flatMap((word) => numbers.get(word) ?? []))),
    textVectors,
    wordVectors,
    { dimensions: Number(values.dimensions), ridge: Number(values.ridge) },
  );
  const width = Number(values.dimensions);
  const table = writeWordVectors(
    new Map(words.map((word, i) => [word, rows.subarray(i * width, (i + 1) * width)])),
  );
  writeFileSync(values.out, table);
  note(
    `${width} dimensions hold ${(held * 100).toFixed(1)} % of the encoder's variance; ` +
      `mean cosine on texts left out ${unseenCosine.toFixed(4)}; ${table.length} bytes in ${values.out}`,
  );
}
