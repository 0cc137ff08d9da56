import type { ReachEngine } from "@/lib/network/reach/engine";
import type { Release } from "@/lib/network/release/release";
import { addDays, dayOf, lastClosedDay, startOfDay } from "./calendar";
import { readOverlap } from "./campaign-overlap";
import type { NetworkClock } from "./clock";
import type { Delivery, InsightsAsk } from "./delivery";
import { fellBelowFloor } from "./fell-below-floor";
import type { Flight, FlightFilter, FlightSource, SettledDayStore } from "./flight";
import { forecastDay } from "./forecast";
import { createMutex } from "./mutex";
import { readDetailed } from "./read-detailed";
import { settleFlight } from "./settle-flight";
import { type WhyWaiting, whyWaiting } from "./why-waiting";

export interface DeliveryParts {
  readonly engine: ReachEngine;
  readonly flights: FlightSource;
  readonly settled: SettledDayStore;
  readonly release: Release;
  readonly clock: NetworkClock;
  /** Hears of a running ad set whose audience fell below the floor; it pauses it. */
  readonly onTooSmall?: (adSetId: number, at: Date) => Promise<void>;
  /** Hears, when it is looked at, why a running ad set has not begun; null: it has, or it is off. */
  readonly onWaiting?: (adSetId: number, why: WhyWaiting | null, at: Date) => Promise<void>;
}

/** Deterministic in (campaign history, population, network time): what is settled stays, only the open day is recomputed. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { flights, settled, release, clock } = parts;
  const mutex = createMutex();
  /** What was last found settled of an ad set, so that asking again costs nothing. */
  const done = new Map<number, string>();

  async function settleAll(list: readonly Flight[], now: Date): Promise<void> {
    for (const flight of list) {
      const state = `${lastClosedDay(now, flight.account.timeZone)} ${JSON.stringify(flight.live)}`;
      if (done.get(flight.adSetId) === state) continue;
      await mutex.run(`${flight.adSetId}`, () => settleFlight(parts, flight, now));
      if (parts.onTooSmall && (await fellBelowFloor(release, flight, now))) {
        await parts.onTooSmall(flight.adSetId, now);
      }
      await parts.onWaiting?.(flight.adSetId, await whyWaiting(parts, flight, now), now);
      done.set(flight.adSetId, state);
    }
  }

  return {
    async settle(filter) {
      const now = clock.now();
      const list = await flights.listFlights(filter);
      await settleAll(list, now);
      return nextClose(list, now);
    },

    async insights(ask) {
      const filter = filterOf(ask);
      const now = clock.now();
      const list = await flights.listFlights(filter);
      await settleAll(list, now);
      return readDetailed(parts, ask, filter, list, now);
    },

    async overlap(account, campaignIds, since, until) {
      const filter = { accountId: account.id, campaignIds };
      await settleAll(await flights.listFlights(filter), clock.now());
      return readOverlap(parts, account, campaignIds, since, until);
    },

    async forecast(by, account, expression, objective) {
      const size = await release.count(by, expression);
      if (!size.ok) return null;
      const day = dayOf(clock.now(), account.timeZone);
      return forecastDay({ account, expression, objective }, size.value, day);
    },

    /** Waits for days that are being settled: they may still hold the members. */
    erase: (members) => mutex.runAlone(() => settled.erase(members)),
  };
}

/** When the next day of any of these accounts closes. */
function nextClose(list: readonly Flight[], now: Date): Date | null {
  const zones = [...new Set(list.map(({ account }) => account.timeZone))];
  const closes = zones.map((zone) => startOfDay(addDays(dayOf(now, zone), 1), zone).getTime());
  return closes.length > 0 ? new Date(Math.min(...closes)) : null;
}

const filterOf = ({ account, campaignIds, adSetIds }: InsightsAsk): FlightFilter => ({
  accountId: account.id,
  ...(campaignIds && { campaignIds }),
  ...(adSetIds && { adSetIds }),
});
