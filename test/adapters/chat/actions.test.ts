import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeAction, encodeAction } from "../../../adapters/chat/actions.ts";
import { assistant } from "./shipped.ts";

const what = fc.constantFrom("open", "share", "helpful", "not-helpful");
const ids = fc.array(fc.constantFrom(...Object.keys(assistant.pack.intents)), { minLength: 1, maxLength: 9 });

it("comes back as what it was, with as many topics as fit into 100 characters", () => {
  fc.assert(
    fc.property(what, ids, (does, intents) => {
      const encoded = encodeAction({ do: does as "open", intents });
      expect(encoded.length).toBeLessThanOrEqual(100);
      const decoded = decodeAction(encoded);
      expect(decoded?.do).toBe(does);
      expect(decoded?.intents).toEqual(intents.slice(0, decoded?.intents.length));
    }),
  );
});

it("keeps two topics of the pack, whichever they are", () => {
  const intents = Object.keys(assistant.pack.intents)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2);
  expect(decodeAction(encodeAction({ do: "not-helpful", intents }))?.intents).toEqual(intents);
});

it.each([
  "",
  ":",
  "open",
  "open:",
  "open:A&E",
  "open:a b",
  "close:gp",
  "open:gp+",
  "open:+gp",
  " open:gp",
  "open:gp\n",
])("takes nothing else: %j", (encoded) => {
  expect(decodeAction(encoded)).toBeUndefined();
});

it("takes any text without throwing", () => {
  fc.assert(fc.property(fc.string(), (text) => void decodeAction(text)));
});
