import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aClient, type TestClient } from "./a-client";

let client: TestClient;
beforeAll(async () => {
  client = await aClient();
});
afterAll(() => client.close());

const germany = { geo_locations: { countries: ["DE"] } };
const estimate = (params: Readonly<Record<string, unknown>> = {}) =>
  client.get("act_101/reachestimate", { targeting_spec: germany, ...params });

describe("reachestimate", () => {
  it("answers an object with two bounds and whether it is ready", async () => {
    const { body } = await estimate();
    expect(body.data).toEqual({
      users_lower_bound: expect.any(Number),
      users_upper_bound: expect.any(Number),
      estimate_ready: true,
    });
    expect(body.data.users_lower_bound).toBeLessThanOrEqual(body.data.users_upper_bound);
  });

  it("answers a list to the official Node SDK, which expects one", async () => {
    const query = new URLSearchParams({ targeting_spec: JSON.stringify(germany) });
    const asSdk = await client.say(`act_101/reachestimate?${query}`, {
      headers: { "user-agent": "fbbizsdk-nodejs-v24.0.1" },
    });
    expect(asSdk.body.data).toEqual([(await estimate()).body.data]);
    const other = await client.say(`act_101/reachestimate?${query}`, {
      headers: { "user-agent": "my-fbbizsdk-nodejs" },
    });
    expect(other.body.data).not.toBeInstanceOf(Array);
  });

  it("says the floor twice for an audience below it", async () => {
    const [company] = companies;
    const small = {
      ...germany,
      connections: [{ id: company?.id }],
      flexible_spec: [{ interests: [{ id: "473" }] }],
    };
    const { body } = await estimate({
      targeting_spec: small,
      fields: "users_lower_bound,users_upper_bound,nod_range",
    });
    expect(body.data).toMatchObject({
      users_lower_bound: 1000,
      users_upper_bound: 1000,
      nod_range: { hidden: true },
    });
  });

  it("answers nothing of ours unless it is asked for", async () => {
    expect(
      Object.keys((await estimate()).body.data).filter((name) => name.startsWith("nod_")),
    ).toEqual([]);
    const { body } = await estimate({ fields: "nod_verdict,nod_keeps" });
    expect(Object.keys(body.data).sort()).toEqual(["nod_keeps", "nod_verdict"]);
  });

  it("takes its targeting under both names that Graph gives it, and as a POST that means GET", async () => {
    const whole = (await estimate()).body;
    expect((await client.get("act_101/reachestimate", { targeting: germany })).body).toEqual(whole);
    const long = { method: "GET", targeting_spec: JSON.stringify(germany) };
    expect((await client.post("act_101/reachestimate", long)).body).toEqual(whole);
    const none = await client.get("act_101/reachestimate");
    expect(none.body.error.error_data.blame_field_specs).toEqual([["targeting_spec"]]);
  });
});

describe("delivery_estimate", () => {
  it("answers a curve of spend, impressions, reach and frequency that grows, never one point of zero", async () => {
    const { body } = await client.get("act_101/delivery_estimate", {
      targeting_spec: germany,
      optimization_goal: "REACH",
    });
    const [first] = body.data;
    expect(first.estimate_ready).toBe(true);
    const curve: Readonly<Record<string, number>>[] = first.daily_outcomes_curve;
    expect(curve.length).toBeGreaterThan(1);
    for (const [index, point] of curve.entries()) {
      const { spend = 0, impressions = 0, reach = 0, frequency = 0 } = point;
      expect(frequency * reach).toBeCloseTo(impressions, -1);
      expect(spend).toBeGreaterThan(curve[index - 1]?.spend ?? 0);
      expect(impressions).toBeGreaterThan(0);
      expect(reach).toBeGreaterThanOrEqual(curve[index - 1]?.reach ?? 0);
    }
  });
});
