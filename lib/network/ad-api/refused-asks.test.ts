import { beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aLaunch, aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
let launch: Awaited<ReturnType<typeof aLaunch>>;
beforeAll(async () => {
  network = await aNetwork();
  launch = await aLaunch(network, companies[0]?.id ?? "");
});

describe("what cannot be asked or changed", () => {
  it.each([
    ["an unknown field", "act_101/campaigns", { fields: "colour" }, 100],
    ["a field inside a text", "act_101/campaigns", { fields: "name{x}" }, 100],
    ["broken braces", "act_101", { fields: "campaigns{name" }, 2500],
    ["a deep path", "act_101/campaigns/x", {}, 2500],
    ["an edge that is not there", "act_101/colours", {}, 2500],
    ["a stale cursor", "act_101/campaigns", { after: "zzz" }, 100],
    ["a limit of nothing", "act_101/campaigns", { limit: 0 }, 100],
    [
      "more filters than anybody needs",
      "act_101/campaigns",
      { filtering: Array(51).fill({ field: "name", operator: "EQUAL", value: "x" }) },
      100,
    ],
    ["insights by person", "act_101/insights", { level: "person" }, 100],
    [
      "insights of a wrong day",
      "act_101/insights",
      { time_range: { since: "2026-02-30", until: "2026-03-01" } },
      100,
    ],
    ["a search for nothing", "search", { type: "adinterest" }, 100],
  ])("%s is named", async (_what, path, params, code) => {
    const { status, body } = await network.get(path, params);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it("what is fixed stays, and what is checked when made is checked when changed", async () => {
    const fixed = await network.post(launch.campaign, { objective: "OUTCOME_SALES" });
    expect(fixed.body.error.error_user_msg).toBe("objective cannot be changed.");
    expect((await network.post(launch.campaign, { objective: "OUTCOME_TRAFFIC" })).status).toBe(
      200,
    );
    const low = await network.post(launch.adSet, { daily_budget: 1 });
    expect(low.body.error.error_subcode).toBe(1_885_272);
    expect((await network.get(launch.adSet, { fields: "daily_budget" })).body.daily_budget).toBe(
      "5000",
    );
  });
});
