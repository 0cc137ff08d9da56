import { beforeEach, describe, expect, it } from "vitest";
import { panel } from "@/lib/ad-api/panel";
import { companies } from "@/lib/network/population/lists";
import type { Release } from "@/lib/network/release/release";
import { coveredBy, listAllowed } from "@/lib/network/segments/taxonomy";
import { reachSteps } from "./reach-steps";
import { toExpression } from "./targeting-expression";
import type { TargetingSpec } from "./targeting-schema";
import { aNetwork, peopleWho, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});

const cyclists: TargetingSpec = {
  flexible_spec: [{ interests: [{ id: "473" }] }, {}, { behaviors: [{ id: "1000" }] }],
  exclusions: { interests: [{ id: "207", nod_min_strength: 2 }] },
  geo_locations: { countries: ["IN"], regions: [{ key: "BR-SP" }] },
  age_min: 25,
  age_max: 44,
  genders: [2],
  publisher_platforms: ["messenger"],
  nod_within_days: 90,
  nod_on_social: false,
};

describe("a targeting spec as a question", () => {
  it("keeps every rule, with a segment's own freshness before the audience's", () => {
    expect(toExpression(cyclists)).toEqual({
      groups: [
        [{ segment: "473", withinDays: 90, minStrength: 1 }],
        [{ segment: "1000", withinDays: 90, minStrength: 1 }],
      ],
      never: [{ segment: "207", withinDays: 90, minStrength: 2 }],
      countries: ["IN"],
      regions: ["BR-SP"],
      ageBands: ["25-34", "35-44"],
      genders: ["female"],
      languages: [],
      devices: [],
      onSocial: false,
      activeWithinDays: null,
      recipients: ["messenger"],
      with: [],
      newTo: [],
      onLists: [],
    });
  });

  it("of all ages names no band, of 65 and over the last one", () => {
    expect(toExpression({ age_min: 18, age_max: 65 }).ageBands).toEqual([]);
    expect(toExpression({ age_min: 65 }).ageBands).toEqual(["65+"]);
    expect(toExpression({ age_max: 34 }).ageBands).toEqual(["18-24", "25-34"]);
  });

  it("is asked step by step, each narrower, the last the audience itself", () => {
    const steps = reachSteps(cyclists);
    expect(steps.map(({ rule }) => rule)).toEqual([
      "places",
      "ages",
      "genders",
      "placements",
      "social",
      "any",
      "must.1",
      "never",
    ]);
    expect(steps.at(-1)?.after).toEqual(toExpression(cyclists));
    const sizes = steps.map(({ after }) => peopleWho(after));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

describe("a reach estimate", () => {
  const ask = (over: Record<string, unknown> = {}) =>
    network.get("act_101/reachestimate", { targeting_spec: cyclists, ...over });
  const everything = Object.keys(panel._zod.def.shape).join(",");

  it("answers Graph's three fields, and the panel's only when they are asked for", async () => {
    const { body } = await ask();
    expect(body).toEqual({
      data: { users_lower_bound: 3806, users_upper_bound: 4006, estimate_ready: true },
    });
    const all = await ask({ fields: everything });
    const read = panel.parse(all.body.data);
    expect(read.nod_keeps.at(-1)?.range).toEqual(read.nod_range);
    expect(read.nod_cells?.map(({ dimension }) => dimension)).toEqual([
      "age_gender",
      "country",
      "device",
      "social",
    ]);
    expect(read.nod_messaging_only).toBe(0.5);
  });

  it("below the floor shows the floor and nothing else", async () => {
    const targeting = { ...cyclists, connections: [{ id: page }] };
    const { body } = await ask({ targeting_spec: targeting, fields: everything });
    expect(body.data).toMatchObject({
      users_lower_bound: 1000,
      users_upper_bound: 1000,
      nod_range: { shown: 0, lower: 0, upper: 1000, hidden: true },
      nod_verdict: "too_small",
    });
  });

  it("tells the rule that a restricted segment carries", async () => {
    const targeting = { flexible_spec: [{ interests: [{ id: "350" }] }] };
    const { body } = await ask({ targeting_spec: targeting, fields: "nod_notices" });
    expect(body.data.nod_notices[0]).toMatch(/about children/);
  });

  it("is a list for the official Node SDK", async () => {
    const url = new URL("http://nod.test/graph/v24.0/act_101/reachestimate");
    url.searchParams.set("targeting_spec", "{}");
    const headers = {
      authorization: `Bearer ${network.token}`,
      "user-agent": "fbbizsdk-nodejs-v24.0.0",
    };
    const response = await network.handle(new Request(url, { headers }));
    expect(await response.json()).toMatchObject({ data: [{ estimate_ready: true }] });
  });

  it("says when the week's new estimates are used up", async () => {
    network.release.spent = true;
    expect((await ask()).body.error).toMatchObject({ code: 613, error_subcode: 9_100_001 });
  });

  it("names the box to shorten when interests are combined in too many ways", async () => {
    const leaves = listAllowed().filter(({ id }) => coveredBy(id).size === 1);
    const filters = [
      { nod_within_days: 7, nod_min_strength: 1 },
      { nod_within_days: 30, nod_min_strength: 2 },
      { nod_within_days: 90, nod_min_strength: 3 },
    ];
    const boxes = filters.map((filter, at) => ({
      interests: leaves.slice(0, at === 1 ? 13 : 12).map(({ id }) => ({ id, ...filter })),
    }));
    const { status, body } = await ask({ targeting_spec: { flexible_spec: [{}, ...boxes] } });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 100,
      error_subcode: 9_100_002,
      error_data: { blame_field_specs: [["targeting_spec", "flexible_spec", "2"]] },
    });
  });

  it("asks as exactly as the caller says", async () => {
    const asked: unknown[] = [];
    const count: Release["count"] = (by, expression, precision) => {
      asked.push(precision);
      return network.release.count(by, expression);
    };
    const listening = await aNetwork({ release: { ...network.release, count } });
    for (const nod_precision of [undefined, "sharp", "launch"]) {
      await listening.get("act_101/reachestimate", {
        targeting_spec: cyclists,
        ...(nod_precision && { nod_precision }),
      });
    }
    expect(asked).toEqual(["live", "sharp", "launch"]);
    const { body } = await ask({ nod_precision: "exact" });
    expect(body.error.error_data.blame_field_specs).toEqual([["nod_precision"]]);
  });

  it("names what is wrong in the spec, as the estimate calls it", async () => {
    const { body } = await ask({ targeting_spec: { age_min: 20 } });
    expect(body.error.error_data.blame_field_specs).toEqual([["targeting_spec", "age_min"]]);
  });
});

describe("a delivery estimate", () => {
  it("is a curve that grows", async () => {
    const { body } = await network.get("act_101/delivery_estimate", {
      targeting_spec: cyclists,
      optimization_goal: "LINK_CLICKS",
    });
    expect(body.data[0].daily_outcomes_curve).toEqual([
      { spend: 1000, impressions: 2000, reach: 1500, frequency: 1.3333 },
      { spend: 2000, impressions: 4000, reach: 2600, frequency: 1.5385 },
    ]);
  });
});

describe("search", () => {
  it("finds segments and places, and never what is forbidden", async () => {
    const bicycles = await network.get("search", { type: "adinterest", q: "bicycl" });
    expect(bicycles.body.data[0]).toEqual({
      id: expect.any(String),
      name: expect.stringMatching(/bicycl/i),
      path: expect.any(Array),
      type: expect.stringMatching(/interests|behaviors/),
    });
    const places = await network.get("search", { type: "adgeolocation", q: "bay" });
    expect(places.body.data).toContainEqual({
      key: "DE-BY",
      name: expect.any(String),
      type: "region",
      country_code: "DE",
    });
    const all = await network.get("act_101/targetingbrowse", {
      limit: 1000,
      fields: "id,nod_policy,nod_parent_id",
    });
    const { body: rest } = await network.get("act_101/targetingbrowse", {
      limit: 1000,
      after: all.body.paging.cursors.after,
      fields: "id,nod_policy,nod_parent_id",
    });
    const seen = new Set<string | null>([null]);
    for (const one of [...all.body.data, ...rest.data]) {
      expect(one.nod_policy).not.toBe("forbidden");
      expect(seen).toContain(one.nod_parent_id);
      seen.add(one.id);
    }
    expect(seen.size).toBe(1274);
  });
});
