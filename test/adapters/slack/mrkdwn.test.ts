import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeText, link, plainText } from "../../../adapters/slack/mrkdwn.ts";

it.each([
  ["<@U0BOT> is A&amp;E open?", "is A&E open?"],
  ["<@U0BOT|bot>   is it   on", "is it on"],
  ["see <https://nhs.uk|the page> and <https://a.b>", "see the page and https://a.b"],
  ["<!here> <!subteam^S1|@team> in <#C1|ward-4> <#C2>", "in ward-4"],
  ["pulse &lt; 40", "pulse < 40"],
  ["&amp;lt;", "&lt;"],
])("reads %s", (written, plain) => {
  expect(plainText(written)).toBe(plain);
});

it("shows any text as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[<>]/);
      const tidy = text.replace(/[^\S\n]+/g, " ").trim();
      expect(plainText(escaped)).toBe(tidy);
    }),
  );
});

it("makes one link of any label and address", () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string(), (url, label) => {
      expect(link(url, label)).toMatch(/^<[^<>|\s]+\|[^<>|]*>$/);
    }),
  );
});
