/** Messages that only make sense after another: "and the GP?", "on Saturday?", "why?", "says who?", "yes", "the first one". */

export type FollowUp =
  /** The last answer again, seen from what `rest` adds; or another question, if `rest` is one. */
  | { readonly kind: "also"; readonly rest: string }
  /** The last answer again, for a time or a place: "tonight", "near me", "in Leeds". */
  | { readonly kind: "then-or-there" }
  /** Whether what the last answer was about goes ahead: "is it still on?", "will it be cancelled?" */
  | { readonly kind: "still-on" }
  /** What somebody makes of the last answer: "so I should stay at home?" */
  | { readonly kind: "so" }
  /** That the last answer was heard: "ok", "fair enough". */
  | { readonly kind: "heard" }
  | { readonly kind: "why" }
  | { readonly kind: "says-who" }
  /** Of the choices that were put back: the one there was, none, all, or the one at `place` from 0 (−1: the last). */
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  | { readonly kind: "all" }
  | { readonly kind: "choice"; readonly place: number };

const ALSO =
  /^(?:ok(?:ay)?|so|right|thanks|ta|great|and|but|oh|hm+|sorry|no|oops|actually)?[\s,]*(?:and|what about|how about|what of|i mean|i meant|what if it(?:'?s| is)|is that the same|same|also|does that (?:go|apply))(?:\s+(?:on|for|with|at|in|to))?\s+(.{1,60}?)[\s?!.]*$/;
const STILL_ON =
  /^(?:(?:so|and|but|ok|right)[\s,]+)*(?:is|are|will|would|does|do|has|have|can|could)\s+(?:it|that|they|she|he|this|mine)\s+(?:still |definitely |all |even |now |actually |going to |gonna |likely to |been )*(?:be |get |gets )?(?:still )?(?:on|go(?:ing)? ahead|happen(?:ing)?|cancell?ed|called off|off|affected|run(?:ning)?|go(?:ing)?|stopped|moved|postponed)(?: then| though| now| as normal| as usual| or not| or what| today| too| as well)*[\s?!.]*$/;
const THEN_OR_HERE =
  /^(?:(?:and|but|ok|even|what about|how about)\s+)?(?:tonight|overnight|at night|right now|(?:in|during) the (?:morning|afternoon|evening|night)|this (?:morning|afternoon|evening)|(?:at|by|after|before|around|until) (?:\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|o'?clock)|midnight|noon|midday)|near me|near here|round here|around here|locally|where i live|in (?:my|our|the) (?:area|town|village|city))(?: too| as well| then| though)?[\s?!.]*$/;
/** "in Leeds", but not "in pain". */
const THERE =
  /^(?:(?:and|but|ok|what about|how about)\s+)?(?:in|near) (?!(?:pain|agony|tears|need|labour|hospital|trouble|bed|here|fact|short|case|total|general|that|this|it|my|the|a|an)\b)\p{L}[\p{L}'-]{2,}(?: \p{L}[\p{L}'-]{2,})?(?: too| as well| then| though)?[\s?!.]*$/u;
const SO =
  /^so\s+(?:(?:i|we|he|she|they|it|it's|that|that's|don't|stay|not|just|no)\b)(?:\s+[^\s]+){0,6}?[\s?!.]*$/;
const HEARD_WORD =
  "(?:ah|oh|aw|ok|okay|okey|oki|k|kk|right|alright|all right|cool|good|nice|great|sure|perfect|lovely|brilliant|fair enough|" +
  "fair|no worries|no problem|no prob|np|got it|gotcha|understood|noted|will do|i see|sound|makes sense|that helps|" +
  "good to know|thats fine|that's fine|fine|then|[👍👌🙏❤😊🙂✅\\uFE0F]{1,8})";
const HEARD = new RegExp(`^${HEARD_WORD}(?:[\\s,.!]+${HEARD_WORD}){0,8}[\\s,.!]*$`, "u");
const WHY =
  /^(?:but\s+|and\s+|so\s+|ok\s+)?(?:why|how come|why'?s that|why is that|what for|why not|for what reason)(?: though| then)?[\s?!.]*$/;
const SAYS_WHO =
  /^(?:and\s+|but\s+|ok\s+)?(?:really|says? who|who says(?: (?:so|that|this))?|who said (?:that|this|so)|according to (?:who|whom)|sources?|link|proof|evidence|(?:what'?s|whats|what is) (?:the|your) source|where(?:'?s| is| did) (?:that|this|you get that)(?: come)?(?: from)?|how do you know(?: that)?|are you sure(?: about that)?|you sure|is (?:that|it) (?:official|true|right))[\s?!.]*$/;
const YES =
  /^(?:yes|yeah|yep|yup|aye|correct|exactly|that one|that'?s (?:it|the one|right))(?:,? (?:please|pls|thanks|that one|that'?s it|it is))?[\s!.]*$/;
const NO =
  /^(?:no|nope|nah|not (?:that|really|quite)|neither|none of (?:those|these|them)|that'?s not (?:it|what i (?:mean|meant|asked)))(?:,? (?:thanks|thank you|ta))?[\s!.]*$/;
const ALL = /^(?:all|both)(?: of (?:them|those|these)| three| please| pls)*[\s!.]*$/;
const CHOICE =
  /^(?:(?:the|number|no\.?|option|choice|answer|nr)\s+)*(first|1st|one|1|second|2nd|two|2|third|3rd|three|3|fourth|4th|four|4|last)(?: (?:one|option|choice|please|pls))*[\s!.]*$/;
const SOMEBODY =
  /^(?:if it'?s )?(?:my|our|his|her|their|the)\s+(?:(?:little|big|old|elderly|step|late)\s+)?(?:mum|mam|mom|mother|dad|father|nan|nana|gran|granny|grandma|grandad|grandpa|wife|husband|hubby|partner|boyfriend|girlfriend|fiance|fiancee|son|daughter|lad|kids?|child|children|baby|bairn|toddler|teenager|sister|brother|aunt|auntie|uncle|niece|nephew|cousin|mate|friend|neighbour|carer|boss|colleague|family|parents)(?:'?s'?)?$/;
/** "He's 3", "84 years old"; of nobody between 34 and 43 without a unit, for that may be a temperature. */
const AN_AGE =
  /^(?:(?:and|but|so|ok|well|no)[\s,]+)*(?:(?:i|he|she|they|mum|mam|dad|nan|grandad|baby)(?:'?m|'?s|'?re| is| am| are)?\s+(?:only |just |nearly |about )?)?(?:aged?\s+)?(?:(?:[0-9]|[12]\d|3[0-4]|4[3-9]|[5-9]\d|1[01]\d)|\d{1,3}\s*(?:years?|yrs?|y\/?o|months?|mths?|weeks?|wks?)(?:\s+old)?)(?:\s+(?:now|today|next week))?[\s?!.]*$/;
/** Words that name no matter of their own. */
const NAMES_NOTHING = new Set(
  (
    "i im ive id ill me my mine myself you your he hes him his she shes her hers it its they them their we us our this that " +
    "these those there here one ones who whos what whats when where which why how a an the and or but so if then than as to " +
    "of in on at by for from with without about up out over off is isnt are arent am was were be been do does did dont doesnt " +
    "didnt can cant could couldnt will wont would should shall may might must have has had having need needs want wants get " +
    "gets getting got go goes going gone come comes coming came take takes taking give tell told say said see know think make " +
    "let keep stay wait leave move ring call phone speak talk report ask help try put just now today tonight tomorrow soon " +
    "still yet again already first next after before while until long much many far bad worse better more less time times day " +
    "days hour hours minute minutes open opens opened close closes closed shut shuts start starts end ends happen happens " +
    "anyone anybody someone somebody anything something nobody nothing really very too also even only else please thanks ok " +
    "okay yes no not never right sure well home straight away"
  ).split(" "),
);
const PLACES = [
  ["first", "1st", "one", "1"],
  ["second", "2nd", "two", "2"],
  ["third", "3rd", "three", "3"],
  ["fourth", "4th", "four", "4"],
];

/** What a normalised text asks of the answer before it; undefined where it stands on its own feet. */
export function followUpOf(text: string): FollowUp | undefined {
  const trimmed = text.trim();
  if (WHY.test(trimmed)) return { kind: "why" };
  if (SAYS_WHO.test(trimmed)) return { kind: "says-who" };
  if (YES.test(trimmed)) return { kind: "yes" };
  if (NO.test(trimmed)) return { kind: "no" };
  if (ALL.test(trimmed)) return { kind: "all" };
  const choice = CHOICE.exec(trimmed);
  if (choice) return { kind: "choice", place: PLACES.findIndex((names) => names.includes(choice[1]!)) };
  if (THEN_OR_HERE.test(trimmed) || THERE.test(trimmed)) return { kind: "then-or-there" };
  const also = ALSO.exec(trimmed);
  if (also) return { kind: "also", rest: also[1]! };
  if (HEARD.test(trimmed)) return { kind: "heard" };
  if (STILL_ON.test(trimmed)) return { kind: "still-on" };
  return SO.test(trimmed) ? { kind: "so" } : undefined;
}

/** Whether `rest` of a message names but a person: "my mum", "my wife's". */
export const isSomebody = (rest: string) => SOMEBODY.test(rest.trim());

/** Whether words name no matter of their own: "do I need to go", "what time does it shut". */
export const namesNothing = (words: readonly string[]) => words.every((word) => NAMES_NOTHING.has(word));

/**
 * Whether a normalised text asks the same again for a person, a time or round here ("and my mum's?", "and tonight?"), or
 * says how old somebody is, and says no more. Every word of it is known, so it holds no sign of anything.
 */
export function holdsNoSign(text: string): boolean {
  const trimmed = text.trim();
  const also = ALSO.exec(trimmed);
  return THEN_OR_HERE.test(trimmed) || AN_AGE.test(trimmed) || (also !== null && isSomebody(also[1]!));
}
