import { type Recipient, recipients } from "@/lib/network/consent/purposes";
import type { Release } from "@/lib/network/release/release";
import type { Flight } from "./flight";
import { placementPrice } from "./price-list";
import { reachOf } from "./reach-curve";

export interface PlacementShare {
  readonly recipient: Recipient;
  /** Of impressions and of money, 0-1. */
  readonly impressions: number;
  readonly spend: number;
  /** People of the audience who may be served there, by the released size. */
  readonly people: number;
}

/**
 * How a flight's impressions fall on the apps of its placements: money follows the people who may be served there (by the sizes
 * released for the month), and buys fewer impressions where they cost more. From released sizes and the price list alone. Empty where the
 * budget has no room for them.
 */
export async function placementShares(
  release: Pick<Release, "pacingSize">,
  flight: Flight,
  month: string,
): Promise<readonly PlacementShare[]> {
  const named = flight.expression.recipients;
  const placements = recipients.filter(
    (recipient) => named.length === 0 || named.includes(recipient),
  );
  const by = { workspaceId: flight.account.workspaceId };
  const sizes = new Map<Recipient, number>();
  for (const recipient of placements) {
    const expression = { ...flight.expression, recipients: [recipient] };
    const size = await release.pacingSize(by, month, expression, "report");
    if (!size.ok) return [];
    sizes.set(recipient, size.value.shown);
  }
  const people = (recipient: Recipient) => sizes.get(recipient) ?? 0;
  const all = placements.reduce((sum, one) => sum + people(one), 0);
  if (all === 0) return [];
  const bought = placements.reduce((sum, one) => sum + people(one) / placementPrice[one], 0);
  return placements.map((recipient) => ({
    recipient,
    impressions: people(recipient) / placementPrice[recipient] / bought,
    spend: people(recipient) / all,
    people: people(recipient),
  }));
}

/** People reached in one app: the reach curve over its people, never more than the whole family reached. */
export const reachedThere = (people: number, impressions: number, reach: number): number =>
  Math.min(reach, reachOf(people, impressions));
