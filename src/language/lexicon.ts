/** Different ways of saying one thing, read as one: "casualty" and "ED" as "A&E", "appt" as "appointment". */

export type Lexicon = {
  /** `words` with every way of saying something replaced by what it stands for; the longest way wins. */
  apply(words: readonly string[]): string[];
};

type Node = { readonly next: Map<string, Node>; to?: readonly string[] };

/** A lexicon of pairs: a way of saying something and what it stands for, both as words between spaces. */
export function createLexicon(pairs: readonly (readonly [from: string, to: string])[]): Lexicon {
  const root: Node = { next: new Map() };
  for (const [from, to] of pairs) {
    let node = root;
    for (const word of from.split(" ")) {
      const next = node.next.get(word) ?? { next: new Map() };
      node.next.set(word, next);
      node = next;
    }
    node.to = to.split(" ");
  }

  return {
    apply(words) {
      const read: string[] = [];
      for (let at = 0; at < words.length; ) {
        let found: readonly string[] | undefined;
        let length = 1;
        let node = root.next.get(words[at]!);
        for (let ahead = at + 1; node; ahead++) {
          if (node.to) {
            found = node.to;
            length = ahead - at;
          }
          node = ahead < words.length ? node.next.get(words[ahead]!) : undefined;
        }
        if (found) read.push(...found);
        else read.push(words[at]!);
        at += length;
      }
      return read;
    },
  };
}
