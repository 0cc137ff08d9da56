import { adsOn } from "./ad-days";
import { apportion } from "./apportion";
import { addDays, dayOf } from "./calendar";
import type { DetailedInsight, InsightsAsk } from "./delivery";
import { detailRows } from "./detail-rows";
import type { Flight, FlightFilter } from "./flight";
import { type InsightParts, readInsights } from "./insights";
import { type OpenDay, openDays } from "./open-day";
import { flightsByAd, readOnce, settledByAd } from "./settled-by-ad";

/** Insights of any level, with conversions and parts; see `Delivery.insights`. */
export async function readDetailed(
  parts: InsightParts,
  ask: InsightsAsk,
  filter: FlightFilter,
  flights: readonly Flight[],
  now: Date,
): Promise<readonly DetailedInsight[]> {
  const byAd = ask.level === "ad";
  const settled = readOnce(byAd ? settledByAd(parts.settled, flights, now) : parts.settled);
  const own = byAd ? flightsByAd(flights) : flights;
  const today = dayOf(now, ask.account.timeZone);
  const isOpen = !ask.settledOnly && ask.since <= today && today <= ask.until;
  const open = isOpen ? await openDays(parts.release, parts.settled, flights, now) : [];
  const rows = await readInsights(
    { release: parts.release, settled, open: byAd ? openByAd(open, flights, now) : open },
    ask,
    filter,
    own,
    now,
  );
  const last = ask.until < today ? ask.until : ask.settledOnly ? addDays(today, -1) : today;
  const numbers = await settled.list({ ...filter, since: ask.since, until: last });
  const source = { release: parts.release, settled, numbers, flights: own };
  const detailed = await detailRows(source, ask, rows);
  if (!byAd) return detailed;
  const adSetOf = new Map(
    flights.flatMap(({ adSetId, ads }) => ads.map(({ id }) => [id, adSetId] as const)),
  );
  return detailed.map((row) => {
    const adSetId = adSetOf.get(row.adSetId ?? 0);
    return adSetId === undefined ? row : { ...row, adId: row.adSetId, adSetId };
  });
}

/** The open day's numbers split over the ads that are on. */
function openByAd(
  open: readonly OpenDay[],
  flights: readonly Flight[],
  now: Date,
): readonly OpenDay[] {
  const byAdSet = new Map(flights.map((flight) => [flight.adSetId, flight]));
  return open.flatMap((day) => {
    const flight = byAdSet.get(day.adSetId);
    const ads = flight ? adsOn(flight, dayOf(now, flight.account.timeZone), now) : [];
    if (ads.length === 0) return [day];
    const weights = ads.map(({ weight }) => weight);
    const impressions = apportion(day.impressions, weights);
    const spend = apportion(day.spendMinor, weights);
    const clicks = apportion(day.clicks, weights);
    return ads.map(({ id }, index) => ({
      ...day,
      adSetId: id,
      impressions: impressions[index] ?? 0,
      spendMinor: spend[index] ?? 0,
      clicks: clicks[index] ?? 0,
    }));
  });
}
