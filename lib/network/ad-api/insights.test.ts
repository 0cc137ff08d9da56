import { beforeEach, describe, expect, it } from "vitest";
import { datePresets, readRange } from "./insight-range";
import { aLaunch, aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});
const insights = async (params: Record<string, unknown>) => {
  const { status, body } = await network.get("act_101/insights", params);
  return { status, ...body };
};

describe("insights on the wire", () => {
  it("are numbers as text, with what people did by action type and what each costs", async () => {
    const { data } = await insights({
      time_range: { since: "2026-11-01", until: "2026-11-02" },
      fields:
        "spend,impressions,reach,frequency,cpm,cpp,clicks,ctr,cpc,actions,cost_per_action_type",
    });
    expect(data[0]).toEqual({
      date_start: "2026-11-01",
      date_stop: "2026-11-01",
      spend: "12.34",
      impressions: "4000",
      reach: "2000",
      frequency: "2.000000",
      cpm: "3.085000",
      cpp: "6.170000",
      clicks: "40",
      ctr: "1.000000",
      cpc: "0.308500",
      actions: [
        { action_type: "link_click", value: "40" },
        { action_type: "lead", value: "2" },
      ],
      cost_per_action_type: [
        { action_type: "link_click", value: "0.308500" },
        { action_type: "lead", value: "6.170000" },
      ],
    });
    // Fewer than 1,000 people: neither they nor what they did.
    expect(Object.keys(data[1])).toEqual([
      "spend",
      "impressions",
      "cpm",
      "date_start",
      "date_stop",
    ]);
  });

  it.each([
    ["a level that is not there", { level: "person" }, "level"],
    ["a field that is not there", { fields: "karma" }, "karma"],
    ["a breakdown that is not there", { breakdowns: ["height"] }, "breakdowns"],
    ["breakdowns that do not go together", { breakdowns: ["age", "country"] }, "age and country"],
    ["a preset that is not there", { date_preset: "last_monday" }, "date_preset"],
    [
      "a filter on a field that is not there",
      { filtering: [{ field: "karma", operator: "EQUAL", value: 1 }] },
      "karma",
    ],
    [
      "an operator that is not there",
      { filtering: [{ field: "reach", operator: "LIKE", value: 1 }] },
      "operator",
    ],
    [
      "a filter on ads while people are counted by ad set",
      { filtering: [{ field: "ad.id", operator: "EQUAL", value: 1 }] },
      "level=ad",
    ],
    ["an order that is not there", { sort: ["karma_descending"] }, "karma_descending"],
    ["an order without direction", { sort: ["reach"] }, "reach_descending"],
    ["an empty list of ranges", { time_ranges: [] }, "time_ranges"],
    ["a parameter that is not there", { colour: "red" }, "colour"],
  ])("name %s", async (_, params, named) => {
    const { status, error } = await insights(params);
    expect(status).toBe(400);
    expect(JSON.stringify(error)).toContain(named);
  });

  it("are filtered by the numbers that they show, and sorted by them", async () => {
    const range = {
      time_range: { since: "2026-11-01", until: "2026-11-02" },
      fields: "reach,impressions",
    };
    const passing = (operator: string, value: unknown) =>
      insights({ ...range, filtering: [{ field: "reach", operator, value }] });
    expect((await passing("GREATER_THAN", 1999)).data).toHaveLength(1);
    expect((await passing("GREATER_THAN", 2000)).data).toHaveLength(0);
    expect((await passing("IN_RANGE", [1000, 2000])).data).toHaveLength(1);
    // What is not shown passes no filter, whichever way it is asked.
    expect((await passing("LESS_THAN", 999_999)).data).toHaveLength(1);
    expect((await passing("NOT_EQUAL", 1)).data).toHaveLength(1);
    const days = async (sort: string) =>
      (await insights({ ...range, sort: [sort] })).data.map(
        (row: { date_start: string }) => row.date_start,
      );
    expect(await days("date_start_descending")).toEqual(["2026-11-02", "2026-11-01"]);
    expect(await days("reach_ascending")).toEqual(["2026-11-01", "2026-11-02"]);
  });

  it("ask delivery for what filters on campaigns and ad sets leave", async () => {
    const first = await aLaunch(network, "amabra-mobile");
    const second = await aLaunch(network, "amabra-mobile");
    await network.post(second.adSet, { name: "Walkers" });
    const filtering = [
      { field: "adset.name", operator: "CONTAIN", value: "walk" },
      { field: "campaign.id", operator: "IN", value: [first.campaign, second.campaign] },
    ];
    await insights({ level: "campaign", filtering });
    expect(network.delivery.asked.at(-1)).toMatchObject({
      campaignIds: [Number(first.campaign), Number(second.campaign)].sort((a, b) => a - b),
      adSetIds: [Number(second.adSet)],
    });
  });

  it("have a summary whose reach delivery counts once for everybody", async () => {
    const answer = await insights({
      level: "campaign",
      default_summary: true,
      fields: "impressions,reach",
    });
    expect(answer.summary).toMatchObject({ impressions: "4000", reach: "2000" });
    expect(network.delivery.asked.at(-1)).toMatchObject({ level: "account", increment: "all" });
    expect((await insights({ summary: ["spend"] })).summary).toEqual({
      spend: "12.34",
      date_start: expect.any(String),
      date_stop: expect.any(String),
    });
  });

  it("of several ranges are one row each", async () => {
    const time_ranges = [
      { since: "2026-10-01", until: "2026-10-31" },
      { since: "2026-11-01", until: "2026-11-10" },
    ];
    await insights({ time_ranges });
    expect(network.delivery.asked.slice(-2)).toMatchObject([
      { since: "2026-10-01", until: "2026-10-31", increment: "all" },
      { since: "2026-11-01", until: "2026-11-10", increment: "all" },
    ]);
  });
});

describe("a range by name", () => {
  const range = (date_preset: string, today: string) => readRange({ date_preset }, today);

  it.each([
    ["today", "2026-11-22", "2026-11-22"],
    ["last_3d", "2026-11-19", "2026-11-21"],
    ["last_90d", "2026-08-24", "2026-11-21"],
    ["this_week_mon_today", "2026-11-16", "2026-11-22"],
    ["this_week_sun_today", "2026-11-22", "2026-11-22"],
    ["last_week_mon_sun", "2026-11-09", "2026-11-15"],
    ["last_week_sun_sat", "2026-11-15", "2026-11-21"],
    ["this_month", "2026-11-01", "2026-11-22"],
    ["last_month", "2026-10-01", "2026-10-31"],
    ["this_quarter", "2026-10-01", "2026-11-22"],
    ["last_quarter", "2026-07-01", "2026-09-30"],
    ["this_year", "2026-01-01", "2026-11-22"],
    ["last_year", "2025-01-01", "2025-12-31"],
  ])("%s is counted from the account's today, a Sunday", (name, since, until) => {
    expect(range(name, "2026-11-22")).toEqual({ ok: true, value: { since, until } });
  });

  it("is never backwards, whatever the day", () => {
    for (const name of datePresets) {
      for (const today of ["2026-01-01", "2028-02-29", "2026-03-31", "2026-12-31", "2026-11-23"]) {
        const answer = range(name, today);
        expect(answer.ok && answer.value.since <= answer.value.until).toBe(true);
      }
    }
  });
});
