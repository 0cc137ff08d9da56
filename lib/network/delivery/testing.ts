import type { Member } from "@/lib/network/population/member";
import { aMember } from "@/lib/network/population/testing";
import type { ReachEngine } from "@/lib/network/reach/engine";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "@/lib/network/release/create-release";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import type { ReleaseTable } from "@/lib/network/release/release-table";
import { createDelivery } from "./create-delivery";
import type { Delivery } from "./delivery";
import type { Flight, FlightAccount, FlightFilter, SettledDayStore } from "./flight";
import { memorySettledDays } from "./memory-settled-days";

export const anAccount = (over: Partial<FlightAccount> = {}): FlightAccount => ({
  id: "100",
  workspaceId: "agency",
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
  ...over,
});

/** Live from its start; 30 euros a day for everyone in India. */
export const aFlight = (over: Partial<Flight> = {}): Flight => {
  const startsAt = over.startsAt ?? new Date("2026-03-02T08:00:00+01:00");
  return {
    adSetId: 11,
    campaignId: 1,
    account: anAccount(),
    expression: { ...everyone, countries: ["IN"] },
    objective: "OUTCOME_TRAFFIC",
    budget: { kind: "daily", minor: 3000 },
    startsAt,
    endsAt: null,
    maxFrequency: null,
    live: [{ from: startsAt, to: null }],
    ads: [],
    companyId: null,
    ...over,
  };
};

/** Everyone said yes to everything; three quarters live in India, the others in Germany. */
export const aNetwork = (people: number): readonly Member[] =>
  Array.from({ length: people }, (_, number) =>
    aMember({ number, ...(number % 4 === 3 ? { country: "DE", region: "DE-BE" } : {}) }),
  );

export interface Stage {
  readonly engine: ReachEngine;
  readonly settled: SettledDayStore;
  table: ReleaseTable;
  flights: readonly Flight[];
  /** Network time. */
  now: Date;
  /** A server over what is stored: start another one for a restart. */
  start(): Delivery;
  /** Ad sets that were paused because too few people were left, in order. */
  readonly tooSmall: number[];
  /** Why ad sets have not begun, as it was last said. */
  readonly waiting: Map<number, string | null>;
}

export function aStage(members: readonly Member[], flights: readonly Flight[]): Stage {
  const stage: Stage = {
    engine: referenceEngine(members, () => 20_500),
    settled: memorySettledDays(),
    table: memoryReleaseTable(),
    flights,
    now: new Date("2026-03-16T12:00:00+01:00"),
    tooSmall: [],
    waiting: new Map(),
    start: () => {
      const { engine, settled, table } = stage;
      const release = createRelease({
        engine,
        table,
        key: "a key that only tests know",
        epochSalt: "test",
        countries: ["DE", "IN"],
        wallNow: () => stage.now,
        networkNow: () => stage.now,
      });
      return createDelivery({
        engine,
        settled,
        release,
        flights: { listFlights: async (filter) => stage.flights.filter(asked(filter)) },
        clock: { now: () => stage.now, rate: 60 },
        onWaiting: async (adSetId, why) => void stage.waiting.set(adSetId, why),
        onTooSmall: async (adSetId, at) => {
          stage.tooSmall.push(adSetId);
          stage.flights = stage.flights.map((flight) =>
            flight.adSetId === adSetId
              ? { ...flight, live: flight.live.map((span) => ({ ...span, to: span.to ?? at })) }
              : flight,
          );
        },
      });
    },
  };
  return stage;
}

const asked =
  ({ accountId, campaignIds, adSetIds }: FlightFilter) =>
  (flight: Flight): boolean =>
    (accountId === undefined || flight.account.id === accountId) &&
    (campaignIds === undefined || campaignIds.includes(flight.campaignId)) &&
    (adSetIds === undefined || adSetIds.includes(flight.adSetId));
