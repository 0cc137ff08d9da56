import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { taxonomySegments } from "@/lib/network/segments/taxonomy";
import { anAdSet } from "../testing";
import { aClient, type TestClient } from "./a-client";

let client: TestClient;
let campaign: string;
beforeAll(async () => {
  client = await aClient();
  ({ campaign } = await client.launch());
});
afterAll(() => client.close());

const [one, two] = companies.map(({ id }) => id);
const intent =
  taxonomySegments.find(({ kind, policy }) => kind !== "interest" && policy === "allowed")?.id ??
  "";
const like = (...ids: string[]) => ids.map((id) => ({ id }));
const somewhere = {
  geo_locations: { countries: ["IN"] },
  targeting_automation: { advantage_audience: 0 },
};

const send = (targeting: Readonly<Record<string, unknown>>) =>
  client.post("act_101/adsets", {
    ...anAdSet(campaign),
    targeting: { ...somewhere, ...targeting },
    fields: "targeting",
  });

describe("each rule of an audience has its field, and comes back as it was sent", () => {
  it.each([
    ["like any of these", { flexible_spec: [{ interests: like("473", intent) }] }],
    [
      "and must also like",
      { flexible_spec: [{ interests: like("473") }, { behaviors: like(intent) }] },
    ],
    [
      "either name takes either kind",
      { flexible_spec: [{ interests: like("473"), behaviors: like("473") }] },
    ],
    ["never these", { exclusions: { interests: like("473"), behaviors: like(intent) } }],
    ["places", { geo_locations: { countries: ["IN", "DE"], regions: [{ key: "US-CA" }] } }],
    ["ages", { age_min: 25, age_max: 44 }],
    ["ages up to 65 and over", { age_min: 65, age_max: 65 }],
    ["genders", { genders: [2] }],
    ["languages", { locales: ["hi", "en"] }],
    ["devices", { user_os: ["android", "kaios"] }],
    ["placements", { publisher_platforms: ["messenger", "photos"] }],
    ["with a company", { connections: [{ id: one, nod_kind: "customer_list" }] }],
    [
      "in conversation with a company",
      { connections: [{ id: two, nod_kind: "conversation", nod_within_days: 30 }] },
    ],
    ["new to a company", { excluded_connections: [{ id: one }] }],
    ["freshness and strength", { nod_within_days: 90, nod_min_strength: 2 }],
    [
      "freshness and strength of one interest",
      { flexible_spec: [{ interests: [{ id: "473", nod_within_days: 7, nod_min_strength: 3 }] }] },
    ],
    ["messaging only", { nod_on_social: false }],
    ["also on social", { nod_on_social: true }],
  ])("%s", async (_rule, targeting) => {
    const { status, body } = await send(targeting);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.targeting).toEqual({ ...somewhere, ...targeting });
    const estimate = await client.get("act_101/reachestimate", { targeting_spec: targeting });
    expect(estimate.status).toBe(200);
  });
});

describe("a rule that cannot hold is refused, and named to its place", () => {
  it.each([
    ["an age off the bands, with the nearest named", { age_min: 20 }, "age_min", /18 and 25/],
    ["an upper age off the bands", { age_max: 40 }, "age_max", /34 and 44/],
    ["ages the wrong way round", { age_min: 45, age_max: 34 }, "age_max", /below/],
    [
      "a country without people",
      { geo_locations: { countries: ["IN", "XX"] } },
      "geo_locations.countries.1",
      /XX/,
    ],
    [
      "a region that is none",
      { geo_locations: { regions: [{ key: "US-ZZ" }] } },
      "geo_locations.regions.0",
      /US-ZZ/,
    ],
    ["a third gender code", { genders: [3] }, "genders.0", /1, 2/],
    ["an unknown language", { locales: ["xx"] }, "locales.0", /xx/],
    ["an unknown device", { user_os: ["symbian"] }, "user_os.0", /android/],
    [
      "an unknown placement",
      { publisher_platforms: ["facebook"] },
      "publisher_platforms.0",
      /messenger/,
    ],
    ["an unknown company", { connections: [{ id: "nobody" }] }, "connections.0", /nobody/],
    ["an odd freshness", { nod_within_days: 8 }, "nod_within_days", /7, 30, 90, 180/],
    ["a strength beyond three", { nod_min_strength: 4 }, "nod_min_strength", /1, 2, 3/],
    ["a field it does not know", { zips: ["1"] }, "zips", /Unknown field zips/],
  ])("%s", async (_what, targeting, place, words) => {
    for (const [field, { status, body }] of [
      ["targeting", await send(targeting)],
      ["targeting_spec", await client.get("act_101/reachestimate", { targeting_spec: targeting })],
    ] as const) {
      expect([status, body.error?.code]).toEqual([400, 100]);
      expect(body.error.error_data.blame_field_specs).toEqual([[field, ...place.split(".")]]);
      expect(body.error.error_user_msg).toMatch(words);
    }
  });
});
