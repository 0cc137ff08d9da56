import { beforeEach, describe, expect, it } from "vitest";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { answered } from "@/lib/network/release/testing";
import { dayOfNumber } from "./calendar";
import type { Insight, InsightsAsk } from "./delivery";
import { bucketsOf, growingAsks, reachAskOf, within } from "./insight-rows";
import { aFlight, aNetwork, anAccount, aStage, type Stage } from "./testing";

const members = aNetwork(3600);
const ask = (over: Partial<InsightsAsk> = {}): InsightsAsk => ({
  account: anAccount(),
  level: "campaign",
  since: "2026-03-01",
  until: "2026-03-31",
  increment: "all",
  settledOnly: true,
  ...over,
});

let stage: Stage;
const sum = (rows: readonly Insight[], of: (row: Insight) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

beforeEach(() => {
  stage = aStage(members, [
    aFlight(),
    aFlight({ adSetId: 12, campaignId: 1 }),
    aFlight({ adSetId: 21, campaignId: 2, budget: { kind: "daily", minor: 1500 } }),
    aFlight({ adSetId: 31, campaignId: 3, account: anAccount({ id: "200" }) }),
  ]);
});

describe("insights", () => {
  it("count a person once however often, by however many ads and campaigns they were reached", async () => {
    const delivery = stage.start();
    const [account] = await delivery.insights(ask({ level: "account" }));
    const campaigns = await delivery.insights(ask());
    const adSets = await delivery.insights(ask({ level: "adset" }));
    expect(campaigns.map(({ campaignId }) => campaignId)).toEqual([1, 2]);
    expect(adSets.map(({ adSetId }) => adSetId)).toEqual([11, 12, 21]);
    if (!account) throw new Error("The account delivered.");
    expect(account.spendMinor).toBe(sum(campaigns, (row) => row.spendMinor));
    expect(account.impressions).toBe(sum(adSets, (row) => row.impressions));
    expect(account.reach.shown).toBeLessThan(sum(campaigns, (row) => row.reach.shown));
    const everybody = new Set(
      (await stage.settled.listReached({ accountId: "100" })).flatMap(({ reached }) => [
        ...decodeMembers(reached),
      ]),
    );
    expect(Math.abs(account.reach.shown - everybody.size)).toBeLessThan(5 * 150);
  });

  it("show reach that only grows over time, and rows that never exceed it", async () => {
    const delivery = stage.start();
    for (const increment of [7, 1] as const) {
      for (const level of ["account", "campaign"] as const) {
        const rows = await delivery.insights(ask({ increment, level }));
        const series = rows.filter(({ campaignId }) => campaignId === rows[0]?.campaignId);
        expect(series.length).toBeGreaterThan(1);
        for (const [index, row] of series.entries()) {
          const before = series[index - 1]?.cumulativeReach.shown ?? 0;
          expect(row.cumulativeReach.shown).toBeGreaterThanOrEqual(before);
          expect(row.reach.shown).toBeLessThanOrEqual(row.cumulativeReach.shown);
          expect(row.reach.shown).toBeLessThanOrEqual(row.impressions + row.reach.step);
        }
      }
    }
  });

  it("say the same however long the empty days around a campaign are", async () => {
    const ended = new Date("2026-03-10T00:00:00+01:00");
    stage.flights = [aFlight({ live: [{ from: new Date("2026-03-02T07:00:00Z"), to: ended }] })];
    const delivery = stage.start();
    const [row] = await delivery.insights(ask());
    for (const day of ["2026-03-20", "2026-03-27"]) {
      stage.now = new Date(`${day}T12:00:00+01:00`);
      const [later] = await delivery.insights(ask({ since: "2026-02-01", until: day }));
      expect(later?.reach).toEqual(row?.reach);
    }
    const [account] = await delivery.insights(ask({ level: "account" }));
    expect(account?.reach).toEqual(row?.reach);
  });

  it("do not hide what it cost, but whom it reached and who clicked while these are few", async () => {
    stage.flights = [aFlight({ budget: { kind: "daily", minor: 20 } })];
    const [row] = await stage.start().insights(ask());
    expect(row?.spendMinor).toBeGreaterThan(0);
    expect(row?.impressions).toBeGreaterThan(0);
    expect(row?.reach).toMatchObject({ hidden: true, shown: 0 });
    expect(row?.clicks).toBeNull();
  });

  it("project the open day, say so, and grow during it", async () => {
    const delivery = stage.start();
    const today = ask({ settledOnly: false, since: "2026-03-16", increment: 1, level: "account" });
    stage.now = new Date("2026-03-16T11:00:00+01:00");
    const [morning] = await delivery.insights(today);
    stage.now = new Date("2026-03-16T21:00:00+01:00");
    const [evening] = await delivery.insights(today);
    expect([morning?.projected, evening?.projected]).toEqual([true, true]);
    expect(evening?.impressions).toBeGreaterThan(2 * (morning?.impressions ?? 0));
    const whole = await delivery.insights(ask({ settledOnly: false, level: "account" }));
    const settled = await delivery.insights(ask({ level: "account" }));
    expect(whole[0]?.projected).toBe(true);
    expect(whole[0]?.until).toBe("2026-03-16");
    expect(settled[0]?.projected).toBe(false);
    expect(settled[0]?.until).toBe("2026-03-15");
    expect(whole[0]?.impressions).toBe(
      (settled[0]?.impressions ?? 0) + (evening?.impressions ?? 0),
    );
    expect(whole[0]?.reach.shown).toBeGreaterThanOrEqual(settled[0]?.reach.shown ?? 0);
    stage.now = new Date("2026-03-17T00:00:00+01:00");
    const [closed] = await delivery.insights({ ...today, until: "2026-03-16" });
    expect(closed?.projected).toBe(false);
    expect(closed?.impressions).toBeGreaterThan(evening?.impressions ?? 0);
  });

  it("belong to the account that asks, and to the campaigns it names", async () => {
    const delivery = stage.start();
    const named = await delivery.insights(ask({ campaignIds: [2, 3] }));
    expect(named.map(({ campaignId }) => campaignId)).toEqual([2]);
    const other = await delivery.insights(ask({ account: anAccount({ id: "200" }) }));
    expect(other.map(({ campaignId }) => campaignId)).toEqual([3]);
    expect(await delivery.insights(ask({ campaignIds: [] }))).toEqual([]);
    expect(await delivery.insights(ask({ since: "2026-01-01", until: "2026-01-31" }))).toEqual([]);
  });
});

describe("the overlap of campaigns", () => {
  it("has cells that sum to the total of the report, in the order of the campaigns", async () => {
    stage.flights = [
      aFlight({ budget: { kind: "daily", minor: 9000 } }),
      aFlight({ adSetId: 21, campaignId: 2, budget: { kind: "daily", minor: 700 } }),
    ];
    const delivery = stage.start();
    const overlap = async (campaigns: readonly number[]) =>
      answered(await delivery.overlap(anAccount(), campaigns, "2026-03-01", "2026-03-31"));
    const one = await overlap([1, 2]);
    const other = await overlap([2, 1]);
    const [account] = await delivery.insights(ask({ level: "account" }));
    expect(one.total).toEqual(account?.reach);
    expect(one.cells).toHaveLength(4);
    expect(other.cells[2]).toEqual(one.cells[1]);
    const [, onlyFirst, onlySecond, both] = one.cells;
    const exact = await stage.engine.union(
      (await stage.settled.listReached({ campaignIds: [1] })).map(({ reached }) => reached),
    );
    const last = exact.at(-1);
    if (!last) throw new Error("Campaign 1 delivered.");
    const first = (onlyFirst?.shown ?? 0) + (both?.shown ?? 0);
    expect(Math.abs(first - peopleIn(last))).toBeLessThan(1000);
    expect(onlySecond?.hidden).toBe(true);
  });

  it("is of 2 to 6 campaigns, and says nothing about none", async () => {
    const delivery = stage.start();
    await expect(delivery.overlap(anAccount(), [1], "2026-03-01", "2026-03-31")).rejects.toThrow();
    const range = ["2026-03-01", "2026-03-31"] as const;
    const nobody = answered(await delivery.overlap(anAccount(), [8, 9], ...range));
    expect(nobody.total.hidden).toBe(true);
    expect(nobody.cells).toHaveLength(4);
  });
});

describe("years of days", () => {
  it("are cut into rows and growing ranges as if each were looked for by itself", () => {
    const rows = Array.from({ length: 3000 }, (_, index) => ({
      ...{ adSetId: 11 + (index % 3), campaignId: 1, accountId: "100", spendMinor: 1, clicks: 0 },
      day: dayOfNumber(20_000 + Math.floor(index / 3)),
      impressions: index % 7 === 0 ? 0 : index,
    }));
    const buckets = bucketsOf(dayOfNumber(19_990), dayOfNumber(21_010), 5);
    const growing = growingAsks(
      rows,
      buckets.map(({ until }) => until),
    );
    for (const [index, { since, until }] of buckets.entries()) {
      const slow = (from: string) => rows.filter(({ day }) => day >= from && day <= until);
      expect(within(rows, since, until)).toEqual(slow(since));
      if (index % 20 === 0) expect(growing[index]).toEqual(reachAskOf(slow("")));
    }
  });

  it("by month are calendar months, cut at the ends of the range", () => {
    expect(bucketsOf("2026-01-30", "2026-03-02", "monthly")).toEqual([
      { since: "2026-01-30", until: "2026-01-31" },
      { since: "2026-02-01", until: "2026-02-28" },
      { since: "2026-03-01", until: "2026-03-02" },
    ]);
  });
});
