/** The rules of wording that a machine can hold: those of the NHS service manual, and never to discourage anybody from care. */
export type Slip = { readonly problem: string; readonly remedy: string };

const LONGEST_SENTENCE = 20;
const MOST_SENTENCES = 3;

const RULES: readonly { readonly pattern: RegExp; readonly remedy: string }[] = [
  { pattern: /\b\w+n['’]t\b/i, remedy: 'write it in full, as "do not" or "cannot"' },
  { pattern: /\b(?:ring|dial|telephone)\b/i, remedy: 'write "call"' },
  { pattern: /\b(?:GP|doctor's|doctors') practices?\b/i, remedy: 'write "GP surgery"' },
  { pattern: /\bchemists?\b/i, remedy: 'write "pharmacy"' },
  { pattern: /\b(?:clinician|triage|chronic|acute)s?\b/i, remedy: "use a plain word" },
  { pattern: /\bshould\b/i, remedy: "say what to do" },
  { pattern: /\bclick here\b/i, remedy: "say where the link goes" },
  {
    pattern: /\b(?:go to|use|visit|try|check|contact|see) NHS 111 online\b(?!.*\bunder 5\b)/i,
    remedy: 'add "For a child under 5, call 111.": NHS 111 online is for 5 and over',
  },
  { pattern: /(?<!NHS )111 online/, remedy: 'write "NHS 111 online" in full' },
  {
    pattern: /\b\d{1,2}:00\b|\b\d{1,2} ?(?:a\.m|p\.m)|\b\d{1,2} (?:am|pm)\b/i,
    remedy: 'write times as "7am" or "5:30pm"',
  },
  { pattern: /\d ?[–—-] ?\d/, remedy: 'write ranges with "to"' },
  { pattern: /\d ?%/, remedy: 'write "per cent"' },
  { pattern: /\b\d{1,2}(?:st|nd|rd|th)\b/, remedy: 'write dates as "25 July 2025"' },
  { pattern: /!/, remedy: "end the sentence with a full stop" },
  { pattern: /\p{Extended_Pictographic}/u, remedy: "say it in words" },
  { pattern: /[*_`<>]/, remedy: "take out the markup" },
  {
    pattern: /\b(?!NHS|BMA|PALS|BSL|SHOUT|NSPCC|GP|UK|MP|AE)[A-Z]{4,}\b/,
    remedy: "do not write words in capitals",
  },
  {
    pattern:
      /do not (?:go|come) to (?:A&E|hospital)|A&E is only|only (?:use|go to) (?:A&E|999)|unless it is serious/i,
    remedy: "never discourage anybody from seeking care",
  },
];

/** What is wrong with the wording of a paragraph. */
export function slipsIn(paragraph: string): Slip[] {
  const slips = RULES.flatMap(({ pattern, remedy }) => {
    const found = pattern.exec(paragraph);
    return found ? [{ problem: `"${found[0]}" breaks the rules of wording`, remedy }] : [];
  });
  const sentences = paragraph.split(/(?<=[.?!])\s+(?=[A-Z0-9“"])/);
  for (const sentence of sentences) {
    const words = sentence.split(/\s+/).length;
    if (words > LONGEST_SENTENCE) {
      const problem = `a sentence of ${words} words: "${sentence.slice(0, 40)}…"`;
      slips.push({ problem, remedy: `split it; sentences have up to ${LONGEST_SENTENCE} words` });
    }
  }
  if (sentences.length > MOST_SENTENCES) {
    slips.push({
      problem: `a paragraph of ${sentences.length} sentences`,
      remedy: `split it; paragraphs have up to ${MOST_SENTENCES}`,
    });
  }
  return slips;
}
