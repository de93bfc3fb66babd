/** Real questions to complete what somebody is typing, best first. */
import { type Answer, type Assistant, intentsOf } from "../../src/index.ts";
import type { Clock } from "../chat/limits.ts";
import { topicGroups } from "../chat/topics.ts";
import { folderRank } from "./wording.ts";

/** What is shown in the list, and the question that is asked by choosing it. */
export type Suggestion = { readonly name: string; readonly value: string };

const MOST = 25;
const LONGEST = 100;
/** Below this the matcher's opinion alone is no reason to offer a topic. */
const WORTH_SHOWING = 0.02;

type Candidate = {
  readonly intent: string;
  readonly suggestion: Suggestion;
  readonly words: readonly string[];
};

export type Suggestions = {
  /**
   * At most 25 questions for what is typed so far, ranked by the matcher, and by the words begun, since the last word is
   * seldom typed out.
   */
  suggest(typed: string): Suggestion[];
  /** The intent of a question that was chosen rather than typed: it means what it is listed under. */
  chosen(question: string): string | undefined;
};

export function createSuggestions(assistant: Assistant, clock: Clock): Suggestions {
  const { intents } = assistant.pack;
  const candidates = topicGroups(assistant.pack)
    .sort((a, b) => folderRank(a.folder) - folderRank(b.folder))
    .flatMap(({ topics }) => topics.flatMap(({ id }) => candidatesOf(id, intents[id]!)));
  const firsts = [...byIntent(candidates).values()].map((own) => own[0]!.suggestion).slice(0, MOST);

  const intentOf = new Map(candidates.map(({ intent, suggestion }) => [suggestion.value, intent]));

  function suggest(typed: string): Suggestion[] {
    const words = wordsOf(typed);
    if (words.length === 0) return firsts;
    const urgent = urgentIn(assistant.ask(typed, clock()));
    // Where somebody may need help now, nothing but help is offered.
    if (urgent) {
      const { title, check } = intents[urgent]!;
      return check[0] ? [{ name: shorten(title), value: check[0] }] : [];
    }
    const confidence = new Map(assistant.explain(typed).map((match) => [match.intent, match.confidence]));
    const best = new Map<string, { suggestion: Suggestion; score: number }>();
    for (const { intent, suggestion, words: own } of candidates) {
      const sure = confidence.get(intent) ?? 0;
      const begun = shareBegun(words, own);
      if (sure < WORTH_SHOWING && begun === 0) continue;
      const score = sure + begun;
      if (score > (best.get(intent)?.score ?? 0)) best.set(intent, { suggestion, score });
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ suggestion }) => suggestion);
  }

  return { suggest, chosen: (question) => intentOf.get(question) };
}

function candidatesOf(
  intent: string,
  { title, check }: { title: string; check: readonly string[] },
): Candidate[] {
  return check
    .filter((question) => question.length <= LONGEST)
    .map((question) => ({
      intent,
      suggestion: { name: shorten(`${title}: ${question}`), value: question },
      words: wordsOf(`${title} ${question}`),
    }));
}

function byIntent(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    groups.set(candidate.intent, [...(groups.get(candidate.intent) ?? []), candidate]);
  }
  return groups;
}

function urgentIn(answer: Answer): string | undefined {
  return answer.kind === "urgent" ? intentsOf(answer)[0] : undefined;
}

/** How many of the words are the beginning of one of a question's own, as a share. */
function shareBegun(typed: readonly string[], own: readonly string[]): number {
  let begun = 0;
  for (const word of typed) if (own.some((each) => each.startsWith(word))) begun++;
  return begun / typed.length;
}

/** Words too common to tell one question from another. */
const COMMON = new Set(
  "a an and are at be can do does for how i in is it my of on or the to what when will with".split(" "),
);

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? [];
  return words.filter((word) => !COMMON.has(word));
}

const shorten = (name: string) => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`);
