import { expect, test } from "vitest";
import { aRange } from "./fake-ad-api";
import { launchCampaign } from "./launch-campaign";
import { listCampaignsWithStatus } from "./list-campaigns";
import { aDraft, aWorld } from "./testing";

async function world() {
  const at = aWorld();
  await at.campaigns.save(aDraft());
  await at.campaigns.save(aDraft({ id: "k2", name: "Half typed", plan: { name: "Half typed" } }));
  await at.campaigns.save(aDraft({ id: "k3", clientId: "c2", name: "Harbour nights" }));
  await at.campaigns.save(aDraft({ id: "k4", state: "archived" }));
  await launchCampaign(at.marketer, { campaignId: "k1", version: 1 });
  at.network.now = new Date("2026-09-02T22:00:00Z");
  at.network.rows = [
    {
      date_start: "2026-09-01",
      date_stop: "2026-09-02",
      impressions: "40000",
      spend: "1600",
      nod_reach: aRange(20_000),
    },
  ];
  return at;
}

test("every campaign of every client is listed with what it is doing and what it cost so far", async () => {
  const at = await world();
  const list = await listCampaignsWithStatus(at.viewer, null);
  if (!list.ok) throw new Error(list.error.message);
  expect(list.value.silent).toEqual([]);
  const byId = Object.fromEntries(list.value.campaigns.map((one) => [one.id, one]));
  expect(Object.keys(byId).sort()).toEqual(["k1", "k2", "k3"]);
  expect(byId.k1).toMatchObject({
    status: "delivering",
    company: { name: "Lakeside" },
    spentMinor: 160_000,
    plannedMinor: 2_400_000,
    frequency: 2,
    pace: "on_pace",
  });
  expect(byId.k2).toMatchObject({ status: "draft", startDay: null, reach: null, pace: null });
});

test("one client's list has no other client's campaigns", async () => {
  const at = await world();
  const list = await listCampaignsWithStatus(at.marketer, "c2");
  expect(list.ok && list.value.campaigns.map(({ id }) => id)).toEqual(["k3"]);
});

test("archived campaigns are there when asked for", async () => {
  const at = await world();
  const list = await listCampaignsWithStatus(at.marketer, "c1", { archived: true });
  expect(list.ok && list.value.campaigns.some(({ status }) => status === "archived")).toBe(true);
});

test("a silent network leaves the list, says whose numbers are missing, and shows no zero", async () => {
  for (const call of ["listCampaigns", "insights"] as const) {
    const at = await world();
    at.network.refuseNext(call, { code: "unavailable" });
    const list = await listCampaignsWithStatus(at.marketer, "c1");
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.silent).toEqual(["Lakeside Cycles"]);
    expect(list.value.campaigns.find(({ id }) => id === "k1")).toMatchObject({
      reach: null,
      spentMinor: null,
      pace: null,
    });
  }
});

test("another agency's client is not found, and a person sees only the clients they were given", async () => {
  const at = await world();
  expect(await listCampaignsWithStatus(at.stranger, "c1")).toMatchObject({
    error: { code: "not_found" },
  });
  const { actor } = at.marketer;
  const limited = {
    ...at.marketer,
    actor: {
      ...actor,
      grants: [{ agencyId: "a1", clientId: "c2", role: "marketer" as const }],
    },
  };
  const list = await listCampaignsWithStatus(limited, null);
  expect(list.ok && list.value.campaigns.map(({ id }) => id)).toEqual(["k3"]);
  expect(await listCampaignsWithStatus(limited, "c1")).toMatchObject({
    error: { code: "not_found" },
  });
});
