import { beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { taxonomySegments } from "@/lib/network/segments/taxonomy";
import { aCampaign, aLaunch, aNetwork, anAdSet, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
const forbidden = taxonomySegments.find(({ policy }) => policy === "forbidden");
let network: TestNetwork;
let launch: Awaited<ReturnType<typeof aLaunch>>;
let shared: string;
beforeAll(async () => {
  network = await aNetwork();
  launch = await aLaunch(network, page);
  const budget = { daily_budget: 5000, bid_strategy: "LOWEST_COST_WITHOUT_CAP" };
  shared = (await network.post("act_101/campaigns", { ...aCampaign, ...budget })).body.id;
});

const adSet = (over: Record<string, unknown>) => ({ ...anAdSet(launch.campaign), ...over });
const targeted = (over: Record<string, unknown>) =>
  adSet({ targeting: { ...anAdSet("").targeting, ...over } });
const without = (name: string, from: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));
const liking = (id: string) => ({ flexible_spec: [{ interests: [{ id }] }] });
const twice = "2026-12-01T00:00:00+0100";

type Case = readonly [
  what: string,
  params: () => Record<string, unknown>,
  code: string,
  blame: string,
];
const cases: readonly Case[] = [
  [
    "under a campaign that never was",

    () => adSet({ campaign_id: "77" }),
    "100/33",
    "campaign_id",
  ],
  [
    "with a budget on both levels",

    () => adSet({ campaign_id: shared }),
    "100/1885621",
    "daily_budget",
  ],
  ["without any budget", () => without("daily_budget", adSet({})), "100", "daily_budget"],
  [
    "below the least daily budget",

    () => adSet({ daily_budget: "99" }),
    "100/1885272",
    "daily_budget",
  ],
  [
    "below the least for its days",

    () => ({ ...without("daily_budget", adSet({})), lifetime_budget: 500, end_time: twice }),
    "100/1885272",
    "lifetime_budget",
  ],
  [
    "with a lifetime budget without an end",

    () => ({ ...without("daily_budget", adSet({})), lifetime_budget: 50000 }),
    "100",
    "end_time",
  ],
  [
    "that ends before it starts",

    () => adSet({ start_time: "2026-12-02", end_time: twice }),
    "100",
    "end_time",
  ],
  ["that ended already", () => adSet({ end_time: "2026-11-01" }), "100", "end_time"],
  [
    "without a decision on widening",

    () => targeted({ targeting_automation: {} }),
    "100/1870227",
    "targeting.targeting_automation.advantage_audience",
  ],
  [
    "without a place",

    () => targeted({ geo_locations: {} }),
    "100/1885364",
    "targeting.geo_locations",
  ],
  [
    "with an unknown interest",

    () => targeted(liking("999999")),
    "100/1487079",
    "targeting.flexible_spec.0.interests.0",
  ],
  [
    "with a forbidden interest",

    () => targeted(liking(forbidden?.id ?? "")),
    "100/1487079",
    "targeting.flexible_spec.0.interests.0",
  ],
  [
    "narrowing parents by age",

    () => targeted({ ...liking("350"), age_min: 25 }),
    "100/1487079",
    "targeting.flexible_spec.0.interests.0",
  ],
  [
    "with an age between the bands",

    () => targeted({ age_min: 21 }),
    "100",
    "targeting.age_min",
  ],
  [
    "in an unknown country",

    () => targeted({ geo_locations: { countries: ["XX"] } }),
    "100",
    "targeting.geo_locations.countries.0",
  ],
  [
    "in an unknown region",

    () => targeted({ geo_locations: { regions: [{ key: "DE" }] } }),
    "100",
    "targeting.geo_locations.regions.0",
  ],
  [
    "in an unknown language",

    () => targeted({ locales: ["tlh"] }),
    "100",
    "targeting.locales.0",
  ],
  [
    "known to an unknown company",

    () => targeted({ connections: [{ id: "acme?" }] }),
    "100",
    "targeting.connections.0",
  ],
  [
    "with a customer list that is not there",

    () => targeted({ custom_audiences: [{ id: "1" }] }),
    "100/33",
    "targeting.custom_audiences.0",
  ],
  [
    "with a targeting field that is not there",

    () => targeted({ life_events: [] }),
    "100",
    "targeting.life_events",
  ],
  [
    "in the European Union without a payor",

    () => without("dsa_payor", adSet({})),
    "100",
    "dsa_payor",
  ],
  [
    "with a billing event that is not sold",

    () => adSet({ billing_event: "CLICKS" }),
    "100",
    "billing_event",
  ],
];

describe("an ad set that cannot be made", () => {
  it.each(cases)("%s says why and names the field", async (_what, params, code, blame) => {
    const { status, body } = await network.post("act_101/adsets", params());
    expect(status).toBe(400);
    const { error } = body;
    expect([error.code, error.error_subcode].filter(Boolean).join("/")).toBe(code);
    expect(error.error_data.blame_field_specs[0].join(".")).toBe(blame);
    expect(error).toMatchObject({
      error_user_msg: expect.stringMatching(/\.$/),
      fbtrace_id: expect.stringMatching(/^A/),
      is_transient: false,
    });
  });

  it("says which age bands are nearest, and which interest is meant", async () => {
    const age = await network.post("act_101/adsets", targeted({ age_max: 40 }));
    expect(age.body.error.error_user_msg).toBe(
      "No age band ends at 40. The nearest are 34 and 44.",
    );
    const interest = await network.post("act_101/adsets", targeted(liking(forbidden?.id ?? "")));
    expect(interest.body.error.error_user_msg).toContain(forbidden?.name);
  });
});
