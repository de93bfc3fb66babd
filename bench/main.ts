/**
 * `npm run bench`: ours against others, on public sets and on the shipped pack, in one run. Writes docs/benchmarks.md and
 * docs/benchmarks.svg. `-- --peer <id>` and `-- --set <id>` (each as often as wanted) narrow it and write nothing.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type DataSet, readPackSet, readPublicSets } from "./data.ts";
import { PEERS, versionOf } from "./peers/index.ts";
import { drawPicture } from "./picture.ts";
import { runTrial } from "./race.ts";
import { type Entry, type PeerName, type Report, sizeOf, toResult } from "./report.ts";
import { measureScaling } from "./scaling.ts";
import { line, writeTables } from "./tables.ts";

const DOCS = fileURLToPath(new URL("../docs", import.meta.url));
const { values } = parseArgs({
  options: {
    peer: { type: "string", multiple: true },
    set: { type: "string", multiple: true },
    /** Seconds that a peer may take for one set. */
    limit: { type: "string", default: "180" },
  },
});
const note = (text: string) => void process.stderr.write(`${text}\n`);
const narrowed = values.peer !== undefined || values.set !== undefined;

const sets = readSets().filter(({ id }) => !values.set || values.set.includes(id));
const ids = Object.keys(PEERS).filter((id) => !values.peer || values.peer.includes(id));
const limitSeconds = Number(values.limit);

const entries: Entry[] = [];
for (const set of sets) {
  for (const peer of ids) {
    const trial = await runTrial({ peer, set }, limitSeconds);
    const result = "skipped" in trial ? trial : toResult(set, trial);
    entries.push({ peer, set: set.id, result });
    note(line(peer, set.id, result));
  }
}

if (!narrowed) {
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}`,
    limitSeconds,
    peers: await Promise.all(ids.map(nameOf)),
    sets: sets.map(sizeOf),
    entries,
    scaling: await measureScaling(),
  };
  mkdirSync(DOCS, { recursive: true });
  writeFileSync(join(DOCS, "benchmarks.svg"), drawPicture(report));
  writeFileSync(join(DOCS, "benchmarks.md"), writeTables(report));
  note(`Wrote benchmarks.md and benchmarks.svg in ${DOCS}`);
}

async function nameOf(id: string): Promise<PeerName> {
  const { name, setup } = await PEERS[id]!();
  const version = versionOf(id);
  return { id, name: version ? name.replace(/^[^,]+/, `$& ${version}`) : name, setup };
}

function readSets(): DataSet[] {
  const folder = process.env.OAU_DATA_DIR;
  if (!folder) {
    note(
      "OAU_DATA_DIR is not set: HINT3, CLINC150 and BANKING77 are skipped. Set it to the folder that holds",
    );
    note("hint3/, clinc150/ and banking77/ as tab-separated files (docs/benchmarks.md says which).");
    return [readPackSet()];
  }
  const { sets: found, missing } = readPublicSets(folder);
  for (const file of missing) note(`${join(folder, file)} is not there: its set is skipped`);
  return [...found, readPackSet()];
}
