/** Claims held against the text of the source they come from, so that an edited article, or a misread one, is noticed. */
import { createHash } from "node:crypto";
import type { Claim, Source } from "./types.ts";

export type Departure = { readonly claim: string; readonly problem: string; readonly remedy: string };

/** The paragraphs of an article: what blank lines part, picture captions included. The first has number 1. */
export const paragraphsIn = (article: string): string[] =>
  article
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");

/** A short name for a paragraph's exact wording. */
export const fingerprintOf = (paragraph: string): string =>
  createHash("sha256").update(paragraph).digest("hex").slice(0, 12);

/** Where the claims of `source` depart from `article`. */
export function departures(source: Source, claims: readonly Claim[], article: string): Departure[] {
  const paragraphs = paragraphsIn(article);
  return claims
    .filter((claim) => claim.source === source.id && claim.paragraph !== null)
    .flatMap(({ id, paragraph, figures, names }): Departure[] => {
      const text = paragraphs[paragraph! - 1];
      if (text === undefined) {
        return [
          {
            claim: id,
            problem: `the article has ${paragraphs.length} paragraphs, not ${paragraph}`,
            remedy: "mend the number",
          },
        ];
      }
      const [known, actual] = [source.fingerprints[String(paragraph)], fingerprintOf(text)];
      const found: Departure[] = [];
      if (known !== actual) {
        const problem =
          known === undefined
            ? `paragraph ${paragraph} has no fingerprint`
            : `paragraph ${paragraph} is not worded as it was`;
        found.push({
          claim: id,
          problem,
          remedy: `read it again, mend the claim, then write its fingerprint ${actual}`,
        });
      }
      for (const said of [...figures, ...names]) {
        if (!text.toLowerCase().includes(said.toLowerCase())) {
          found.push({
            claim: id,
            problem: `paragraph ${paragraph} does not hold "${said}"`,
            remedy: "mend the figure, the name or the paragraph",
          });
        }
      }
      return found;
    });
}
