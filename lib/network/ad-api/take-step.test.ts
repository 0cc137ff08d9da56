import { beforeAll, describe, expect, it } from "vitest";
import { aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
beforeAll(async () => {
  network = await aNetwork();
});

describe("what a call brings along", () => {
  it.each([
    ["an account", "act_101", {}],
    ["a list", "act_101/campaigns", {}],
    ["an estimate", "act_101/reachestimate", { targeting_spec: {} }],
    ["insights", "act_101/insights", {}],
    ["a search", "search", { type: "adinterest", q: "bicycle" }],
    ["the clock", "nod_clock", {}],
    ["several nodes", "", { ids: "act_101" }],
  ])("beyond what %s takes is named", async (_what, path, params) => {
    expect((await network.get(path, { ...params, pretty: "1" })).status).toBe(200);
    const { status, body } = await network.get(path, { ...params, colour: "red" });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 100,
      error_data: { blame_field_specs: [["colour"]] },
    });
  });

  it("within braces is held to the same", async () => {
    const asked = await network.get("act_101", { fields: "campaigns.limit(5).colour(red){id}" });
    expect(asked.body.error.error_data.blame_field_specs).toEqual([["colour"]]);
    const mine = await network.get("me", { fields: "adaccounts.colour(red){id}" });
    expect(mine.body.error.error_data.blame_field_specs).toEqual([["colour"]]);
  });

  it("that is missing, or none of the values there are, is named too", async () => {
    const missing = await network.get("act_101/targetingsearch");
    expect(missing.body.error.error_user_msg).toBe("The parameter q is required.");
    const wrong = await network.get("search", { type: "colours", q: "red" });
    expect(wrong.body.error.error_user_msg).toMatch(/^type must be one of adinterest, /);
  });
});
