/** Three labels and four voices. Three voices say "collect" of parcels only; the fourth says it of bins. */
import { createReader } from "../../src/index.ts";

export const SAID: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ada: {
    parcel: ["collect my parcel", "can i collect it today", "where do i collect"],
    bins: ["rubbish day", "when do the bins go", "empty my bin"],
    library: ["library opening hours", "renew my book"],
  },
  ben: {
    parcel: ["need to collect a package", "collect it from the depot", "time to collect"],
    bins: ["is it bin day", "rubbish not emptied", "recycling day"],
    library: ["return a library book", "borrow a book"],
  },
  cat: {
    parcel: ["who can collect for me", "collect tomorrow please", "collect from a locker"],
    bins: ["my bin is full of rubbish", "recycling bin", "which bin this week"],
    library: ["library card", "reserve a book at the library"],
  },
  dan: {
    parcel: ["parcel not here"],
    bins: ["will they collect", "did they collect", "rubbish bin not emptied"],
    library: ["is the library open"],
  },
};

const read = createReader();

export const lines = Object.entries(SAID).flatMap(([voice, labels]) =>
  Object.entries(labels).flatMap(([label, texts]) =>
    texts.map((text) => ({ text, words: read(text), label, voice })),
  ),
);
