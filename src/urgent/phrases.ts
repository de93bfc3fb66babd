/**
 * Which parts of patterns a run of words says. Adding a part costs no more than the words it is written with; what they
 * spell out together is worked out only as far as messages come to it, and then kept.
 */
import type { Ways } from "./pattern.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Somewhere in what has been read of phrases: the parts that are said, and the words that would say more. */
export type Place = {
  /** The numbers of the parts that end here, rising. */
  ends(): readonly number[];
  next(): ReadonlyMap<number, Place>;
};

export type Phrases = {
  /** Adds the ways of saying a part; parts come in the order of their numbers. */
  add(part: number, ways: Ways): void;
  /** Where nothing has been read yet. */
  readonly start: ReadonlyMap<number, Place>;
};

/** A place in one part: `letters` lead to the states of the same index. Only the last state of a part ends it. */
type State = {
  readonly part: number;
  readonly letters: number[];
  readonly to: State[];
  readonly last: boolean;
};

const newState = (part: number, last: boolean): State => ({ part, letters: [], to: [], last });

export function createPhrases(vocabulary: Vocabulary): Phrases {
  const start = new Map<number, Several>();

  /** Leads from a state, or from the start, to another by every one of the ways. */
  function connect(from: State | undefined, { runs }: Ways, to: State): void {
    for (const run of runs) {
      let at = from;
      for (let i = 0; i < run.length; i++) {
        const item = run[i]!;
        const next = i === run.length - 1 ? to : newState(to.part, false);
        if (typeof item !== "string") connect(at, item, next);
        else if (at) {
          at.letters.push(vocabulary.number(item));
          at.to.push(next);
        } else put(start, vocabulary.number(item), next);
        at = next;
      }
    }
  }

  return { start, add: (part, ways) => connect(undefined, ways, newState(part, true)) };
}

/** The states that the same words lead to, in the order of their parts. */
class Several implements Place {
  private readonly states: State[] = [];
  private parts: number[] | undefined;
  private after: Map<number, Several> | undefined;

  add(state: State): void {
    this.states.push(state);
    this.parts = this.after = undefined;
  }

  ends(): readonly number[] {
    if (!this.parts) {
      this.parts = [];
      for (const { last, part } of this.states) {
        if (last && this.parts.at(-1) !== part) this.parts.push(part);
      }
    }
    return this.parts;
  }

  next(): ReadonlyMap<number, Several> {
    if (!this.after) {
      this.after = new Map();
      for (const { letters, to } of this.states) {
        for (let i = 0; i < letters.length; i++) put(this.after, letters[i]!, to[i]!);
      }
    }
    return this.after;
  }
}

function put(places: Map<number, Several>, letter: number, state: State): void {
  let place = places.get(letter);
  if (!place) {
    place = new Several();
    places.set(letter, place);
  }
  place.add(state);
}
