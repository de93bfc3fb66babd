/** The prompt: questions and answers, with the topics on Tab and a few commands. The default of `npm start`. */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import {
  type Answer,
  type Assistant,
  type Context,
  contextOf,
  NEW_CONVERSATION,
  type Option,
} from "../../src/index.ts";
import { nextOptions } from "../chat/options.ts";
import { NOT_WATCHED } from "../chat/wording.ts";
import { noColour } from "./env.ts";
import { type Io, write } from "./io.ts";
import { openAssistant } from "./open.ts";
import { type Style, styleFor } from "./style.ts";
import { readTime } from "./time.ts";
import { UsageError } from "./usage-error.ts";
import { wrap } from "./wrap.ts";
import { choices, sourcesOf, writeAnswer, writeWhy } from "./write.ts";

const PROMPT = "> ";
const WIDEST = 88;

/** What the conversation holds: the clock, the last question for `/why`, the last choices for their numbers. */
type Session = {
  readonly assistant: Assistant;
  readonly style: Style;
  readonly width: number;
  at: Date | undefined;
  question: string | undefined;
  options: readonly Option[];
  context: Context;
};

type Command = { readonly about: string; readonly run: (session: Session, argument: string) => string };

const COMMANDS: Readonly<Record<string, Command>> = {
  "/topics": { about: "everything you can ask about", run: ({ assistant }) => topics(assistant) },
  "/why": { about: "why the last answer was given", run: why },
  "/sources": { about: "where the answers come from", run: sources },
  "/at": { about: "answer as of a time, such as /at 2025-07-26T10:00; /at now goes back", run: setClock },
  "/help": { about: "these commands", run: () => commandList() },
  "/quit": { about: "leave", run: () => "" },
};

export async function repl(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {} });
  const assistant = await openAssistant(io);
  const terminal = Boolean(io.input.isTTY && io.output.isTTY);
  const session: Session = {
    assistant,
    style: styleFor(io.output, noColour()),
    width: Math.min(io.output.columns ?? WIDEST, WIDEST),
    at: undefined,
    question: undefined,
    options: [],
    context: NEW_CONVERSATION,
  };
  // Greeting and prompt are for a person; a program at the other end of a pipe gets the answers alone.
  const lines = createInterface({
    input: io.input,
    ...(terminal
      ? { output: io.output, prompt: PROMPT, historySize: 200, removeHistoryDuplicates: true }
      : {}),
    completer: (line: string) => complete(line, assistant),
    crlfDelay: Number.POSITIVE_INFINITY,
    terminal,
  });
  if (terminal) {
    await write(io.output, `${greeting(session)}\n\n`);
    leaveOnInterrupt(lines, io);
    lines.prompt();
  }
  for await (const line of lines) {
    const text = line.trim();
    if (text === "/quit" || text === "/exit") break;
    const reply = respond(session, text);
    if (reply !== "") await write(io.output, `${reply}\n\n`);
    if (terminal) lines.prompt();
  }
  lines.close();
  return 0;
}

/** Ctrl-C drops what is typed; on an empty line it leaves, as Ctrl-D does. */
function leaveOnInterrupt(lines: ReturnType<typeof createInterface>, { output }: Io): void {
  lines.on("SIGINT", () => {
    if (lines.line === "") {
      output.write("\n");
      lines.close();
      return;
    }
    output.write("^C\n");
    lines.write(null, { ctrl: true, name: "u" });
    lines.prompt();
  });
}

function respond(session: Session, text: string): string {
  if (text === "") return "";
  if (text.startsWith("/")) {
    const [name = "", ...rest] = text.split(/\s+/);
    const command = Object.hasOwn(COMMANDS, name.toLowerCase()) ? COMMANDS[name.toLowerCase()] : undefined;
    return command ? command.run(session, rest.join(" ")) : `There is no such command.\n${commandList()}`;
  }
  const now = session.at ?? new Date();
  const chosen = /^\d$/.test(text) ? session.options[Number(text) - 1] : undefined;
  const answer = chosen
    ? session.assistant.open(chosen.id, now)
    : session.assistant.ask(text, now, session.context);
  session.question = chosen ? undefined : text;
  session.options = nextOptions(answer);
  session.context = contextOf(answer, session.context);
  return `\n${writeAnswer(answer, session.style, session.width)}${offers(answer, session)}`;
}

/** What to ask next, by number. A question put back has its choices already. */
function offers(answer: Answer, { options, style }: Session): string {
  if (options.length === 0 || answer.kind === "clarify") return "";
  return `\n\n${style.faint("Ask next, by number:")}\n${choices(options).map(style.faint).join("\n")}`;
}

function greeting({ assistant, style, width }: Session): string {
  const { walkout } = assistant.pack;
  return [
    style.strong("Open as Usual"),
    wrap(`Answers for patients on: ${walkout.title}.`, width),
    wrap(NOT_WATCHED, width),
    wrap("Ask in your own words. Tab lists topics, /help lists commands, Ctrl-D leaves.", width),
  ].join("\n");
}

function topics({ pack }: Assistant): string {
  const byFolder = new Map<string, string[]>();
  for (const { folder, title, kind } of Object.values(pack.intents)) {
    if (kind !== "urgent") byFolder.set(folder, [...(byFolder.get(folder) ?? []), title]);
  }
  return [...byFolder]
    .map(([folder, titles]) => `${folder}\n${titles.map((title) => `  ${title}`).join("\n")}`)
    .join("\n");
}

function why({ assistant, question, width }: Session): string {
  if (question === undefined) return "Ask something first; then /why shows what it may mean and why.";
  return writeWhy(assistant.explain(question), width);
}

function sources({ assistant }: Session): string {
  const { sources, claims } = assistant.pack;
  const citations = Object.values(claims).map(({ source, paragraph, attribution }) => ({
    ...sources[source]!,
    paragraph,
    attribution,
  }));
  return sourcesOf(citations).join("\n");
}

function setClock(session: Session, argument: string): string {
  if (argument === "" || argument === "now") {
    session.at = undefined;
    return "Answering as of now.";
  }
  try {
    session.at = readTime(argument);
    return `Answering as of ${session.at.toISOString()}.`;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

const commandList = () =>
  Object.entries(COMMANDS)
    .map(([name, { about }]) => `  ${name.padEnd(9)} ${about}`)
    .join("\n");

/** Tab completes commands after a slash, and topics otherwise: by the start of any of their words. */
function complete(line: string, { pack }: Assistant): [string[], string] {
  if (line.startsWith("/")) return [Object.keys(COMMANDS).filter((name) => name.startsWith(line)), line];
  const typed = line.toLowerCase();
  const titles = Object.values(pack.intents)
    .filter(({ kind }) => kind !== "urgent")
    .map(({ title }) => title);
  return [titles.filter((title) => title.toLowerCase().startsWith(typed)), line];
}
