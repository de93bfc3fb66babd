import { expect, it } from "vitest";
import { sourceLines } from "../../../adapters/chat/sources.ts";

const independent = {
  id: "i",
  publisher: "The Independent",
  title: "T",
  url: "https://i",
  published: "2025-07-25",
  attribution: null,
};
const nhs = {
  id: "n",
  publisher: "NHS",
  title: "N",
  url: "https://n",
  published: null,
  paragraph: null,
  attribution: null,
};

it("has a line a source, with its date and its paragraphs in order, each once", () => {
  const citations = [30, 29, 30].map((paragraph) => ({ ...independent, paragraph }));
  expect(sourceLines([...citations, nhs])).toEqual([
    { label: "The Independent, 25 July 2025, paragraphs 29 and 30", url: "https://i" },
    { label: "NHS", url: "https://n" },
  ]);
  expect(sourceLines([{ ...independent, paragraph: 7 }])[0]?.label).toBe(
    "The Independent, 25 July 2025, paragraph 7",
  );
  expect(sourceLines([1, 2, 3].map((paragraph) => ({ ...independent, paragraph })))[0]?.label).toMatch(
    /paragraphs 1, 2 and 3$/,
  );
});
