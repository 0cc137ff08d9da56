import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMembers } from "@/lib/network/reach/member-set";
import type { ReachedDay } from "@/lib/network/release/release";
import { breakdowns } from "./breakdown";
import { dayNumber, weekday } from "./calendar";
import type { DetailedInsight, Increment } from "./delivery";
import type { Flight, SettledNumbers } from "./flight";
import { keptCap } from "./frequency-cap";
import { askAll as ask, firstMoment, someStage } from "./some-stage-testing";
import { aFlight, type Stage } from "./testing";

async function withdraw({ engine }: Stage, member: number): Promise<void> {
  for (const recipient of ["messenger", "social", "photos"] as const) {
    const purpose = "relevant_ads";
    await engine.apply({ type: "consent", member, purpose, recipient, given: false });
  }
}

/** Spend of each week from Sunday to Saturday. */
function weeksOf(days: readonly SettledNumbers[]): readonly number[] {
  const weeks = new Map<number, number>();
  for (const { day, spendMinor } of days) {
    const week = dayNumber(day) - weekday(day);
    weeks.set(week, (weeks.get(week) ?? 0) + spendMinor);
  }
  return [...weeks.values()];
}

/** Nobody on more days of a window than allowed, and no day shows more than all whom it reached may see. */
function expectCapKept(
  flight: Flight,
  days: readonly ReachedDay[],
  numbers: readonly SettledNumbers[],
  beforeTheyLeft: ReadonlySet<string>,
): void {
  const cap = keptCap(flight);
  if (!cap) return;
  expect(cap.aDay * cap.reachDays).toBeLessThanOrEqual(flight.maxFrequency?.times ?? 0);
  const seen = new Map<number, number[]>();
  for (const { day, reached } of days) {
    const impressions = numbers.find((row) => row.day === day)?.impressions ?? 0;
    const people = [...decodeMembers(reached)];
    expect(people.length).toBeLessThanOrEqual(impressions);
    // Numbers go on by the size released for the month, so that they do not say how many withdrew in it.
    if (beforeTheyLeft.has(`${flight.adSetId}/${day}`)) {
      expect(people.length * cap.aDay).toBeGreaterThanOrEqual(0.9 * impressions);
    }
    for (const member of people) {
      const on = seen.get(member) ?? [];
      on.push(dayNumber(day));
      seen.set(member, on);
    }
  }
  for (const on of seen.values()) {
    for (const last of on) {
      const inWindow = on.filter((one) => one > last - cap.days && one <= last);
      expect(inWindow.length).toBeLessThanOrEqual(cap.reachDays);
    }
  }
}

describe("whatever campaigns run", () => {
  it("nobody sees an ad more often than its cap, and nobody who withdrew sees it from then on", async () => {
    await fc.assert(
      fc.asyncProperty(someStage, fc.integer({ min: 2, max: 9 }), async (stage, split) => {
        const end = stage.now;
        stage.now = new Date(firstMoment + split * 86_400_000);
        await stage.start().settle({});
        const closed = new Set(
          (await stage.settled.listReached({})).map(({ adSetId, day }) => `${adSetId}/${day}`),
        );
        const gone = new Set(Array.from({ length: 400 }, (_, index) => index * 3));
        for (const member of gone) await withdraw(stage, member);
        stage.now = end;
        await stage.start().settle({});
        const days = await stage.settled.listReached({});
        const later = days.filter(({ adSetId, day }) => !closed.has(`${adSetId}/${day}`));
        const reached = later.flatMap((day) => [...decodeMembers(day.reached)]);
        expect(reached.some((member) => gone.has(member))).toBe(false);
        for (const flight of stage.flights) {
          const own = days.filter(({ adSetId }) => adSetId === flight.adSetId);
          const numbers = await stage.settled.list({ adSetIds: [flight.adSetId] });
          expectCapKept(flight, own, numbers, closed);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("spend at most 1.75 times the daily budget a day and 7 times it a week, and impressions are frequency times reach", async () => {
    await fc.assert(
      fc.asyncProperty(someStage, async (stage) => {
        const server = stage.start();
        for (const row of await server.insights({ ...ask, level: "adset" })) {
          const { budget } = stage.flights.find((one) => one.adSetId === row.adSetId) ?? aFlight();
          expect(row.spendMinor).toBeLessThanOrEqual(1.75 * budget.minor);
        }
        const whole = await server.insights({ ...ask, level: "adset", increment: "all" });
        for (const { impressions, reach } of whole.filter((row) => !row.reach.hidden)) {
          const frequency = impressions / reach.shown;
          expect(frequency * reach.shown).toBeCloseTo(impressions, 6);
          expect(frequency).toBeGreaterThanOrEqual(1 - reach.step / reach.shown);
        }
        for (const { adSetId, budget } of stage.flights) {
          const weeks = weeksOf(await stage.settled.list({ adSetIds: [adSetId] }));
          expect(Math.max(0, ...weeks)).toBeLessThanOrEqual(7 * budget.minor);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("parts of any row sum to it, whatever it is broken down by", async () => {
    await fc.assert(
      fc.asyncProperty(
        someStage,
        fc.constantFrom(...breakdowns),
        fc.constantFrom("account", "campaign", "adset"),
        fc.constantFrom<Increment>("all", 7, "monthly"),
        async (stage, breakdown, level, increment) => {
          const server = stage.start();
          const wanted = { ...ask, level, increment } as const;
          const rows = await server.insights(wanted);
          const parts = await server.insights({ ...wanted, breakdown });
          for (const row of rows) {
            const own = parts.filter(
              (one) =>
                one.since === row.since &&
                one.campaignId === row.campaignId &&
                one.adSetId === row.adSetId,
            );
            const sum = (of: (one: DetailedInsight) => number) =>
              own.reduce((all, one) => all + of(one), 0);
            expect(sum((one) => one.impressions)).toBe(row.impressions);
            expect(sum((one) => one.spendMinor)).toBe(row.spendMinor);
            expect(sum((one) => one.clicks ?? 0)).toBe(row.clicks ?? 0);
            if (row.reach.hidden) expect(own.map(({ part }) => part)).toEqual([null]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
