import { beforeAll, describe, expect, it } from "vitest";
import { strangerEmail } from "@/lib/network/lists/testing";
import { aMember } from "@/lib/network/population/testing";
import type { Overview } from "@/lib/network/release/overview";
import { childrenOf, coveredBy } from "@/lib/network/segments/taxonomy";
import {
  aList,
  anUploadNetwork,
  hashes,
  refusal,
  type UploadNetwork,
} from "./custom-audiences-testing";
import { aCampaign, anAdSet } from "./testing";

const branches = childrenOf(null)
  .flatMap(({ id }) => childrenOf(id))
  .filter(({ id, policy }) => policy === "allowed" && coveredBy(id).size > 1)
  .slice(0, 3)
  .map(({ id }) => id);
const [rare = "", liked = "", common = ""] = branches;

/** What the month's overview says of three branches; nothing else of it is read here. */
const overview: Overview = {
  ...{ month: "2026-11", asOf: "2026-11-01T00:00:00Z", people: 12_000 },
  ...{ segments: branches, branches, totals: [2_000, 6_000, 12_000] },
  ...{ peopleByCountry: [], peopleByAge: [], byCountry: [], byAge: [], pairs: [] },
};

const has = (segment: string, strength: 1 | 2 | 3 = 1) => ({ segment, strength, day: 20_770 });

/** 12,000 people: the first 3,000, the customers, mostly like one thing that a third of the others likes too. */
const people = Array.from({ length: 12_000 }, (_, number) =>
  aMember({
    number,
    signals: [
      has(common),
      ...(number % 6 === 0 ? [has(rare)] : []),
      ...(number < 2_700 || number % 3 === 0 ? [has(liked, number % 2 === 0 ? 3 : 1)] : []),
    ],
  }),
);

let network: UploadNetwork;
let origin: string;
const alike = (over: Record<string, unknown> = {}) => ({
  name: "People like our customers",
  subtype: "LOOKALIKE",
  origin_audience_id: origin,
  lookalike_spec: { country: "IN", ratio: 0.2 },
  ...over,
});
beforeAll(async () => {
  network = await anUploadNetwork(people, overview);
  origin = (await network.post("act_101/customaudiences", aList)).body.id;
  await network.post(`${origin}/users`, { payload: { schema: "EMAIL", data: hashes(0, 3_000) } });
});

describe("a lookalike", () => {
  it("is made of what a list's people have more often than others, cut to about the asked share", async () => {
    const { status, body } = await network.post("act_101/customaudiences", alike());
    expect([status, body.error]).toEqual([200, undefined]);
    const fields =
      "nod_alike,delivery_status,operation_status,approximate_count_lower_bound,approximate_count_upper_bound,lookalike_spec,origin_audience_id";
    const read = (await network.get(body.id, { fields })).body;
    expect(read).toMatchObject({
      ...{ delivery_status: { code: 200 }, operation_status: { code: 200 } },
      ...{ origin_audience_id: origin, lookalike_spec: { country: "IN", ratio: 0.2 } },
    });
    expect(read.nod_alike.weights[0]).toMatchObject({ branch: liked });
    expect(read.nod_alike.weights[0].lift).toBeGreaterThan(1.2);
    expect(read.nod_alike.rules[0].segment).toBe(liked);
    const size = await network.exactly({
      ...(await flightOf(body.id)).expression,
      recipients: [],
    });
    expect(size).toBeGreaterThan(1_500);
    expect(size).toBeLessThan(4_500);
    expect(read.approximate_count_lower_bound).toBeLessThanOrEqual(size + 500);
    expect((await network.get(origin, { fields: "lookalike_audience_ids" })).body).toMatchObject({
      lookalike_audience_ids: [body.id],
    });
  });

  async function flightOf(id: string) {
    const campaign = (await network.post("act_101/campaigns", aCampaign)).body.id;
    const targeting = {
      custom_audiences: [{ id }],
      targeting_automation: { advantage_audience: 0 },
    };
    const { body } = await network.post("act_101/adsets", { ...anAdSet(campaign), targeting });
    const [flight] = await network.flights.listFlights({ adSetIds: [Number(body.id)] });
    if (!flight) throw new Error(JSON.stringify(body));
    return flight;
  }

  it("made again is the same, and asks nothing that was not asked before", async () => {
    const made = async () => {
      const { id } = (await network.post("act_101/customaudiences", alike())).body;
      return (await network.get(id, { fields: "nod_alike" })).body.nod_alike;
    };
    const first = await made();
    const asked = network.asked();
    expect(await made()).toEqual(first);
    expect(network.asked()).toBe(asked);
  });

  it("stays as it is when its origin changes or is deleted, and holds nobody of a list", async () => {
    const copy = (await network.post("act_101/customaudiences", aList)).body.id;
    await network.post(`${copy}/users`, { payload: { schema: "EMAIL", data: hashes(0, 3_000) } });
    const over = { origin_audience_id: copy };
    const { id } = (await network.post("act_101/customaudiences", alike(over))).body;
    const before = (await flightOf(id)).expression;
    expect([before.onLists, before.with, before.newTo]).toEqual([[], [], []]);
    expect(before.countries).toEqual(["IN"]);
    await network.remove(copy);
    expect((await flightOf(id)).expression).toEqual(before);
  });

  it("of too few people is made, and says that it cannot be used", async () => {
    const small = (await network.post("act_101/customaudiences", aList)).body.id;
    const data = Array.from({ length: 1_500 }, (_, n) => strangerEmail(n));
    await network.post(`${small}/users`, { payload: { schema: "EMAIL", data } });
    const { id } = (
      await network.post("act_101/customaudiences", alike({ origin_audience_id: small }))
    ).body;
    const { body } = await network.get(id, { fields: "delivery_status,operation_status" });
    expect(body).toMatchObject({
      ...{ delivery_status: { code: 300 }, operation_status: { code: 470 } },
    });
    const spec = { custom_audiences: [{ id }] };
    const answer = await network.get("act_101/reachestimate", { targeting_spec: spec });
    expect(refusal(answer)).toEqual([400, 100, 9_100_006, "targeting_spec.custom_audiences.0"]);
  });

  it.each([
    ["without an origin", { origin_audience_id: undefined }, undefined, "origin_audience_id"],
    ["without a country", { lookalike_spec: { ratio: 0.1 } }, undefined, "lookalike_spec.country"],
    [
      "of a country that nobody lives in",
      { lookalike_spec: { country: "AQ", ratio: 0.1 } },
      undefined,
      "lookalike_spec.country",
    ],
    [
      "wider than a fifth",
      { lookalike_spec: { country: "IN", ratio: 0.3 } },
      undefined,
      "lookalike_spec.ratio",
    ],
    ["of an origin that is not there", { origin_audience_id: "77" }, 33, "origin_audience_id"],
    [
      "with rows",
      { customer_file_source: "USER_PROVIDED_ONLY" },
      undefined,
      "customer_file_source",
    ],
  ])("is refused %s", async (_what, over, subcode, blame) => {
    const answer = await network.post("act_101/customaudiences", alike(over));
    expect(refusal(answer)).toEqual([400, 100, subcode, blame]);
  });

  it("stands alone, goes with places and interests, and is not left out", async () => {
    const { id } = (await network.post("act_101/customaudiences", alike())).body;
    const ask = (spec: Record<string, unknown>) =>
      network.get("act_101/reachestimate", { targeting_spec: spec, fields: "nod_range" });
    expect(refusal(await ask({ custom_audiences: [{ id }, { id: origin }] }))[2]).toBe(9_100_006);
    expect(refusal(await ask({ excluded_custom_audiences: [{ id }] }))[2]).toBe(9_100_006);
    const elsewhere = { custom_audiences: [{ id }], geo_locations: { countries: ["DE"] } };
    expect((await ask(elsewhere)).body.data.nod_range.hidden).toBe(true);
    const inRegion = { custom_audiences: [{ id }], geo_locations: { regions: [{ key: "IN-MH" }] } };
    expect((await ask(inRegion)).body.data.nod_range.hidden).toBe(false);
  });
});
