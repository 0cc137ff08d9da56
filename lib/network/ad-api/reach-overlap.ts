import { dayOf } from "@/lib/network/delivery/calendar";
import { ok } from "@/lib/result";
import { budgetSpent, missing, noSuchObject, wrong } from "./fault";
import { readRange } from "./insight-range";
import { listParam } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { wireRange } from "./wire-range";

/** `GET /act_n/nod_overlap`: how many people exactly these campaigns reached, for every mix of 2 to 6 campaigns. */
export async function reachOverlap(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const names = listParam(edge.params, "campaign_ids");
  if (!names) return missing("campaign_ids");
  const ids = [...new Set(names.map(Number))];
  if (ids.length < 2 || ids.length > 6) {
    return wrong(["campaign_ids"], "Name 2 to 6 campaigns.");
  }
  for (const id of ids) {
    const campaign = Number.isSafeInteger(id) ? await scope.shelf.get(id) : null;
    if (campaign?.kind !== "campaign" || campaign.accountId !== account.id) {
      return noSuchObject(String(id), ["campaign_ids"]);
    }
  }
  const range = readRange(edge.params, dayOf(scope.now, account.timeZone));
  if (!range.ok) return range;
  const { since, until } = range.value;
  const overlap = await scope.deps.delivery.overlap(account, ids, since, until);
  if (!overlap.ok) return budgetSpent(overlap.error.message);
  const { total, cells } = overlap.value;
  return ok({
    data: {
      total: wireRange(total),
      cells: cells.slice(1).map((cell, index) => ({
        campaign_ids: ids.filter((_, bit) => ((index + 1) >> bit) & 1).map(String),
        range: wireRange(cell),
      })),
    },
  });
}
