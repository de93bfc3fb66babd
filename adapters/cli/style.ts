/** Colours of a terminal; plain text where there is none, or where the person asked for none (https://no-color.org). */
import type { Writable } from "node:stream";

export type Style = {
  strong(text: string): string;
  faint(text: string): string;
  alarm(text: string): string;
};

const plain = (text: string) => text;
const sgr = (on: number, off: number) => (text: string) =>
  text
    .split("\n")
    .map((line) => `\u001b[${on}m${line}\u001b[${off}m`)
    .join("\n");

export function styleFor(output: Writable & { isTTY?: boolean }, noColour: boolean): Style {
  return output.isTTY && !noColour
    ? { strong: sgr(1, 22), faint: sgr(2, 22), alarm: sgr(1, 22) }
    : { strong: plain, faint: plain, alarm: plain };
}
