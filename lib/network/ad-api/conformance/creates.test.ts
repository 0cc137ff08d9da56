import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writable } from "../object-spec";
import { specs } from "../object-types";
import { aCampaign, aCreative, anAdSet } from "../testing";
import { aClient, page, type TestClient } from "./a-client";

let client: TestClient;
let launch: Awaited<ReturnType<TestClient["launch"]>>;
beforeAll(async () => {
  client = await aClient();
  launch = await client.launch();
});
afterAll(() => client.close());

const png = "iVBORw0KGgoAAAANSUhEUg==";
const ad = () => ({
  name: "Ad",
  adset_id: launch.adSet,
  creative: { creative_id: launch.creative },
  status: "PAUSED",
});

/** The least that makes one, as the documentation's table says. */
const least: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  campaigns: () => aCampaign,
  adsets: () => anAdSet(launch.campaign),
  adcreatives: () => {
    const { object_story_spec } = aCreative(page);
    return { object_story_spec };
  },
  ads: ad,
  insights: () => ({}),
  adimages: () => ({ bytes: png }),
  customaudiences: () => ({
    name: "Customers",
    subtype: "CUSTOM",
    customer_file_source: "USER_PROVIDED_ONLY",
  }),
  saved_audiences: () => ({ name: "Riders", targeting: { geo_locations: { countries: ["DE"] } } }),
  reachfrequencypredictions: () => ({
    target_spec: { geo_locations: { countries: ["DE"] } },
    start_time: "2026-12-01T00:00:00+0100",
    end_time: "2026-12-15T00:00:00+0100",
    budget: 500_000,
  }),
};

describe("the least to create", () => {
  const made = Object.values(specs);

  it.each(made.map(({ edge, name }) => [name, edge] as const))(
    "a %s with it, and not without any required part of it",
    async (_name, edge) => {
      const params = least[edge]?.();
      if (!params) throw new Error(`Nothing says what the least ${edge} is.`);
      expect(await client.post(`act_101/${edge}`, params)).toMatchObject({ status: 200 });
      const spec = made.find((one) => one.edge === edge);
      const required = Object.entries(spec ? writable(spec) : {}).filter(([, one]) => one.required);
      for (const [name] of required) {
        const { [name]: _, ...rest } = params;
        const { status, body } = await client.post(`act_101/${edge}`, rest);
        expect([name, status, body.error.code]).toEqual([name, 400, 100]);
        expect(body.error.error_data.blame_field_specs).toEqual([[name]]);
      }
    },
  );

  it.each([
    "OUTCOME_AWARENESS",
    "OUTCOME_TRAFFIC",
    "OUTCOME_ENGAGEMENT",
    "OUTCOME_LEADS",
    "OUTCOME_APP_PROMOTION",
    "OUTCOME_SALES",
  ])("a campaign for %s", async (objective) => {
    expect((await client.post("act_101/campaigns", { ...aCampaign, objective })).status).toBe(200);
  });

  it("a campaign with a budget and its bid strategy, or the word on sharing instead", async () => {
    const { is_adset_budget_sharing_enabled: _, ...plain } = aCampaign;
    const budget = { ...plain, daily_budget: 5000 };
    const refused = await client.post("act_101/campaigns", budget);
    expect(refused.body.error.error_data.blame_field_specs).toEqual([["bid_strategy"]]);
    const bid_strategy = "LOWEST_COST_WITHOUT_CAP";
    expect((await client.post("act_101/campaigns", { ...budget, bid_strategy })).status).toBe(200);
  });

  it("a campaign of a special ad category with its country; [] and NONE need none", async () => {
    const special = (special_ad_categories: unknown, more = {}) =>
      client.post("act_101/campaigns", { ...aCampaign, special_ad_categories, ...more });
    for (const none of [[], ["NONE"], "NONE", '["NONE"]']) {
      expect((await special(none)).status).toBe(200);
    }
    const refused = await special(["HOUSING"]);
    expect(refused.body.error.error_data.blame_field_specs).toEqual([
      ["special_ad_category_country"],
    ]);
    expect((await special(["HOUSING"], { special_ad_category_country: ["DE"] })).status).toBe(200);
  });

  it("an ad set's lifetime budget with its end, its beneficiary and payor in the European Union only", async () => {
    const { daily_budget: _, dsa_beneficiary, dsa_payor, ...plain } = anAdSet(launch.campaign);
    const lifetime = { ...plain, dsa_beneficiary, dsa_payor, lifetime_budget: 50_000 };
    const blamed = async (params: Readonly<Record<string, unknown>>) =>
      (await client.post("act_101/adsets", params)).body.error?.error_data.blame_field_specs;
    expect(await blamed(lifetime)).toEqual([["end_time"]]);
    const whole = { ...lifetime, end_time: "2026-12-01T00:00:00+0100" };
    expect(await blamed(whole)).toBeUndefined();
    const { dsa_beneficiary: _b, ...nobody } = whole;
    const { dsa_payor: _p, ...unpaid } = whole;
    expect(await blamed(nobody)).toEqual([["dsa_beneficiary"]]);
    expect(await blamed(unpaid)).toEqual([["dsa_payor"]]);
    const inIndia = { ...plain.targeting, geo_locations: { countries: ["IN"] } };
    expect(await blamed({ ...plain, daily_budget: 5000, targeting: inIndia })).toBeUndefined();
  });

  it("an ad whose creative_id is text or a number, nested or as JSON text", async () => {
    for (const creative of [
      { creative_id: launch.creative },
      { creative_id: Number(launch.creative) },
      JSON.stringify({ creative_id: launch.creative }),
    ]) {
      expect((await client.post("act_101/ads", { ...ad(), creative })).status).toBe(200);
    }
  });

  it("checked without being made, with validate_only", async () => {
    const before = (await client.get("act_101/ads", { summary: 1 })).body.summary;
    const trial = { ...ad(), execution_options: ["validate_only"] };
    expect((await client.post("act_101/ads", trial)).body).toEqual({ success: true });
    expect((await client.get("act_101/ads", { summary: 1 })).body.summary).toEqual(before);
  });

  it("once, however often it is sent with the same client_operation_id", async () => {
    const once = { ...aCampaign, client_operation_id: "spring" };
    const answers = await Promise.all([1, 2, 3].map(() => client.post("act_101/campaigns", once)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });
});

describe("what was made", () => {
  it("is read, changed and deleted by its id, and says what it became", async () => {
    for (const [id, change] of [
      [launch.campaign, { name: "Winter" }],
      [launch.adSet, { daily_budget: "6000" }],
      [launch.ad, { status: "PAUSED" }],
      [launch.creative, { name: "Sledge" }],
    ] as const) {
      expect((await client.post(id, change)).body).toEqual({ success: true });
      const fields = Object.keys(change).join(",");
      expect((await client.get(id, { fields })).body).toEqual({ id, ...change });
    }
    for (const id of [launch.ad, launch.creative, launch.adSet, launch.campaign]) {
      expect((await client.remove(id)).body).toEqual({ success: true });
      expect((await client.get(id, { fields: "status" })).body.status).toBe("DELETED");
    }
  });
});
