import { beforeEach, describe, expect, it } from "vitest";
import { decodeMembers } from "@/lib/network/reach/member-set";
import type { InsightsAsk } from "./delivery";
import { aFlight, aNetwork, anAccount, aStage, type Stage } from "./testing";

const ask: InsightsAsk = {
  account: anAccount(),
  level: "campaign",
  since: "2026-03-01",
  until: "2026-03-31",
  increment: 1,
  settledOnly: true,
};

const members = aNetwork(4000);
let stage: Stage;

beforeEach(() => {
  stage = aStage(members, [aFlight(), aFlight({ adSetId: 12, campaignId: 2 })]);
});

const settledNumbers = () => stage.settled.list({});
const bitsOf = async (member: number) =>
  (await stage.settled.listReached({})).filter(({ reached }) =>
    [...decodeMembers(reached)].includes(member),
  ).length;

describe("a settled day", () => {
  it("stays as it is when the campaign is paused, a person is erased, people leave and the server restarts", async () => {
    const before = await stage.start().insights(ask);
    const numbers = await settledNumbers();
    expect(before.length).toBe(28);
    expect(before.some(({ reach }) => !reach.hidden)).toBe(true);

    const [flight] = stage.flights;
    if (!flight) throw new Error("The stage has flights.");
    const paused = new Date("2026-03-16T12:00:00+01:00");
    stage.flights = stage.flights.map((one) => ({
      ...one,
      live: [{ from: one.startsAt, to: paused }],
    }));
    const erased = [
      ...decodeMembers((await stage.settled.listReached({}))[0]?.reached ?? none()),
    ][0];
    if (erased === undefined) throw new Error("The first day reached somebody.");
    expect(await bitsOf(erased)).toBeGreaterThan(0);
    await stage.engine.apply({ type: "left", member: erased });
    await stage.start().erase([erased]);
    for (let member = 0; member < 3000; member += 2) {
      await stage.engine.apply({ type: "left", member });
    }

    expect(await stage.start().insights(ask)).toEqual(before);
    expect(await settledNumbers()).toEqual(numbers);
    expect(await bitsOf(erased)).toBe(0);
  });

  it("is settled once when several ask at the same time, and again after a crash", async () => {
    const server = stage.start();
    await Promise.all([server.settle({}), server.settle({}), server.insights(ask)]);
    const numbers = await settledNumbers();
    expect(numbers).toHaveLength(28);
    const other = stage.start();
    await Promise.all([other.settle({}), stage.start().settle({ adSetIds: [11] })]);
    expect(await settledNumbers()).toEqual(numbers);
  });

  it("comes out the same whether days are settled one by one or all at once", async () => {
    const once = aStage(members, stage.flights);
    await once.start().settle({});
    for (let day = 3; day <= 16; day += 1) {
      stage.now = new Date(`2026-03-${String(day).padStart(2, "0")}T12:00:00+01:00`);
      await stage.start().settle({});
    }
    expect(await settledNumbers()).toEqual(await once.settled.list({}));
    expect(await stage.settled.listReached({})).toEqual(await once.settled.listReached({}));
  });

  it("is closed when the next day has begun in the account's zone", async () => {
    stage.now = new Date("2026-03-03T23:59:59+01:00");
    await stage.start().settle({});
    expect((await settledNumbers()).map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-02"]);
    stage.now = new Date("2026-03-04T00:00:00+01:00");
    await stage.start().settle({ adSetIds: [11] });
    expect((await stage.settled.lastDays([11, 12, 13])).get(11)).toBe("2026-03-03");
    expect((await stage.settled.lastDays([11, 12, 13])).get(12)).toBe("2026-03-02");
  });

  it("has no delivery after a pause, from that hour on", async () => {
    const paused = new Date("2026-03-05T12:00:00+01:00");
    const resumed = new Date("2026-03-08T00:00:00+01:00");
    stage.flights = [
      aFlight({
        live: [
          { from: new Date("2026-03-02T08:00:00+01:00"), to: paused },
          { from: resumed, to: null },
        ],
      }),
    ];
    await stage.start().settle({});
    const numbers = await settledNumbers();
    const on = (day: string) => numbers.find((row) => row.day === day)?.impressions ?? 0;
    expect(on("2026-03-05")).toBeGreaterThan(0);
    expect(on("2026-03-05")).toBeLessThan(on("2026-03-04") / 2);
    expect([on("2026-03-06"), on("2026-03-07")]).toEqual([0, 0]);
    expect(on("2026-03-08")).toBeGreaterThan(0);
  });

  it("reaches nobody when the audience is below the floor, whatever its true size", async () => {
    stage = aStage(aNetwork(700), [aFlight()]);
    await stage.start().settle({});
    expect((await settledNumbers()).every(({ impressions }) => impressions === 0)).toBe(true);
  });

  it("is planned from the released size alone: people who come and go change whom it reaches, not its numbers", async () => {
    stage.flights = [
      aFlight({ maxFrequency: { times: 1, days: 30 }, budget: { kind: "daily", minor: 900_000 } }),
      aFlight({ adSetId: 12, budget: { kind: "lifetime", minor: 40_000 }, endsAt: stage.now }),
    ];
    await stage.start().settle({});
    const later = aStage(aNetwork(3300), stage.flights);
    later.table = stage.table;
    await later.start().settle({});
    expect(await later.settled.list({})).toEqual(await settledNumbers());
    expect(await later.settled.listReached({})).not.toEqual(await stage.settled.listReached({}));
  });

  it("stops at the frequency cap times the released size less three standard deviations and its rounding", async () => {
    const unlimited = { kind: "daily", minor: 9_000_000 } as const;
    stage.flights = [aFlight({ maxFrequency: { times: 1, days: 30 }, budget: unlimited })];
    await stage.start().settle({});
    const shown = (await settledNumbers()).reduce((sum, row) => sum + row.impressions, 0);
    // Sizes are shown in steps of 50, and sigma is 100.
    const size = shown + 3 * 100 + 25;
    expect(size % 50).toBe(0);
    expect(Math.abs(size - 3000)).toBeLessThan(500);
  });
});

const none = () => new Uint8Array(0) as Parameters<typeof decodeMembers>[0];
