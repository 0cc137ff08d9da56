import { beforeEach, describe, expect, it } from "vitest";
import { fromTargeting } from "@/lib/audiences/from-targeting";
import { aRules } from "@/lib/audiences/testing";
import { toTargeting } from "@/lib/audiences/to-targeting";
import { aNetwork, type TestNetwork } from "@/lib/network/ad-api/testing";
import { companies } from "@/lib/network/population/lists";
import { listAllowed } from "@/lib/network/segments/taxonomy";
import type { AdApi } from "./ad-api";
import { createAdApiClient } from "./client";

const pageId = companies[0]?.id ?? "";
const account = "act_101";
let network: TestNetwork;
let api: AdApi;
beforeEach(async () => {
  network = await aNetwork();
  api = createAdApiClient({
    fetch: (input, init) => network.handle(new Request(input, init)),
    baseUrl: "http://nod.test/graph/v24.0",
    token: network.token,
  });
});

const must = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>) => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const rules = aRules({
  any: [{ segment: "473", withinDays: null, minStrength: 2 }],
  countries: ["DE"],
  ageMin: 25,
  relationship: { kind: "works_with", companies: [pageId], by: null, withinDays: null },
});

async function launched() {
  const operation = (name: string) => ({ clientOperationId: name, name: "Autumn" });
  const campaign = await must(
    api.createCampaign(account, {
      ...operation("c"),
      objective: "OUTCOME_TRAFFIC",
      status: "PAUSED",
    }),
  );
  const adSet = await must(
    api.createAdSet(account, {
      ...operation("s"),
      campaignId: campaign.id,
      targeting: toTargeting(rules),
      budget: { kind: "lifetime", minor: 500_000 },
      startTime: "2026-12-01T00:00:00+01:00",
      endTime: "2026-12-15T00:00:00+01:00",
      maxFrequency: { times: 3, days: 7 },
      beneficiary: "Lakeside",
      payor: "Lakeside",
    }),
  );
  const creative = await must(
    api.createCreative(account, {
      ...operation("k"),
      pageId,
      link: "https://example.org",
      message: "Ride on",
      headline: "New bicycles",
      imageHash: null,
      callToAction: "SHOP_NOW",
    }),
  );
  const ad = await must(
    api.createAd(account, { ...operation("a"), adSetId: adSet.id, creativeId: creative.id }),
  );
  return { campaign, adSet, creative, ad };
}

describe("a launch through the client", () => {
  it("comes back as it was sent, audience included", async () => {
    const { campaign, adSet, creative, ad } = await launched();
    const [read] = await must(api.listAdSets(campaign.id));
    expect(read).toMatchObject({
      id: adSet.id,
      lifetime_budget: "500000",
      start_time: "2026-12-01T00:00:00+0100",
      effective_status: "CAMPAIGN_PAUSED",
      frequency_control_specs: [{ interval_days: 7, max_frequency: 3 }],
    });
    expect(fromTargeting(read?.targeting ?? {})).toEqual({ ok: true, value: rules });
    expect(await must(api.listAds(campaign.id))).toMatchObject([
      { id: ad.id, creative: { id: creative.id }, effective_status: "PENDING_REVIEW" },
    ]);
    const story = (await must(api.getCreative(creative.id))).object_story_spec;
    expect(story.link_data).toMatchObject({
      name: "New bicycles",
      call_to_action: { type: "SHOP_NOW" },
    });
  });

  it("repeated makes nothing new, and goes on with its status", async () => {
    const first = await launched();
    expect(await launched()).toEqual(first);
    await must(api.setStatus(first.campaign.id, "ACTIVE"));
    expect(await must(api.listCampaigns(account))).toMatchObject([
      { id: first.campaign.id, effective_status: "ACTIVE" },
    ]);
    await must(api.setStatus(first.campaign.id, "ARCHIVED"));
    expect(await must(api.listCampaigns(account))).toEqual([]);
    expect((await must(api.getCampaign(first.campaign.id))).configured_status).toBe("ARCHIVED");
  });
});

describe("reads through the client", () => {
  it("bring the whole panel and a curve, also for a question too long for an address", async () => {
    const any = listAllowed()
      .slice(0, 50)
      .map(({ id }) => ({ segment: id, withinDays: 30 as const, minStrength: null }));
    const targeting = toTargeting(aRules({ any, must: [any, any] }));
    const panel = await must(api.reachPanel(account, targeting));
    expect(panel.nod_keeps.map(({ rule }) => rule)).toEqual(["any", "must.0", "must.1"]);
    expect((await must(api.deliveryEstimate(account, targeting))).curve).toHaveLength(2);
  });

  it("bring every segment page by page, parents first, and places by name", async () => {
    const all = await must(api.browseSegments());
    expect(all).toHaveLength(1273);
    const seen = new Set(all.map(({ id }) => id));
    expect(all.every(({ parent_id }) => parent_id === null || seen.has(parent_id))).toBe(true);
    const [first] = await must(api.searchSegments("bicycl"));
    expect(all).toContainEqual(first);
    expect(await must(api.searchSegments(" "))).toEqual([]);
    expect(await must(api.searchPlaces("germ"))).toEqual([
      { key: "DE", name: "Germany", type: "country", country_code: "DE" },
    ]);
  });

  it("bring insights, overlap and the clock", async () => {
    const days = { since: "2026-11-19", until: "2026-11-20" };
    const rows = await must(
      api.insights(account, { ...days, level: "account", increment: 1, campaignIds: [] }),
    );
    expect(rows.map((row) => row.nod_projected)).toEqual([false, true]);
    const [a, b] = [
      await launched(),
      await must(
        api.createCampaign(account, {
          clientOperationId: "c2",
          name: "Winter",
          objective: "OUTCOME_TRAFFIC",
          status: "PAUSED",
        }),
      ),
    ];
    const overlap = await must(
      api.reachOverlap(account, [a.campaign.id, b.id], days.since, days.until),
    );
    expect(overlap.cells).toHaveLength(3);
    expect(await must(api.clock())).toEqual({ now: "2026-11-20T10:00:00.000Z", rate: 60 });
  });

  it("name refusals and the fields they are about", async () => {
    expect(await api.getCampaign("987")).toMatchObject({ error: { code: "not_found" } });
    const wrong = await api.reachPanel(account, { age_min: 20 });
    expect(wrong).toMatchObject({
      error: { code: "invalid", fields: { "targeting_spec.age_min": expect.any(String) } },
    });
    network.release.spent = true;
    expect(await api.reachPanel(account, {})).toMatchObject({ error: { code: "budget_spent" } });
  });
});
