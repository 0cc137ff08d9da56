import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { flightSource } from "./flights";
import { intersect, unite } from "./spans";
import { aCampaign, aLaunch, aNetwork, anAdSet, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});
const flights = (filter = {}) => flightSource(network).listFlights(filter);
const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);

describe("a flight", () => {
  it("tells delivery who, how much and since when, once the ad is approved", async () => {
    const { campaign, adSet, ad } = await aLaunch(network, page);
    expect(await flights()).toEqual([
      {
        adSetId: Number(adSet),
        campaignId: Number(campaign),
        account: {
          id: "101",
          workspaceId: "w1",
          currency: "EUR",
          minorUnits: 100,
          timeZone: "Europe/Berlin",
        },
        expression: expect.objectContaining({ countries: ["DE"] }),
        objective: "OUTCOME_TRAFFIC",
        budget: { kind: "daily", minor: 5000 },
        startsAt: at("10:00"),
        endsAt: null,
        maxFrequency: null,
        live: [{ from: at("10:30"), to: null }],
        ads: [{ id: Number(ad), live: [{ from: at("10:30"), to: null }] }],
        companyId: page,
      },
    ]);
  });

  it("is on while campaign, ad set and an approved ad all are", async () => {
    const { campaign, adSet, ad } = await aLaunch(network, page);
    for (const [minutes, id, status] of [
      [60, campaign, "PAUSED"],
      [10, adSet, "PAUSED"],
      [10, campaign, "ACTIVE"],
      [10, adSet, "ACTIVE"],
      [30, ad, "PAUSED"],
      [10, ad, "ACTIVE"],
      [10, campaign, "DELETED"],
    ] as const) {
      network.advance(minutes);
      await network.post(id, { status });
    }
    expect((await flights())[0]?.live).toEqual([
      { from: at("10:30"), to: at("11:00") },
      { from: at("11:30"), to: at("12:00") },
      { from: at("12:10"), to: at("12:20") },
    ]);
  });

  it("pauses while a changed ad is reviewed again", async () => {
    const { ad, creative } = await aLaunch(network, page);
    network.advance(60);
    await network.post(ad, { creative: { creative_id: creative } });
    expect((await flights())[0]?.live).toEqual([
      { from: at("10:30"), to: at("11:00") },
      { from: at("11:30"), to: null },
    ]);
  });

  it("shares a campaign's budget equally with the other ad sets", async () => {
    const budget = { daily_budget: 9000, bid_strategy: "LOWEST_COST_WITHOUT_CAP" };
    const { body } = await network.post("act_101/campaigns", { ...aCampaign, ...budget });
    const { daily_budget: _, ...adSet } = anAdSet(body.id);
    for (let n = 0; n < 3; n += 1) await network.post("act_101/adsets", adSet);
    const budgets = (await flights({ campaignIds: [Number(body.id)] })).map((one) => one.budget);
    expect(budgets).toEqual(Array(3).fill({ kind: "daily", minor: 3000 }));
    expect(await flights({ accountId: "102" })).toEqual([]);
    expect(await flights({ adSetIds: [] })).toEqual([]);
  });
});

describe("spans", () => {
  const span = (from: string, to: string | null) => ({ from: at(from), to: to ? at(to) : null });

  it("meet and join", () => {
    const day = [span("08:00", "12:00"), span("14:00", null)];
    expect(intersect(day, [span("10:00", "15:00")])).toEqual([
      span("10:00", "12:00"),
      span("14:00", "15:00"),
    ]);
    expect(unite([span("14:00", null), span("08:00", "10:00"), span("09:00", "12:00")])).toEqual(
      day,
    );
  });
});

describe("insights", () => {
  const range = { since: "2026-11-19", until: "2026-11-20" };

  it("are text in major units, without what too few people would tell", async () => {
    const { body } = await network.get("act_101/insights", {
      time_range: range,
      time_increment: 1,
      fields: "spend,impressions,reach,frequency,clicks,cpm,nod_reach,nod_projected",
    });
    expect(body.data).toEqual([
      {
        date_start: "2026-11-19",
        date_stop: "2026-11-19",
        spend: "12.34",
        impressions: "4000",
        reach: "2000",
        frequency: "2.000000",
        clicks: "40",
        cpm: "3.085000",
        nod_reach: { shown: 2000, lower: 1900, upper: 2100, step: 50, hidden: false },
        nod_projected: false,
      },
      {
        date_start: "2026-11-20",
        date_stop: "2026-11-20",
        spend: "12.34",
        impressions: "4000",
        cpm: "3.085000",
        nod_reach: { shown: 0, lower: 0, upper: 1000, step: 50, hidden: true },
        nod_projected: true,
      },
    ]);
    const yen = await network.get("act_102/insights", { time_range: range, fields: "spend" });
    expect(yen.body.data[0].spend).toBe("1234");
  });

  it("ask delivery for days in the account's zone, of the asked campaigns", async () => {
    const { campaign } = await aLaunch(network, page);
    await network.get(`${campaign}/insights`, {
      date_preset: "yesterday",
      nod_settled_only: "true",
    });
    network.advance(14 * 60);
    await network.get("act_102/insights", {
      date_preset: "today",
      level: "campaign",
      filtering: [{ field: "campaign.id", operator: "IN", value: [campaign] }],
    });
    expect(network.delivery.asked).toEqual([
      expect.objectContaining({
        level: "campaign",
        campaignIds: [Number(campaign)],
        since: "2026-11-19",
        until: "2026-11-19",
        increment: "all",
        settledOnly: true,
      }),
      expect.objectContaining({ accountId: "102", since: "2026-11-21", until: "2026-11-21" }),
    ]);
  });

  it("overlap names who reached whom for every mix of campaigns", async () => {
    const [a, b] = [await aLaunch(network, page), await aLaunch(network, page)];
    const { body } = await network.get("act_101/nod_overlap", {
      campaign_ids: [a.campaign, b.campaign],
      time_range: range,
    });
    expect(body.data.total.shown).toBe(5000);
    expect(body.data.cells.map((cell: { campaign_ids: string[] }) => cell.campaign_ids)).toEqual([
      [a.campaign],
      [b.campaign],
      [a.campaign, b.campaign],
    ]);
  });
});
