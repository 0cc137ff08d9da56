import { beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { taxonomySegments } from "@/lib/network/segments/taxonomy";
import { aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
beforeAll(async () => {
  network = await aNetwork();
});

const get = async (path: string, params: Record<string, unknown> = {}) =>
  (await network.get(path, params)).body;
const search = (type: string, params: Record<string, unknown> = {}) =>
  get("search", { type, ...params });
const forbidden = taxonomySegments.find(({ policy }) => policy === "forbidden");
if (!forbidden) throw new Error("The taxonomy names something that is forbidden.");

describe("what targeting can be made of", () => {
  it("suggests neighbours of what is chosen, nothing forbidden, restricted or chosen", async () => {
    const targeting_list = [{ type: "interests", id: "473" }];
    const { data } = await get("act_101/targetingsuggestions", {
      ...{ targeting_list, limit: 1000, fields: "id,nod_policy,path" },
    });
    expect(data.length).toBeGreaterThan(3);
    const [chosen] = (await search("adinterestvalid", { interest_fbid_list: ["473"] })).data;
    for (const { id, nod_policy: policy, path } of data) {
      expect([id === "473", policy]).toEqual([false, "allowed"]);
      expect(path.slice(0, 2)).toEqual(chosen.path.slice(0, 2));
    }
    const missing = await get("act_101/targetingsuggestions");
    expect(missing.error.error_data.blame_field_specs).toEqual([["targeting_list"]]);
  });

  it("says of ids and names whether they can be used, and what they take", async () => {
    const { data } = await get("act_101/targetingvalidation", {
      targeting_list: [{ type: "interests", id: "473" }, { id: forbidden.id }],
      id_list: ["999999"],
      name_list: ["job market"],
    });
    expect(data.map(({ valid }: { valid: boolean }) => valid)).toEqual([true, false, false, true]);
    const [careers] = (
      await get("act_101/targetingvalidation", {
        ...{ name_list: ["Careers"], fields: "id,nod_policy,nod_special_ad_category" },
      })
    ).data;
    expect(careers).toEqual({
      ...{ id: "338", nod_policy: "restricted", nod_special_ad_category: "EMPLOYMENT" },
    });
    const many = await get("act_101/targetingvalidation", { id_list: Array(201).fill("1") });
    expect(many.error.code).toBe(100);
  });

  it("says a targeting in words, with nothing about what is left open", async () => {
    const company = companies[0]?.id;
    const { targetingsentencelines: lines } = await get("act_101/targetingsentencelines", {
      targeting_spec: {
        geo_locations: { countries: ["DE"], regions: [{ key: "FR-IDF" }] },
        age_min: 25,
        genders: [2],
        locales: ["de"],
        user_os: ["ios"],
        flexible_spec: [{ interests: [{ id: "473" }] }, { behaviors: [{ id: "984" }] }],
        exclusions: { interests: [{ id: "481" }] },
        connections: [{ id: company }],
        nod_within_days: 30,
        nod_on_social: false,
      },
    });
    expect(
      Object.fromEntries(
        lines.map((one: { content: string; children: string[] }) => [one.content, one.children]),
      ),
    ).toEqual({
      "Location:": ["Germany", expect.any(String)],
      "Age:": ["25 - 65+"],
      "Gender:": ["Women"],
      "Language:": ["German"],
      "Device:": ["iOS"],
      "People who match:": [expect.any(String)],
      "And must also match:": ["Cocktail Mixes"],
      "Exclude people who match:": [expect.any(String)],
      "Works with:": [company],
      "Signals:": ["Of the last 30 days"],
      "Social network:": ["Messaging only"],
    });
    const open = await get("act_101/targetingsentencelines", { targeting_spec: {} });
    expect(open.targetingsentencelines).toEqual([
      { content: "Location:", children: ["Everywhere"] },
      { content: "Age:", children: ["18 - 65+"] },
    ]);
    const wrong = await get("act_101/targetingsentencelines", { targeting_spec: { age_min: 20 } });
    expect(wrong.error.code).toBe(100);
  });

  it("is searched by kind: interests, places, languages, countries", async () => {
    const names = (answer: { data: { name: string }[] }) => answer.data.map(({ name }) => name);
    expect(names(await search("adlocale", { q: "germ" }))).toEqual(["German"]);
    expect(names(await search("adcountry", { q: "germ" }))).toEqual(["Germany"]);
    const regions = await search("adgeolocation", {
      ...{ q: "ba", location_types: ["region"], country_code: "DE" },
    });
    expect(regions.data.length).toBeGreaterThan(0);
    for (const { country_code: country } of regions.data) expect(country).toBe("DE");
    const meta = await search("adgeolocationmeta", { countries: ["DE", "XX"] });
    expect(meta.data.countries).toEqual({
      DE: { key: "DE", name: "Germany", type: "country", country_code: "DE" },
    });
    const near = await search("adinterestsuggestion", { interest_list: ["Careers"] });
    expect(near.data).toBeInstanceOf(Array);
    const classes = await search("adTargetingCategory", { class: "behaviors", limit: 1000 });
    expect(new Set(classes.data.map(({ type }: { type: string }) => type))).toEqual(
      new Set(["behaviors"]),
    );
    expect((await search("adinterestvalid")).error.code).toBe(100);
  });

  it("finds nothing forbidden by any way of asking", async () => {
    for (const [type, params] of [
      ["adinterest", { q: forbidden.name }],
      ["adTargetingCategory", { limit: 1000 }],
      ["adinterestsuggestion", { interest_list: [forbidden.name] }],
    ] as const) {
      const { data } = await search(type, params);
      expect(data.some(({ id }: { id: string }) => id === forbidden.id)).toBe(false);
    }
    const [one] = (await search("adinterestvalid", { interest_list: [forbidden.name] })).data;
    expect(one.valid).toBe(false);
  });
});

describe("the least budgets", () => {
  it("are told for every currency in its minor units, the account's first, as they are enforced", async () => {
    const { data } = await get("act_102/minimum_budgets", { limit: 100 });
    expect(data[0]).toMatchObject({ currency: "JPY", min_daily_budget_imp: 150 });
    const own = await get("act_102", { fields: "min_daily_budget" });
    expect(data[0].min_daily_budget_imp).toBe(own.min_daily_budget);
    expect(data).toContainEqual(
      expect.objectContaining({ currency: "EUR", min_daily_budget_imp: 100 }),
    );
  });
});
