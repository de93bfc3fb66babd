import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutReferences } from "../../src/language/normalise.ts";
import { createReader } from "../../src/language/reader.ts";

const read = createReader();

test.each([
  ["capitals", "Is A&E OPEN?", "is a and e open"],
  ["Slack's entities", "is A&amp;E open", "is a and e open"],
  ["typographic apostrophes", "isn’t my GP’s open", "isnt my gps open"],
  ["full-width letters", "ＧＰ ｏｐｅｎ", "gp open"],
  ["accents", "is the café clinic open", "is the cafe clinic open"],
  ["zero-width and directional marks", "\u200bis\u202e my\ufeff gp\u2066 open", "is my gp open"],
  ["a Slack mention", "<@U012AB3CD> is 111 working", "is 111 working"],
  ["a Discord mention", "<@!123456789012345678> is 111 working", "is 111 working"],
  ["a Discord timestamp", "open on <t:1753423200:F>?", "open on"],
  ["a Slack channel keeps its name", "see <#C024BE7LR|strike-news>", "see strike news"],
  ["a Slack link keeps its text", "is <https://example.org/a|my surgery> open", "is my surgery open"],
  ["a bare link", "https://example.org/?q=1 is the gp open", "is the gp open"],
  ["emoji by name", ":ambulance: are they running :+1:", "are they running"],
  ["custom emoji", "<:nhs:123456> is a&e open <a:wave:99>", "is a and e open"],
  ["emoji", "🚑 still coming? 🙏🏽", "still coming"],
  ["spoiler bars, code ticks and stars", "||is|| `my` *gp* __open__ ~~now~~", "is my gp open now"],
  ["a quoted line", "> nobody is open\nis that right", "is that right"],
  ["a quotation alone is the message", "> is a&e open", "is a and e open"],
  ["clock times are no emoji", "is it 7:30:15 or later", "is it 7 30 15 or later"],
])("%s", (_, text, words) => {
  expect(read(text).join(" ")).toBe(words);
});

test.each([
  ["nhs number 999 123 4567 is my scan on", "is my scan on"],
  ["hi its ref 999-411-0926, op due 29/7", "hi , op due 29/7"],
  ["my nhs no is 9992146083", "my nhs no is 9992146083"],
  ["ring me on 07700 900123 about it", "ring me on about it"],
  ["scan on 2025-07-28 10:15", "scan on 2025-07-28 10:15"],
  ["is 999 or 111 open", "is 999 or 111 open"],
  ["i took 10 20 30 40 50 tablets", "i took 10 20 30 40 50 tablets"],
])("numbers of patients, bookings and phones go, dates and doses stay: %s", (text, read) => {
  expect(withoutReferences(text).trim().replace(/\s+/g, " ")).toBe(read);
});

test("never throws, and what is plain stays as it is when it is made plain again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const once = read(text).join(" ");
      expect(read(once).join(" ")).toBe(once);
    }),
  );
});

test("reads only the two ends of a very long message, where questions stand", () => {
  const text = `is my gp open ${"blah ".repeat(20_000)} and can I get a scan`;
  const words = read(text);
  expect(words.length).toBeLessThan(1_000);
  expect(words.slice(0, 4)).toEqual(["is", "my", "gp", "open"]);
  expect(words.slice(-4)).toEqual(["i", "get", "a", "scan"]);
});
