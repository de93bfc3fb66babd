/** `replies`: every line that the bot can ever say, numbered, for those who must approve it. */
import { parseArgs } from "node:util";
import { openPack, repliesOf } from "../../src/index.ts";
import { type Io, write } from "./io.ts";

export async function replies(args: string[], { packFolder, output }: Io): Promise<number> {
  parseArgs({ args, options: {} });
  const { pack } = await openPack(packFolder);
  for (const [i, reply] of repliesOf(pack).entries()) await write(output, `${i + 1}\t${reply}\n`);
  return 0;
}
