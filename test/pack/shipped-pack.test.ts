import { beforeAll, describe, expect, test } from "vitest";
import { checkPack, SHIPPED_PACK } from "../../src/index.ts";
import { readPackFolder } from "../../src/pack/folder.ts";
import { type Parsed, parsePack } from "../../src/pack/parse.ts";

/** Every id that the bot must know: other people's tools and question sets name them. */
const IDS = {
  services: "a-and-e gp urgent-care nhs-111 open-services come-forward disruption",
  appointments: "attend-appointment appointment-cancelled operation tests-and-scans",
  strike:
    "strike-dates strike-now strike-length strike-place who-is-striking how-many why-striking pay-claim pay-award pay-erosion hourly-pay talks government-offer",
  positions:
    "streeting starmer nhs-england-view bma-view locum-shifts career-impact public-support patient-impact who-covers spread",
  "not-covered":
    "ambulance pharmacy prescriptions dentist optician maternity mental-health-services cancer-care ongoing-treatment children visiting inpatients patient-transport travel-costs rebooking waiting-times complaint private-care vaccination community-care other-staff local-hospital next-strike other-nations care-safety accessibility",
  chat: "greeting thanks goodbye help about sources human opinion",
  urgent: "emergency crisis symptoms safeguarding",
};

let parsed: Parsed;
beforeAll(() => {
  parsed = parsePack(readPackFolder(SHIPPED_PACK));
});

describe.each(Object.entries(IDS))("%s", (folder, ids) => {
  test.each(ids.split(" "))("%s is there, with examples enough", (id) => {
    expect(parsed.pack!.intents[id]?.folder).toBe(folder);
    const examples = parsed.examples.filter(({ label }) => label === id);
    const fewest = folder === "services" || folder === "appointments" ? 60 : 40;
    expect(examples.length).toBeGreaterThanOrEqual(fewest);
  });
});

test("no other id is there", () => {
  const wanted = Object.values(IDS).flatMap((ids) => ids.split(" "));
  expect(Object.keys(parsed.pack!.intents).sort()).toEqual(wanted.sort());
});

test("what is said of services comes from the paragraph that says it", () => {
  const paragraphs = (id: string) =>
    parsed.pack!.intents[id]!.claims.map((claim) => parsed.pack!.claims[claim]!.paragraph);
  expect(paragraphs("a-and-e")).toEqual([30]);
  expect(paragraphs("gp")).toEqual([30]);
  expect(paragraphs("come-forward")).toContain(29);
  expect(paragraphs("attend-appointment")).toEqual([29]);
  expect(paragraphs("hourly-pay")).toEqual([25, 26]);
});

test("check finds nothing wrong, its own questions included", async () => {
  const { problems } = await checkPack(SHIPPED_PACK);
  expect(problems).toEqual([]);
});
