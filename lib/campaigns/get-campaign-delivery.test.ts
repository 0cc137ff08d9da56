import { expect, test } from "vitest";
import type { InsightRow } from "@/lib/ad-api/objects";
import { aRange } from "./fake-ad-api";
import { getCampaignDelivery } from "./get-campaign-delivery";
import { launchCampaign } from "./launch-campaign";
import { aDraft, aWorld } from "./testing";

const row = (day: string, cumulative: number, over: Partial<InsightRow> = {}): InsightRow => ({
  date_start: day,
  date_stop: day,
  impressions: "20000",
  spend: "800.00",
  clicks: "220",
  nod_reach: aRange(18_000),
  nod_cumulative_reach: aRange(cumulative),
  ...over,
});

async function world() {
  const at = aWorld();
  await at.campaigns.save(aDraft());
  await launchCampaign(at.marketer, { campaignId: "k1", version: 1 });
  at.network.now = new Date("2026-09-03T10:00:00Z");
  at.network.rows = [
    row("2026-09-02", 33_000),
    row("2026-09-01", 18_000),
    row("2026-09-03", 41_000, { nod_projected: true, spend: "390.50", nod_reach: aRange(41_000) }),
  ];
  return at;
}

test("days come in order, today as a projection, with the people who were new on each", async () => {
  const at = await world();
  const delivery = await getCampaignDelivery(at.viewer, "k1");
  if (!delivery.ok) throw new Error(delivery.error.message);
  expect(delivery.value).toMatchObject({ status: "delivering", today: "2026-09-03", rate: 60 });
  expect(delivery.value.activity).toMatchObject([{ what: "Launched", by: "Mara" }]);
  expect(
    delivery.value.days.map(({ day, projected, newPeople, spendMinor }) => [
      day,
      projected,
      newPeople,
      spendMinor,
    ]),
  ).toEqual([
    ["2026-09-01", false, 18_000, 80_000],
    ["2026-09-02", false, 15_000, 80_000],
    ["2026-09-03", true, 8000, 39_050],
  ]);
});

test("a gain that the ranges leave open is not said", async () => {
  const at = await world();
  at.network.rows = [
    row("2026-09-01", 18_000),
    row("2026-09-02", 18_400),
    row("2026-09-03", 0, { nod_cumulative_reach: aRange(0, { hidden: true, upper: 1000 }) }),
  ];
  const delivery = await getCampaignDelivery(at.marketer, "k1");
  expect(delivery.ok && delivery.value.days.map(({ newPeople }) => newPeople)).toEqual([
    18_000,
    null,
    null,
  ]);
});

test("the plan is the promise of the launch, and money is held against what is due", async () => {
  const at = await world();
  at.network.people = aRange(5_000);
  const delivery = await getCampaignDelivery(at.marketer, "k1");
  if (!delivery.ok) throw new Error(delivery.error.message);
  expect(delivery.value.plan).toHaveLength(30);
  expect(delivery.value.plan.at(-1)?.people).toBeGreaterThan(5_000);
  expect(delivery.value.money).toMatchObject({ plannedMinor: 2_400_000, dueMinor: 200_000 });
});

test("before its first day a campaign has a plan and no numbers", async () => {
  const at = await world();
  at.network.now = new Date("2026-08-30T10:00:00Z");
  const delivery = await getCampaignDelivery(at.marketer, "k1");
  expect(delivery).toMatchObject({
    ok: true,
    value: { status: "scheduled", days: [], total: { frequency: null }, money: { pace: null } },
  });
  expect(at.network.calls).not.toContain("insights");
});

test("a draft has no delivery, a silent network is said, and another agency finds nothing", async () => {
  const at = await world();
  await at.campaigns.save(aDraft({ id: "k2" }));
  expect(await getCampaignDelivery(at.marketer, "k2")).toMatchObject({
    error: { code: "not_launched" },
  });
  at.network.refuseNext("insights", { code: "throttled", message: "Slow down." });
  expect(await getCampaignDelivery(at.marketer, "k1")).toMatchObject({
    error: { code: "unavailable", message: expect.stringContaining("Slow down.") },
  });
  expect(await getCampaignDelivery(at.stranger, "k1")).toMatchObject({
    error: { code: "not_found" },
  });
});

test("a campaign that the network paused by itself says why, in the network's words", async () => {
  const at = await world();
  const { adApi } = at.viewer;
  const getCampaign: typeof adApi.getCampaign = async (id, options) => {
    const found = await adApi.getCampaign(id, options);
    if (!found.ok) return found;
    const issue = { level: "CAMPAIGN", error_summary: "Too small", error_message: "Too few." };
    const status = { configured_status: "PAUSED", effective_status: "PAUSED" } as const;
    return { ok: true, value: { ...found.value, ...status, issues_info: [issue] } };
  };
  const delivery = await getCampaignDelivery(
    { ...at.viewer, adApi: { ...adApi, getCampaign } },
    "k1",
  );
  expect(delivery).toMatchObject({ value: { status: "paused", feedback: ["Too few."] } });
});
