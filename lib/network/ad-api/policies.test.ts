import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aCampaign, aCreative, aLaunch, aNetwork, anAdSet, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});

const jobs = { flexible_spec: [{ interests: [{ id: "304" }] }] };
const cocktails = { flexible_spec: [{ behaviors: [{ id: "984" }] }] };
const within = (...countries: string[]) => ({ geo_locations: { countries } });

async function aCampaignThat(declares: readonly string[], countries = ["DE"]): Promise<string> {
  const { body } = await network.post("act_101/campaigns", {
    ...aCampaign,
    special_ad_categories: declares,
    ...(declares.length > 0 && { special_ad_category_country: countries }),
  });
  return body.id;
}
async function adSetWith(targeting: object, declares: readonly string[] = []) {
  const adSet = anAdSet(await aCampaignThat(declares));
  const wanted = { ...adSet, targeting: { ...adSet.targeting, ...targeting } };
  return (await network.post("act_101/adsets", wanted)).body;
}
const reviewOf = async (ad: string) => {
  network.advance(31);
  const { body } = await network.get(ad, { fields: "effective_status,ad_review_feedback" });
  return [body.effective_status, Object.keys(body.ad_review_feedback?.global ?? {})];
};

describe("an ad set with a restricted segment", () => {
  it("is refused until its campaign declares the special ad category, and told which", async () => {
    const { error } = await adSetWith(jobs);
    expect(error).toMatchObject({ code: 100, error_subcode: 1_487_079 });
    expect(error.error_user_msg).toMatch(/“Job Market” .* EMPLOYMENT\.$/);
    expect(error.error_data.blame_field_specs).toEqual([
      ["targeting", "flexible_spec", "0", "interests", "0"],
    ]);
    expect((await adSetWith(jobs, ["HOUSING"])).error.code).toBe(100);
    expect((await adSetWith(jobs, ["EMPLOYMENT"])).id).toBeDefined();
  });

  it("is told of already while the audience is chosen", async () => {
    const notices = async (targeting_spec: object) =>
      (await network.get("act_101/reachestimate", { targeting_spec, fields: "nod_notices" })).body
        .data.nod_notices;
    expect(await notices({ ...jobs, ...within("DE") })).toEqual([
      expect.stringMatching(/declares the special ad category EMPLOYMENT/),
    ]);
    expect(await notices({ ...cocktails, ...within("US") })).toEqual([
      ...["“Cocktail Mixes”: alcohol: legal drinking age of the country.", expect.any(String)],
    ]);
    expect(await notices({ flexible_spec: [{ interests: [{ id: "473" }] }] })).toEqual([]);
  });

  it("about alcohol asks for the legal age of each country, and is not shown where it may not be advertised", async () => {
    expect((await adSetWith(cocktails)).id).toBeDefined();
    const young = await adSetWith({ ...cocktails, ...within("DE", "US") });
    expect(young.error.error_data.blame_field_specs).toEqual([["targeting", "age_min"]]);
    expect(
      (await adSetWith({ ...cocktails, ...within("DE", "US"), age_min: 25 })).id,
    ).toBeDefined();
    const unlawful = await adSetWith({ ...cocktails, ...within("SA"), age_min: 25 });
    expect(unlawful.error.error_user_msg).toMatch(/not lawful/);
    const without = { exclusions: { behaviors: [{ id: "984" }] }, ...within("US") };
    expect((await adSetWith(without)).id).toBeDefined();
  });

  it("cannot be changed past the rule either", async () => {
    const { adSet } = await aLaunch(network, page);
    const { targeting } = anAdSet("1");
    const { status, body } = await network.post(adSet, { targeting: { ...targeting, ...jobs } });
    expect([status, body.error.error_subcode]).toEqual([400, 1_487_079]);
  });
});

describe("a special ad category", () => {
  it.each([
    ["ages", { age_min: 25 }, "age_min"],
    ["ages", { age_max: 54 }, "age_max"],
    ["a gender", { genders: [2] }, "genders"],
    ["leaving people out", { exclusions: { interests: [{ id: "473" }] } }, "exclusions"],
  ])("may not be narrowed by %s", async (_what, targeting, field) => {
    for (const category of ["HOUSING", "EMPLOYMENT", "FINANCIAL_PRODUCTS_SERVICES"]) {
      const { error } = await adSetWith(targeting, [category]);
      expect(error.error_data.blame_field_specs).toEqual([["targeting", field]]);
      expect(error.error_user_msg).toContain(category);
    }
  });

  it("leaves places, both genders and interests free, and holds in Europe, the United States and Canada", async () => {
    const free = { genders: [1, 2], flexible_spec: [{ interests: [{ id: "473" }] }] };
    expect((await adSetWith(free, ["HOUSING"])).id).toBeDefined();
    expect((await adSetWith({ ...within("IN"), age_min: 25 }, ["HOUSING"])).id).toBeDefined();
    expect((await adSetWith({ ...within("IN", "US"), age_min: 25 }, ["HOUSING"])).error.code).toBe(
      100,
    );
    expect((await adSetWith({ age_min: 25 }, ["NONE"])).id).toBeDefined();
  });
});

describe("a review", () => {
  it("disapproves what a later change of the campaign made wrong, names the rule, and approves it again", async () => {
    const { campaign, adSet, ad } = await aLaunch(network, page);
    await network.post(adSet, { targeting: { ...anAdSet("1").targeting, genders: [1] } });
    expect(await reviewOf(ad)).toEqual(["ACTIVE", []]);
    await network.post(campaign, {
      special_ad_categories: ["HOUSING"],
      special_ad_category_country: ["DE"],
    });
    expect(await reviewOf(ad)).toEqual(["DISAPPROVED", ["SPECIAL_AD_CATEGORY_NARROWED"]]);
    await network.post(campaign, { special_ad_categories: [] });
    expect(await reviewOf(ad)).toEqual(["ACTIVE", []]);
  });

  it("disapproves a restricted segment whose category is taken back", async () => {
    const campaign = await aCampaignThat(["EMPLOYMENT"]);
    const adSet = anAdSet(campaign);
    const made = await network.post("act_101/adsets", {
      ...{ ...adSet, targeting: { ...adSet.targeting, ...jobs } },
    });
    const creative = await network.post("act_101/adcreatives", aCreative(page));
    const ad = await network.post("act_101/ads", {
      ...{ name: "Ad", adset_id: made.body.id, status: "ACTIVE" },
      creative: { creative_id: creative.body.id },
    });
    expect(await reviewOf(ad.body.id)).toEqual(["ACTIVE", []]);
    await network.post(campaign, { special_ad_categories: ["NONE"] });
    expect(await reviewOf(ad.body.id)).toEqual(["DISAPPROVED", ["SPECIAL_AD_CATEGORY"]]);
  });

  it("looks at the button's link as well as the ad's", async () => {
    const { adSet } = await aLaunch(network, page);
    const { object_story_spec: story } = aCreative(page);
    const call_to_action = { type: "SHOP_NOW", value: { link: "http://example.org" } };
    const creative = await network.post("act_101/adcreatives", {
      object_story_spec: { ...story, link_data: { ...story.link_data, call_to_action } },
    });
    const ad = await network.post("act_101/ads", {
      ...{ name: "Ad", adset_id: adSet, status: "ACTIVE" },
      creative: { creative_id: creative.body.id },
    });
    expect(await reviewOf(ad.body.id)).toEqual(["DISAPPROVED", ["INSECURE_LINK"]]);
  });

  it("asks political ads who pays, wherever they are shown", async () => {
    const political = async (over: object) => {
      const campaign = await aCampaignThat(["ISSUES_ELECTIONS_POLITICS"], ["IN"]);
      const { dsa_beneficiary: _, dsa_payor: __, ...adSet } = anAdSet(campaign);
      const made = await network.post("act_101/adsets", {
        ...adSet,
        targeting: { ...adSet.targeting, ...within("IN") },
        ...over,
      });
      const creative = await network.post("act_101/adcreatives", aCreative(page));
      const ad = await network.post("act_101/ads", {
        ...{ name: "Ad", adset_id: made.body.id, status: "ACTIVE" },
        creative: { creative_id: creative.body.id },
      });
      return { ad: ad.body.id, adSet: made.body.id };
    };
    const silent = await political({});
    expect(await reviewOf(silent.ad)).toEqual(["DISAPPROVED", ["MISSING_DISCLOSURE"]]);
    const disclosure = { dsa_beneficiary: "Lakeside", dsa_payor: "Lakeside" };
    await network.post(silent.adSet, disclosure);
    expect(await reviewOf(silent.ad)).toEqual(["ACTIVE", []]);
  });
});
