/** `ask`: answers the questions on the command line, or one a line from standard input, and exits. */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { Answer } from "../../src/index.ts";
import { noColour } from "./env.ts";
import { type Io, write } from "./io.ts";
import { toJson } from "./json.ts";
import { openAssistant } from "./open.ts";
import { styleFor } from "./style.ts";
import { readTime } from "./time.ts";
import { writeAnswer, writeWhy } from "./write.ts";

export async function ask(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, at: { type: "string" }, why: { type: "boolean" } },
  });
  const clock = values.at === undefined ? () => new Date() : always(readTime(values.at));
  const assistant = await openAssistant(io);
  const style = styleFor(io.output, noColour());
  const width = Math.min(io.output.columns ?? 100, 100);

  const shown = (question: string): string => {
    const answer: Answer = assistant.ask(question, clock());
    const why = values.why ? assistant.explain(question) : undefined;
    if (values.json) return `${toJson(question, answer, why)}\n`;
    return [
      writeAnswer(answer, style, width),
      ...(why ? [style.faint(writeWhy(why, width))] : []),
      "",
      "",
    ].join("\n");
  };

  if (positionals.length > 0) {
    for (const question of positionals) await write(io.output, shown(question));
    return 0;
  }
  // Line by line as they come, so that a program can hold a conversation through a pipe.
  for await (const line of createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    await write(io.output, shown(line));
  }
  return 0;
}

const always = (time: Date) => () => time;
