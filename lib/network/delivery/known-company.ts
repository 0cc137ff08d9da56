import type { Release } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { chance } from "./chance";
import type { Flight } from "./flight";
import { pacingSize } from "./pacing-size";

/**
 * Who already works with the company of an ad clicks 1.5 to 2 times as often: an assumption of the simulation, said to be one wherever
 * clicks are explained. Computed from released sizes only, so that clicks say nothing that these do not.
 */
export interface KnownCompany {
  /** How often these people click compared with others; fixed for an ad set. */
  readonly times: number;
  /** Their part of the audience by its released sizes, 0-1; null: not known, and taken as nobody. */
  readonly share: number | null;
}

/** How often people who already work with the company click compared with others: 1.5 to 2, fixed for an ad set. */
export const clickTimes = (adSetId: number): number => 1.5 + 0.5 * chance(adSetId, 0, "company");

export async function knownCompany(
  release: Pick<Release, "pacingSize">,
  flight: Flight,
  month: string,
  size: ReleasedCount,
): Promise<KnownCompany> {
  const times = clickTimes(flight.adSetId);
  const { companyId, expression } = flight;
  if (companyId === null) return { times, share: null };
  const isAsked = (rule: { readonly company: string }) => rule.company === companyId;
  if (expression.newTo.some((rule) => isAsked(rule) && !rule.kind && !rule.withinDays)) {
    return { times, share: 0 };
  }
  // Rules of one list are ORed: beside other companies this one cannot be asked for.
  if (expression.with.length > 0) {
    return { times, share: expression.with.every(isAsked) ? 1 : null };
  }
  if (size.hidden) return { times, share: null };
  const by = { workspaceId: flight.account.workspaceId };
  const working = [{ company: companyId, kind: null, withinDays: null }];
  const known = await pacingSize(release, by, month, { ...expression, with: working });
  return { times, share: known.hidden ? null : Math.min(1, known.shown / size.shown) };
}

/** How much more often than people who do not know the company this audience clicks. */
export const clicksMore = ({ times, share }: KnownCompany): number =>
  1 + (times - 1) * (share ?? 0);
