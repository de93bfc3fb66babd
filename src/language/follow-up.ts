/** Messages that only make sense after an answer: "and the GP?", "what about Saturday?", "why?", "says who?", "yes", "no". */

export type FollowUp =
  /** The last answer again, seen from what `rest` adds; or another question, if `rest` is one. */
  | { readonly kind: "also"; readonly rest: string }
  | { readonly kind: "why" }
  | { readonly kind: "says-who" }
  /** The one choice that was put back is what is meant, or is not. */
  | { readonly kind: "yes" }
  | { readonly kind: "no" };

const ALSO =
  /^(?:ok(?:ay)?|so|right|thanks|ta|great|and|but|oh|hm+)?[\s,]*(?:and|what about|how about|what of|what if it(?:'?s| is)|is that the same|same|also|does that (?:go|apply))(?:\s+(?:on|for|with|at|in|to))?\s+(.{1,60}?)[\s?!.]*$/;
const WHY =
  /^(?:but\s+|and\s+|so\s+|ok\s+)?(?:why|how come|why'?s that|why is that|what for|why not|for what reason)(?: though| then)?[\s?!.]*$/;
const SAYS_WHO =
  /^(?:and\s+|but\s+|ok\s+)?(?:says? who|who says(?: (?:so|that|this))?|who said (?:that|this|so)|according to (?:who|whom)|sources?|link|proof|evidence|(?:what'?s|whats|what is) (?:the|your) source|where(?:'?s| is| did) (?:that|this|you get that)(?: come)?(?: from)?|how do you know(?: that)?|are you sure|you sure|is that (?:official|true|right))[\s?!.]*$/;

const YES =
  /^(?:yes|yeah|yep|yup|aye|correct|exactly|that one|that'?s (?:it|the one|right))(?:,? (?:please|pls|thanks|that one|that'?s it|it is))?[\s!.]*$/;
const NO =
  /^(?:no|nope|nah|not (?:that|really|quite)|neither|none of (?:those|these|them)|that'?s not (?:it|what i (?:mean|meant|asked)))(?:,? (?:thanks|thank you|ta))?[\s!.]*$/;

/** What a normalised text asks of the answer before it; undefined where it stands on its own feet. */
export function followUpOf(text: string): FollowUp | undefined {
  const trimmed = text.trim();
  if (WHY.test(trimmed)) return { kind: "why" };
  if (SAYS_WHO.test(trimmed)) return { kind: "says-who" };
  if (YES.test(trimmed)) return { kind: "yes" };
  if (NO.test(trimmed)) return { kind: "no" };
  const also = ALSO.exec(trimmed);
  return also ? { kind: "also", rest: also[1]! } : undefined;
}
