import { expect, test } from "vitest";
import type { InsightRow } from "@/lib/ad-api/objects";
import { aRange } from "./fake-ad-api";
import { getCampaignParts } from "./get-campaign-parts";
import { launchCampaign } from "./launch-campaign";
import { aDraft, aWorld } from "./testing";

/** A campaign that began on Tuesday the 1st of September; it is Wednesday, so many weeks later. */
async function world(today: string) {
  const at = aWorld();
  await at.campaigns.save(aDraft());
  await launchCampaign(at.marketer, { campaignId: "k1", version: 1 });
  at.network.now = new Date(`${today}T10:00:00Z`);
  return at;
}

const part = (value: string, share: string, over: Partial<InsightRow> = {}): InsightRow => ({
  ...{ date_start: "2026-09-01", date_stop: "2026-09-06", impressions: "100", spend: "1.00" },
  ...{ age: value, nod_share: share, nod_modelled: false, reach: "6000" },
  ...over,
});

test("the people reached are split over whole weeks, in the network's order", async () => {
  const at = await world("2026-09-09");
  at.network.rows = [part("18-24", "0.2500"), part("25-34", "0.7500", { reach: "18000" })];
  const answer = await getCampaignParts(at.viewer, { campaignId: "k1", by: "age" });
  expect(answer).toEqual({
    ok: true,
    value: {
      ...{ by: "age", since: "2026-09-01", until: "2026-09-06", without: null, modelled: false },
      parts: [
        { value: "18-24", share: 0.25, people: 6000 },
        { value: "25-34", share: 0.75, people: 18_000 },
      ],
    },
  });
});

test("before the first Sunday is over nothing is asked", async () => {
  const at = await world("2026-09-06");
  const before = at.network.calls.length;
  const answer = await getCampaignParts(at.viewer, { campaignId: "k1", by: "age" });
  expect(answer.ok && answer.value.without).toBe("early");
  expect(at.network.calls.slice(before)).not.toContain("insights");
});

test.each([
  ["few", aRange(0, { hidden: true, upper: 1000 })],
  ["unopened", aRange(9_000)],
])("a range that stays whole says why: %s", async (without, nod_reach) => {
  const at = await world("2026-09-09");
  const whole = { age: undefined, nod_share: undefined, nod_reach };
  at.network.rows = [part("", "", whole)];
  const answer = await getCampaignParts(at.viewer, { campaignId: "k1", by: "age" });
  expect(answer.ok && [answer.value.without, answer.value.parts]).toEqual([without, []]);
});

test("somebody of another agency finds no such campaign", async () => {
  const at = await world("2026-09-09");
  const stranger = { ...at.viewer, actor: { ...at.viewer.actor, agencyId: "a2" } };
  const answer = await getCampaignParts(stranger, { campaignId: "k1", by: "age" });
  expect(!answer.ok && answer.error.code).toBe("not_found");
});
