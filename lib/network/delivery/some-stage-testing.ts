import fc from "fast-check";
import type { InsightsAsk } from "./delivery";
import { aFlight, aNetwork, anAccount, aStage } from "./testing";

const flights = fc.array(
  fc.record({
    campaignId: fc.integer({ min: 1, max: 3 }),
    minor: fc.integer({ min: 100, max: 20_000 }),
    startHour: fc.integer({ min: 0, max: 24 * 8 }),
    pauseAfterHours: fc.option(fc.integer({ min: 1, max: 24 * 8 })),
    cap: fc.option(
      fc.constantFrom(
        { times: 2, days: 7 },
        { times: 1, days: 30 },
        { times: 3, days: 1 },
        { times: 10, days: 7 },
      ),
    ),
    country: fc.constantFrom("IN", "DE"),
  }),
  { minLength: 1, maxLength: 4 },
);

export const firstMoment = new Date("2026-03-20T00:00:00+01:00").getTime();

type Spec = typeof flights extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

const flightOf = (spec: Spec, index: number) => {
  const startsAt = new Date(firstMoment + spec.startHour * 3_600_000);
  const { pauseAfterHours: hours } = spec;
  const to = hours === null ? null : new Date(startsAt.getTime() + hours * 3_600_000);
  return aFlight({
    adSetId: index + 1,
    campaignId: spec.campaignId,
    startsAt,
    budget: { kind: "daily", minor: spec.minor },
    live: [{ from: startsAt, to }],
    maxFrequency: spec.cap,
    expression: { ...aFlight().expression, countries: [spec.country] },
  });
};

/** Some campaigns over some people, twelve days on. */
export const someStage = fc
  .tuple(flights, fc.integer({ min: 1500, max: 4000 }))
  .map(([specs, people]) => {
    const stage = aStage(aNetwork(people), specs.map(flightOf));
    stage.now = new Date(firstMoment + 12 * 86_400_000);
    return stage;
  });

/** Every settled day of the account. */
export const askAll: InsightsAsk = {
  account: anAccount(),
  level: "account",
  since: "2026-03-18",
  until: "2026-04-01",
  increment: 1,
  settledOnly: true,
};
