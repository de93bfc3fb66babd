/** Slack's mark-up: how plain text gets into it, and back out of it. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Plain text that Slack shows as it is: no mention, channel or link can come of it. */
export const escapeText = (text: string) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);

export const bold = (text: string) => `*${escapeText(text)}*`;

/** A link with words to it. */
export function link(url: string, label: string): string {
  const address = url.replace(/[<>|\s]/g, encodeURIComponent);
  return `<${address}|${escapeText(label).replaceAll("|", "/")}>`;
}

/** What a person wrote, as plain text: without mentions, links by their words, signs as signs. */
export function plainText(text: string): string {
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label?: string) => {
      if (sign === "@" || sign === "!") return " ";
      if (sign === "#") return label ? ` ${label} ` : " ";
      return ` ${label ?? target} `;
    })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}
