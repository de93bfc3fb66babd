/** The sets under measure. Other people's data is read from a folder that the environment names, and never copied here. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackFolder, SHIPPED_PACK } from "../src/pack/open.ts";
import { parsePack } from "../src/pack/parse.ts";
import { type Lexicon, OUT_OF_SCOPE, type Row } from "./peer.ts";

export type DataSet = {
  readonly id: string;
  readonly title: string;
  readonly train: readonly Row[];
  readonly test: readonly Row[];
  /** Where a threshold is chosen. */
  readonly validation: readonly Row[];
  readonly lexicon: Lexicon;
};

export const HINT3 = [
  "sofmattress",
  "sofmattress_subset",
  "curekart",
  "curekart_subset",
  "powerplay11",
  "powerplay11_subset",
] as const;

/** The public sets that are in `folder`, and the names of those that are not. */
export function readPublicSets(folder: string): { sets: DataSet[]; missing: string[] } {
  const sets: DataSet[] = [];
  const missing: string[] = [];
  const add = (id: string, title: string, train: string, test: string, validation?: string) => {
    const files = [train, test, validation].filter((file) => file !== undefined);
    const absent = files.filter((file) => !existsSync(join(folder, file)));
    missing.push(...absent);
    if (absent.length > 0) return;
    const [trainRows, testRows, validationRows] = files.map((file) => readRows(join(folder, file)));
    sets.push({
      id,
      title,
      train: trainRows!,
      test: testRows!,
      validation: validationRows ?? [],
      lexicon: [],
    });
  };
  for (const name of HINT3) {
    const bot = name.replace("_subset", "");
    add(name, `HINT3 ${name.replace("_", ", ")}`, `hint3/${name}.train.tsv`, `hint3/${bot}.test.tsv`);
  }
  add("clinc150", "CLINC150", "clinc150/train.tsv", "clinc150/test.tsv", "clinc150/val.tsv");
  add("banking77", "BANKING77", "banking77/train.tsv", "banking77/test.tsv");
  return { sets, missing };
}

/** Lines of text, tab and label; no label means out of scope. */
function readRows(file: string): Row[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [text, label] = line.split("\t");
      return { text: text!, label: label?.trim() || OUT_OF_SCOPE };
    });
}

/**
 * People whose every example is kept from training, and one kind of talk that is out of scope. Voices by the same hand
 * resemble each other, so this still flatters, as would any split of one pack.
 */
export const HELD_VOICES = new Set([
  "carer",
  "second-language",
  "comms",
  "gamer",
  "journalist",
  "regional",
  "banter",
]);

/** The shipped pack's examples with the held voices as the test. */
export function readPackSet(): DataSet {
  const { pack, examples } = parsePack(readPackFolder(SHIPPED_PACK));
  if (!pack) throw new Error(`${SHIPPED_PACK} does not read: run the check command`);
  const test = examples.filter(({ voice }) => HELD_VOICES.has(voice));
  const train = examples.filter(({ voice }) => !HELD_VOICES.has(voice));
  if (test.length === 0)
    throw new Error(`no example of ${SHIPPED_PACK} has a voice of ${[...HELD_VOICES].join(", ")}`);
  return {
    id: "pack",
    title: "The shipped pack, unseen voices",
    train,
    test,
    validation: [],
    lexicon: pack.lexicon,
  };
}
