/** Where a message may fall into parts, and which of its parts are worded as questions. Texts are normalised. */

/** Where one part may end and the next begin. */
export const BOUNDARY =
  /[.?!;:\n]+\s+|,\s+|\s+-+\s+|\s+(?:and|an|n|also|plus|but|then|so|cos|because|&|\+)\s+|\s*\(?\b(?:[1-3]|[a-c])\)\s*/g;
/** What joins two things, where other words tell how a story goes on. */
export const JOINING = /^\s*(?:and|an|n|also|plus|&|\+|separately|secondly)\s/;
const SENTENCE_END = /(?<=[.?!;\n])\s+/;
const LEAD_IN =
  "hi|hiya|hello|hey|so|ok|okay|also|and|an|but|or|please|pls|then|plus|anyway|basically|just|quick q|question|tell me|" +
  "first|firstly|second|secondly|separately|next|after that|failing that|if i do(?: go)?|" +
  "what i (?:cant find|want to know|need) is|(?:do you|does anyone|anyone) know|(?:can|could) (?:you|someone|anyone) tell me|" +
  "if (?:so|not|yes|no)";
const QUESTION_WORD =
  "who|whos|what|whats|wot|wots|when|whens|wen|where|wheres|which|why|how|hows|whose|is|isnt|are|r|arent|am|was|were|do|" +
  "does|did|dont|doesnt|didnt|can|cant|could|couldnt|will|wont|would|should|shall|has|have|hasnt|havent|any";
const WORDED_AS_QUESTION = new RegExp(`^(?:(?:${LEAD_IN})\\b[\\s,:]*)*(?:${QUESTION_WORD})\\b`);
const SENTENCE = /^.*?[.?!;\n](?=\s)/s;
const REFERS_BACK =
  /\b(?:it|its|it's|they|they're|theyre|them|their|theirs|that|that's|thats|this|those|these|there|he|she|his|her|him)\b/;
/** Of a sentence without end the first parts are looked at. */
const MOST_PARTS = 8;
const FEWEST_WORDS = 2;

export const isWordedAsQuestion = (part: string) => WORDED_AS_QUESTION.test(part.trim().replaceAll("'", ""));

/** The words of a part are no fewer than a question has. */
export const isLongEnough = (part: string) => part.trim().split(/\s+/, FEWEST_WORDS).length === FEWEST_WORDS;

/** "Is it over", "when do they end": a part that speaks of what another names. */
export const refersBack = (part: string) => REFERS_BACK.test(part);

/** Up to the end of the first sentence. */
export const firstSentenceOf = (text: string) => SENTENCE.exec(text)?.[0] ?? text;

/** From the last boundary on at which words begin that are worded as a question; all of it where there is none. */
export function lastQuestionOf(text: string): string {
  const parts = [...text.matchAll(BOUNDARY)].map(({ index, 0: { length } }) => text.slice(index + length));
  return parts.findLast((part) => isLongEnough(part) && isWordedAsQuestion(part)) ?? text;
}

/**
 * The parts of a message that are worded as questions and are not the whole of it, each to the end of its sentence (and the
 * first also up to what is joined to it): those of the last sentence first, for that is where people ask. At most `most`.
 */
export function questionsIn(message: string, most: number): string[] {
  const text = message.trim();
  const found: string[] = [];
  for (const sentence of text.split(SENTENCE_END).reverse()) {
    if (found.length >= most) break;
    const inner = [...sentence.matchAll(BOUNDARY)].slice(0, MOST_PARTS - 1);
    const parts = [0, ...inner.map((boundary) => boundary.index + boundary[0].length)].map((from) =>
      sentence.slice(from),
    );
    // "Is A&E open and who won the cricket": what comes first may be a question without what is joined to it.
    const joined = inner.find((boundary) => JOINING.test(boundary[0]));
    if (joined) parts.push(sentence.slice(0, joined.index));
    found.push(
      ...parts.filter(
        (part) =>
          part.length < text.length && isLongEnough(part) && (isWordedAsQuestion(part) || part.endsWith("?")),
      ),
    );
  }
  return found.slice(0, most);
}
