import type { ReachedDay } from "@/lib/network/release/release";
import { type AdOfDay, adsOn, numbersByAd, reachedByAd } from "./ad-days";
import type { Flight, SettledDayStore, SettledFilter, SettledNumbers } from "./flight";

/** What insights read of settled days. */
export type SettledReader = Pick<SettledDayStore, "list" | "listReached">;

/** Settled days as those of single ads: an ad's id stands where the ad set's was. Days of no known ad stay the ad set's. */
export function settledByAd(
  settled: SettledReader,
  flights: readonly Flight[],
  now: Date,
): SettledReader {
  const byAdSet = new Map(flights.map((flight) => [flight.adSetId, flight]));
  const adSetOf = new Map(
    flights.flatMap(({ adSetId, ads }) => ads.map(({ id }) => [id, adSetId] as const)),
  );
  const known = new Map<string, readonly AdOfDay[]>();
  const adsOf = ({ adSetId, day }: { readonly adSetId: number; readonly day: string }) => {
    const name = `${adSetId}/${day}`;
    const flight = byAdSet.get(adSetId);
    const ads = known.get(name) ?? (flight ? adsOn(flight, day, now) : []);
    known.set(name, ads);
    return ads;
  };
  const numbersOf = (row: SettledNumbers): readonly SettledNumbers[] => {
    const ads = adsOf(row);
    return ads.length === 0
      ? [row]
      : numbersByAd(row, ads).map(({ adId, ...numbers }) => ({ ...numbers, adSetId: adId }));
  };

  return {
    async list(filter) {
      return (await settled.list(filter)).flatMap(numbersOf);
    },
    async listReached(filter: SettledFilter) {
      const { adSetIds: wanted, ...others } = filter;
      const adSetIds = wanted && [...new Set(wanted.map((id) => adSetOf.get(id) ?? id))];
      const days = await settled.listReached({ ...others, ...(adSetIds && { adSetIds }) });
      const own: ReachedDay[] = [];
      for (const day of days) {
        const ads = adsOf(day);
        own.push(...(ads.length === 0 ? [day] : reachedByAd(day, ads)));
        // Splitting a day takes a millisecond: others get a turn.
        await new Promise((turn) => setTimeout(turn));
      }
      return wanted ? own.filter(({ adSetId }) => wanted.includes(adSetId)) : own;
    },
  };
}

/** Each ad as a flight of its own, under the ad's id. */
export const flightsByAd = (flights: readonly Flight[]): readonly Flight[] =>
  flights.flatMap((flight) =>
    flight.ads.length === 0
      ? [flight]
      : flight.ads.map(({ id, live }) => ({ ...flight, adSetId: id, live })),
  );

/** The same question is read once. For one call: what is settled meanwhile is not seen. */
export function readOnce(settled: SettledReader): SettledReader {
  const lists = new Map<string, ReturnType<SettledReader["list"]>>();
  const reached = new Map<string, ReturnType<SettledReader["listReached"]>>();
  return {
    list(filter) {
      const name = JSON.stringify(filter);
      const known = lists.get(name) ?? settled.list(filter);
      lists.set(name, known);
      return known;
    },
    listReached(filter) {
      const name = JSON.stringify(filter);
      const known = reached.get(name) ?? settled.listReached(filter);
      reached.set(name, known);
      return known;
    },
  };
}
