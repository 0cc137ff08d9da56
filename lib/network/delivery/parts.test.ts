import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { cellsOf } from "./breakdown";
import type { DetailedInsight, InsightsAsk } from "./delivery";
import { frequencyBuckets, frequencyShares } from "./frequency-shares";
import { settledByAd } from "./settled-by-ad";
import { aFlight, aNetwork, anAccount, aStage, type Stage } from "./testing";

const ask = (over: Partial<InsightsAsk> = {}): InsightsAsk => ({
  account: anAccount(),
  level: "campaign",
  since: "2026-03-01",
  until: "2026-03-31",
  increment: "all",
  settledOnly: true,
  ...over,
});
const sum = (rows: readonly DetailedInsight[], of: (row: DetailedInsight) => number) =>
  rows.reduce((total, row) => total + of(row), 0);
const everywhere = { ...aFlight().expression, countries: ["IN", "DE"] };
const on = (from: string, to: string | null = null) => [
  { from: new Date(from), to: to === null ? null : new Date(to) },
];

let stage: Stage;
beforeEach(() => {
  stage = aStage(aNetwork(8000), [
    aFlight({ expression: everywhere, budget: { kind: "daily", minor: 9000 } }),
  ]);
});

describe("a row broken down", () => {
  it("has parts of disjoint people that sum to what it shows, near the truth", async () => {
    const delivery = stage.start();
    const [whole] = await delivery.insights(ask());
    const rows = await delivery.insights(ask({ breakdown: "country" }));
    expect(rows.map(({ part }) => part?.values)).toEqual([["IN"], ["DE"]]);
    expect(sum(rows, (row) => row.impressions)).toBe(whole?.impressions);
    expect(sum(rows, (row) => row.spendMinor)).toBe(whole?.spendMinor);
    expect(sum(rows, (row) => row.clicks ?? 0)).toBe(whole?.clicks);
    expect(sum(rows, (row) => row.part?.people ?? 0)).toBe(whole?.reach.shown);
    const [india] = rows;
    const people = india?.part?.people ?? 0;
    const truth = (whole?.reach.shown ?? 0) * 0.75;
    expect(Math.abs(people - truth)).toBeLessThan(6 * 150);
    expect(
      (await delivery.insights(ask({ breakdown: "country" }))).map(({ part }) => part),
    ).toEqual(rows.map(({ part }) => part));
  });

  it("stays the same after somebody was erased and the server restarted", async () => {
    const before = await stage.start().insights(ask({ breakdown: "age,gender" }));
    const days = await stage.settled.listReached({});
    const [member] = decodeMembers(days[0]?.reached ?? (new Uint8Array(0) as never));
    await stage.engine.apply({ type: "left", member: member ?? 0 });
    await stage.start().erase([member ?? 0]);
    expect(await stage.start().insights(ask({ breakdown: "age,gender" }))).toEqual(before);
  });

  it("stays whole while fewer than 1,000 people were reached, and has shares but no counts below 5,000", async () => {
    stage.flights = [aFlight({ budget: { kind: "daily", minor: 20 } })];
    const few = await stage.start().insights(ask({ breakdown: "gender" }));
    expect(few).toHaveLength(1);
    expect(few[0]).toMatchObject({ part: null, clicks: null, conversions: null });
    stage = aStage(aNetwork(5000), [aFlight({ expression: everywhere })]);
    const some = await stage.start().insights(ask({ breakdown: "country" }));
    expect(some.length).toBeGreaterThan(1);
    for (const { part } of some) expect(part?.people).toBeNull();
    expect(some.reduce((all, { part }) => all + (part?.share ?? 0), 0)).toBeCloseTo(1, 6);
  });

  it("names the cells that its audiences may reach, whoever the people are", () => {
    const of = (over: object) => ({ ...everywhere, ...over });
    const young = of({ ageBands: ["18-24"] });
    expect(cellsOf("age", [young]).domain).toEqual([["18-24"]]);
    expect(cellsOf("age", [young, everywhere]).domain).toHaveLength(6);
    expect(cellsOf("country", [of({ countries: [], regions: ["DE-BE"] })]).domain).toEqual([
      ["DE"],
    ]);
    const regions = cellsOf("region", [of({ countries: ["DE"] })]).domain.flat();
    expect(regions).toContain("DE-BY");
    expect(regions.every((code) => code === "" || code.startsWith("DE-"))).toBe(true);
    expect(cellsOf("age,gender", []).domain).toHaveLength(24);
  });

  it("by placement follows the people of each app and its price, and never reaches more than all of them", async () => {
    const rows = await stage.start().insights(ask({ breakdown: "publisher_platform" }));
    expect(rows.map(({ part }) => part?.values[0])).toEqual(["messenger", "social", "photos"]);
    for (const { part } of rows) {
      expect(part?.modelled).toBe(true);
      expect(part?.share).toBeLessThanOrEqual(1);
    }
    const [messenger, social] = rows;
    expect(messenger?.impressions).toBeGreaterThan(social?.impressions ?? 0);
  });
});

describe("how often people saw an ad", () => {
  it("is a distribution whose people and impressions are the row's", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2_000_000 }),
        fc.double({ min: 1.01, max: 12, noNaN: true }),
        fc.integer({ min: 14, max: 600 }),
        (people, frequency, most) => {
          const shares = frequencyShares(people * frequency, people, most);
          expect(shares.length).toBeLessThanOrEqual(most);
          expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9);
          const mean = shares.reduce((all, share, index) => all + share * (index + 1), 0);
          expect(mean / frequency).toBeCloseTo(1, 6);
          const buckets = frequencyBuckets(shares);
          expect(buckets.reduce((all, one) => all + one.people, 0)).toBeCloseTo(1, 9);
          expect(buckets.reduce((all, one) => all + one.impressions, 0)).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is never above the cap", async () => {
    stage.flights = [
      aFlight({
        expression: everywhere,
        maxFrequency: { times: 2, days: 30 },
        budget: { kind: "daily", minor: 90_000 },
      }),
    ];
    const rows = await stage.start().insights(ask({ breakdown: "frequency_value" }));
    expect(rows.map(({ part }) => part?.values[0])).toEqual(["1", "2"]);
    expect(frequencyShares(5000, 5000, 40)).toEqual([1]);
    expect(frequencyShares(10_000, 5000, 2)).toEqual([0, 1]);
  });
});

describe("conversions", () => {
  it("are two to five in a hundred clicks, under what the campaign is for, and come with the day's close", async () => {
    stage.flights = [
      aFlight({
        expression: everywhere,
        objective: "OUTCOME_LEADS",
        budget: { kind: "daily", minor: 90_000 },
      }),
    ];
    stage.now = new Date("2026-04-20T12:00:00+02:00");
    const [row] = await stage.start().insights(ask({ until: "2026-04-30" }));
    const share = (row?.conversions?.lead ?? 0) / (row?.clicks ?? 1);
    expect(share).toBeGreaterThan(0.015);
    expect(share).toBeLessThan(0.055);
    const days = await stage.start().insights(ask({ until: "2026-04-30", increment: 7 }));
    expect(sum(days, (one) => one.conversions?.lead ?? 0)).toBe(row?.conversions?.lead);
  });
});

describe("ads of one ad set", () => {
  const ads = [
    { id: 501, live: on("2026-03-02T08:00:00+01:00") },
    { id: 502, live: on("2026-03-05T00:00:00+01:00", "2026-03-10T00:00:00+01:00") },
    { id: 503, live: on("2026-03-08T00:00:00+01:00") },
  ];

  it("show every person of a day one of them, so that together they reach exactly whom the ad set reached", async () => {
    stage.flights = [aFlight({ expression: everywhere, ads })];
    await stage.start().settle({});
    const byAd = await settledByAd(stage.settled, stage.flights, stage.now).listReached({});
    for (const { day, reached } of await stage.settled.listReached({})) {
      const own = byAd.filter((one) => one.day === day);
      const together = own.flatMap((one) => [...decodeMembers(one.reached)]);
      expect(together.sort((a, b) => a - b)).toEqual([...decodeMembers(reached)]);
      expect(own.map(({ adSetId }) => adSetId)).toEqual(
        ads
          .filter(({ id }) => id !== 502 || (day >= "2026-03-05" && day < "2026-03-10"))
          .filter(({ id }) => id !== 503 || day >= "2026-03-08")
          .map(({ id }) => id),
      );
    }
    const union = await stage.engine.union(byAd.map(({ reached }) => reached));
    const all = await stage.engine.union(
      (await stage.settled.listReached({})).map(({ reached }) => reached),
    );
    expect(peopleIn(union.at(-1) as never)).toBe(peopleIn(all.at(-1) as never));
  });

  it("have rows that sum to the ad set's in impressions and money, and in people to at least as many", async () => {
    stage.flights = [
      aFlight({ expression: everywhere, ads, budget: { kind: "daily", minor: 20_000 } }),
    ];
    stage.now = new Date("2026-03-16T12:00:00+01:00");
    const delivery = stage.start();
    const open = { settledOnly: false };
    const [adSet] = await delivery.insights(ask({ level: "adset", ...open }));
    const rows = await delivery.insights(ask({ level: "ad", ...open }));
    expect(rows.map(({ adId, adSetId }) => [adId, adSetId])).toEqual([
      [501, 11],
      [502, 11],
      [503, 11],
    ]);
    expect(sum(rows, (row) => row.impressions)).toBe(adSet?.impressions);
    expect(sum(rows, (row) => row.spendMinor)).toBe(adSet?.spendMinor);
    expect(sum(rows, (row) => row.reach.shown)).toBeGreaterThan((adSet?.reach.shown ?? 0) - 1000);
  });
});
