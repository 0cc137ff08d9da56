import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});

const ask = {
  target_spec: {
    geo_locations: { countries: ["DE"] },
    flexible_spec: [{ interests: [{ id: "473" }] }],
    exclusions: { interests: [{ id: "481" }] },
  },
  start_time: "2026-12-01T00:00:00+0100",
  end_time: "2026-12-29T00:00:00+0100",
  budget: 500_000,
  frequency_cap: 2,
  interval_frequency_cap_reset_period: 168,
};
const predict = async (over: Record<string, unknown> = {}) =>
  (await network.post("act_101/reachfrequencypredictions", { ...ask, ...over })).body;
const read = async (id: string, fields: string) => (await network.get(id, { fields })).body;

describe("a prediction of reach and frequency", () => {
  it("is made once and read as often as one likes, with its curve and a distribution that keeps to the cap", async () => {
    const { id } = await predict();
    const all = await read(
      id,
      "status,external_budget,external_reach,external_impression,curve_budget_reach,frequency_distribution,audience_size_lower_bound,audience_size_upper_bound,budget,frequency_cap,external_maximum_reach",
    );
    expect(all).toMatchObject({ status: 1, budget: "500000", external_budget: 500_000 });
    const { num_points: points, reach, budget } = all.curve_budget_reach;
    expect([points, reach.length, budget.length]).toEqual([12, 12, 12]);
    expect(reach).toEqual([...reach].sort((a: number, b: number) => a - b));
    expect(all.external_reach).toBeLessThanOrEqual(all.external_maximum_reach);
    expect(all.external_impression).toBeGreaterThanOrEqual(all.external_reach);
    const shares: number[] = all.frequency_distribution;
    expect(shares).toHaveLength(10);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(shares.slice(8)).toEqual([0, 0]);
    const listed = await network.get("act_101/reachfrequencypredictions");
    expect(listed.body.data).toEqual([{ id }]);
  });

  it("in mode 0 says what budget a reach takes, and refuses one that is beyond reach", async () => {
    const there = await read((await predict()).id, "external_reach,external_budget");
    const back = await predict({ prediction_mode: 0, reach: there.external_reach });
    const { external_budget: budget } = await read(back.id, "external_budget");
    expect(budget).toBeLessThanOrEqual(there.external_budget);
    const beyond = await predict({ prediction_mode: 0, reach: 90_000_000 });
    expect(beyond.error).toMatchObject({ error_data: { blame_field_specs: [["reach"]] } });
  });

  it.each([
    ["without a budget", { budget: undefined }, "budget"],
    ["without an end", { end_time: undefined }, "end_time"],
    ["of half a day", { end_time: "2026-12-01T12:00:00+0100" }, "end_time"],
    ["of half a year", { end_time: "2027-06-01T00:00:00+0100" }, "end_time"],
    ["of the past", { start_time: "2026-11-01", end_time: "2026-11-20" }, "start_time"],
    ["of an age on no band", { target_spec: { age_min: 20 } }, "target_spec"],
    ["with a parameter that is none", { colour: "red" }, "colour"],
  ])("%s is refused by name", async (_what, over, field) => {
    const { error } = await predict(over);
    expect(error.code).toBe(100);
    expect(error.error_data.blame_field_specs[0][0]).toBe(field);
  });

  it("is not made of too few people, nor when the week's estimates are used up", async () => {
    const few = await predict({
      target_spec: { ...ask.target_spec, connections: [{ id: companies[0]?.id }] },
    });
    expect(few.error.error_user_msg).toMatch(/^Fewer than 1,000 people/);
    network.release.spent = true;
    expect((await predict()).error).toMatchObject({ code: 613, error_subcode: 9_100_001 });
  });

  it("stays as it was made, and is somebody else's to nobody", async () => {
    const { id } = await predict();
    expect((await network.post(id, { budget: 1 })).body.error.error_user_msg).toBe(
      "budget cannot be changed.",
    );
    expect((await network.get(id, {}, network.strangersToken)).body.error.error_subcode).toBe(33);
    expect((await network.post("act_101/reachfrequencypredictions", ask, "reader")).status).toBe(
      403,
    );
  });
});
