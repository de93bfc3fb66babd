/** `--help`: the commands, a line each. */
import type { Io } from "./io.ts";

const HELP = `Usage: open-as-usual [command]

  (none)                     ask questions at a prompt
  ask [question]…            answer and exit; reads a question a line from standard input where none is given
      --json                 one JSON object a line
      --at <ISO time>        answer as of that time
      --why                  show what each question may mean, and why
  check [--article <file>]   everything wrong with the pack; with the article, whether its claims hold
  replies                    every line that it can ever say, numbered
  classify --train <tsv> --test <tsv> [--json]
                             train the matcher on any labelled set and label another
  confusions [--folds <number>] [--top <number>] [--json]
                             which intents are taken for which, and by what words; takes a training a fold
  eval <tsv>… [--html <file>] [--at <ISO time>]
                             score labelled question sets
  slack                      answer in Slack; .env.example lists the variables
  slack manifest [--url <https address>]
                             the manifest that creates the Slack app, for Socket Mode or for HTTP
  discord                    answer in Discord; .env.example lists the variables
  prepare                    train the pack and keep the result (part of "npm run build")

INTENTS_DIR names another pack than the one shipped.
`;

export function help({ output }: Io): number {
  output.write(HELP);
  return 0;
}
