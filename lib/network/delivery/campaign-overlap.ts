import { displayProjection } from "@/lib/network/release/display";
import { ok } from "@/lib/result";
import type { Delivery } from "./delivery";
import type { FlightAccount } from "./flight";
import { reachAskOf } from "./insight-rows";
import type { InsightParts } from "./insights";

/** Exclusive cells of 2-6 campaigns' settled reach; index = bits in the order of the campaigns. */
export async function readOverlap(
  { release, settled }: InsightParts,
  account: FlightAccount,
  campaignIds: readonly number[],
  since: string,
  until: string,
): ReturnType<Delivery["overlap"]> {
  if (campaignIds.length < 2 || campaignIds.length > 6) {
    throw new RangeError("An overlap is of 2 to 6 campaigns.");
  }
  const range = { accountId: account.id, campaignIds, since, until };
  const rows = (await settled.list(range)).filter(({ impressions }) => impressions > 0);
  const all = reachAskOf(rows);
  if (!all) {
    const nobody = displayProjection(0, new Date(0).toISOString());
    const cells = Array.from({ length: 2 ** campaignIds.length }, () => nobody);
    const order = campaignIds.map((_, index) => ({ index, adds: nobody, reached: nobody }));
    return ok({ total: nobody, cells, sizes: campaignIds.map(() => nobody), order });
  }
  const groups = campaignIds.map((campaignId) => [
    ...new Set(rows.filter((row) => row.campaignId === campaignId).map(({ adSetId }) => adSetId)),
  ]);
  const by = { workspaceId: account.workspaceId };
  return release.reachedOverlap(by, { groups, all }, () => settled.listReached(range));
}
