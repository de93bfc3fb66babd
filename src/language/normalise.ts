/**
 * What people type, made plain: one case, one alphabet of signs, no platform litter, nothing invisible.
 * The result is for matching only; it is never shown.
 */

const NOT_ASCII = /[^\x00-\x7f]/;
const COMBINING = /\p{M}+/gu;
/** Format characters: zero-width joiners, directional marks, byte-order marks, soft hyphens. */
const INVISIBLE = /\p{Cf}+/gu;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u00b4`]/g;

/** Signs that can only be there because a chat platform or a mail programme put them there. */
const LITTER_SIGN = /[<>:|`&*_~/]/;
const LITTER: readonly [RegExp, string][] = [
  // Slack sends & < > as entities.
  [/&amp;/gi, "&"],
  [/&lt;/gi, "<"],
  [/&gt;/gi, ">"],
  // Slack's named links and channels keep their name, then every other reference of Slack and Discord goes.
  [/<(?:https?:|mailto:|tel:|#|!)[^|<>\s]*\|([^<>]*)>/g, " $1 "],
  [/<[@#!:][^<>\s]{0,100}>|<a?:\w{1,40}:\d{1,24}>|<t:\d{1,14}(?::\w)?>/g, " "],
  [/<?https?:\/\/[^\s<>]*>?/gi, " "],
  // Emoji by name, but not 7:30:15.
  [/:[a-z+-][\w+'-]{0,40}:/gi, " "],
  // Quoted lines are somebody else's words.
  [/^[ \t]*>.*$/gm, " "],
  [/\|\||[`*_~]+/g, " "],
];

/**
 * `text` in lower case, in plain letters, without accents, invisible characters or platform litter. Linear in its length;
 * never throws, whatever the input.
 */
export function normalise(text: string): string {
  let plain = text;
  if (NOT_ASCII.test(plain)) {
    plain = plain.normalize("NFKD").replace(COMBINING, "").replace(INVISIBLE, "").replace(APOSTROPHES, "'");
  }
  if (LITTER_SIGN.test(plain)) {
    // A message that is nothing but a quotation is taken as it is.
    const stripped = LITTER.reduce((all, [sign, into]) => all.replace(sign, into), plain);
    plain = /\w/.test(stripped) ? stripped : plain.replace(/[<>]/g, " ");
  }
  return plain.toLowerCase();
}

/**
 * A number of nine digits or more, in groups of three or more or in one, and what it is called: of a patient, a booking, a
 * phone. No date.
 */
const REFERENCE =
  /(?:\b(?:(?:my|the|its|her|his) )?(?:nhs|hospital|patient|booking|ref(?:erence)?)(?: (?:no|num|number|id|ref))?\.?(?: is|'s)?[:\s,]*)?(?<![\d/.:-])(?!(?:19|20)\d\d-\d)(?=\d(?:[ -]?\d){8})\d{3,}(?:[ -]\d{3,})*(?![\d/:])/g;

/** A normalised text without such numbers: they say nothing of what is asked, and many begin with 999. */
export function withoutReferences(text: string): string {
  if (!/\d{3}/.test(text)) return text;
  const rest = text.replace(REFERENCE, " ");
  return /\w/.test(rest) ? rest : text;
}
