import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { display } from "@/lib/network/release/display";
import { addDays, dayNumber, dayOfNumber, daysBetween, startOfDay, weekday } from "./calendar";
import type { Flight } from "./flight";
import { planFlight } from "./plan-flight";
import { aFlight, anAccount } from "./testing";

const sized = (people: number) => () => display(people, 100, "2026-02-01T00:00:00.000Z");
const zone = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
);

interface Case {
  readonly flight: Flight;
  readonly days: readonly string[];
  readonly people: number;
  readonly now: Date;
}

/** Some weeks of some budget anywhere, with a few pauses. */
const someCase: fc.Arbitrary<Case> = fc
  .record({
    timeZone: zone,
    first: fc.integer({ min: dayNumber("2026-01-01"), max: dayNumber("2026-12-01") }),
    length: fc.integer({ min: 1, max: 40 }),
    minor: fc.integer({ min: 1, max: 500_000 }),
    lifetime: fc.boolean(),
    people: fc.integer({ min: -100, max: 400_000 }),
    adSetId: fc.integer({ min: 1, max: 1_000_000 }),
    cap: fc.option(
      fc.record({ times: fc.integer({ min: 1, max: 5 }), days: fc.constantFrom(1, 7) }),
    ),
    pauses: fc.uniqueArray(fc.integer({ min: 1, max: 40 * 24 }), { maxLength: 4 }),
  })
  .map(({ timeZone, first, length, minor, lifetime, people, adSetId, cap, pauses }) => {
    const since = dayOfNumber(first);
    const days = daysBetween(since, addDays(since, length - 1));
    const startsAt = startOfDay(since, timeZone);
    const endsAt = startOfDay(addDays(since, length), timeZone);
    const cuts = [...pauses.sort((a, b) => a - b)].map(
      (hour) => new Date(startsAt.getTime() + hour * 3_600_000),
    );
    const edges = [startsAt, ...cuts];
    const live = edges.flatMap((from, index) =>
      index % 2 === 0 ? [{ from, to: edges[index + 1] ?? null }] : [],
    );
    const flight = aFlight({
      adSetId,
      account: anAccount({ timeZone }),
      budget: { kind: lifetime ? "lifetime" : "daily", minor },
      startsAt,
      endsAt,
      maxFrequency: cap,
      live,
    });
    return { flight, days, people, now: new Date(endsAt.getTime() + 1000) };
  });

const quick = { numRuns: 40 };

const plan = ({ flight, days, people, now }: Case) =>
  planFlight(flight, days, [], sized(people), now);

describe("a flight's plan", () => {
  it("spends at most 1.75 times the daily budget on a day and 7 times it from Sunday to Saturday", () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const { budget } = one.flight;
        fc.pre(budget.kind === "daily");
        const weeks = new Map<number, number>();
        for (const { day, spendMinor } of plan(one)) {
          expect(spendMinor).toBeLessThanOrEqual(1.75 * budget.minor);
          const week = dayNumber(day) - weekday(day);
          weeks.set(week, (weeks.get(week) ?? 0) + spendMinor);
        }
        for (const spent of weeks.values()) {
          expect(spent).toBeLessThanOrEqual(7 * budget.minor + 1e-6);
        }
      }),
      quick,
    );
  });

  it("never spends more than a lifetime budget, and all of it when people enough are there throughout", () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const { budget } = one.flight;
        fc.pre(budget.kind === "lifetime");
        const spent = plan(one).reduce((sum, day) => sum + day.spendMinor, 0);
        expect(spent).toBeLessThanOrEqual(budget.minor);
      }),
      quick,
    );
    const flight = aFlight({
      budget: { kind: "lifetime", minor: 100_000 },
      endsAt: new Date("2026-03-20T18:00:00+01:00"),
    });
    const days = daysBetween("2026-03-02", "2026-03-20");
    const spent = planFlight(flight, days, [], sized(300_000), new Date("2026-04-01")).reduce(
      (sum, day) => sum + day.spendMinor,
      0,
    );
    expect(spent).toBeGreaterThan(99_000);
  });

  it("shows an ad to one person at most six times a day, and no more often than its cap", () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const days = plan(one);
        const people = Math.max(0, one.people);
        const { maxFrequency: cap } = one.flight;
        for (const [index, { impressions }] of days.entries()) {
          expect(impressions).toBeLessThanOrEqual(6 * people);
          if (!cap) continue;
          const window = days
            .slice(0, index + 1)
            .filter(({ day }) => day > addDays(days[index]?.day ?? "", -cap.days));
          const shown = window.reduce((sum, day) => sum + day.impressions, 0);
          expect(shown).toBeLessThanOrEqual(cap.times * people);
        }
      }),
      quick,
    );
  });

  it("begins from the launch gate on, however it was set up, and then runs down to the floor", () => {
    const flight = aFlight();
    const impressions = (people: number, sigma: number, before = 0) => {
      const size = () => display(people, sigma, "2026-02-01T00:00:00.000Z");
      const day = { adSetId: 11, campaignId: 1, accountId: "100", spendMinor: 1, clicks: 0 };
      const settled = [{ ...day, day: "2026-03-02", impressions: before }];
      const planned = planFlight(flight, ["2026-03-03"], settled, size, new Date("2026-03-05"));
      return planned.reduce((sum, one) => sum + one.impressions, 0);
    };
    expect(impressions(1149, 50)).toBe(0);
    expect(impressions(1150, 50)).toBeGreaterThan(0);
    expect(impressions(1299, 100)).toBe(0);
    expect(impressions(1149, 50, 7)).toBeGreaterThan(0);
    expect(impressions(999, 50, 7)).toBe(0);
  });

  it("delivers nothing while it is off, and less on a day that it is off for a part of", () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const planned = new Map(plan(one).map((day) => [day.day, day]));
        const { timeZone } = one.flight.account;
        for (const day of one.days) {
          const [from, to] = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)];
          const on = one.flight.live.some(
            (span) => span.from < to && (span.to === null || span.to > from),
          );
          expect(planned.has(day)).toBe(on);
        }
      }),
      quick,
    );
  });

  it("pays about 12 dollars a thousand for awareness in the United States, 20 for sales, a quarter of it in India, more in autumn", () => {
    const cpm = (objective: string, country: string, month: string) => {
      const flight = aFlight({
        objective,
        startsAt: new Date(`${month}-01T00:00:00Z`),
        account: anAccount({ currency: "USD", timeZone: "UTC" }),
        expression: { ...aFlight().expression, countries: [country] },
      });
      const days = daysBetween(`${month}-01`, `${month}-28`);
      const now = new Date(`${month}-28T23:00:00Z`);
      const planned = planFlight(flight, days, [], sized(500_000), now);
      const spend = planned.reduce((sum, day) => sum + day.spendMinor, 0);
      return (spend * 10) / planned.reduce((sum, day) => sum + day.impressions, 0);
    };
    expect(cpm("OUTCOME_AWARENESS", "US", "2026-05")).toBeGreaterThan(9.5);
    expect(cpm("OUTCOME_AWARENESS", "US", "2026-05")).toBeLessThan(13);
    const sales = cpm("OUTCOME_SALES", "US", "2026-05");
    expect(sales / cpm("OUTCOME_AWARENESS", "US", "2026-05")).toBeCloseTo(20 / 12, 1);
    expect(cpm("OUTCOME_SALES", "IN", "2026-05") / sales).toBeCloseTo(0.25, 2);
    expect(
      cpm("OUTCOME_SALES", "US", "2026-11") / cpm("OUTCOME_SALES", "US", "2026-02"),
    ).toBeGreaterThan(1.15);
  });
});
