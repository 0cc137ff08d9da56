import { dayOf } from "@/lib/network/delivery/calendar";
import type { ReleasedOverlap } from "@/lib/network/release/released";
import { ok } from "@/lib/result";
import { budgetSpent, missing, noSuchObject, wrong } from "./fault";
import { readRange } from "./insight-range";
import { decode, listParam } from "./params";
import { releaseFault } from "./reach-estimate";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { type CheckedTargeting, checkWholeTargeting } from "./targeted-audiences";
import { toExpression } from "./targeting-expression";
import { wireRange } from "./wire-range";

const most = 6;

/**
 * `GET /act_n/nod_overlap`: how many people exactly these campaigns reached, or exactly these targetings fit, for every mix of 2 to 6, and
 * in which order each next one adds the most.
 */
export async function reachOverlap(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  return edge.params.targeting_specs === undefined
    ? overlapOfCampaigns(scope, account, edge)
    : overlapOfTargetings(scope, account, edge);
}

async function overlapOfTargetings(scope: Scope, account: AdAccount, edge: EdgeCall): Answer {
  const given = decode(edge.params.targeting_specs);
  if (!Array.isArray(given) || given.length < 2 || given.length > most) {
    return wrong(["targeting_specs"], `Give a list of 2 to ${most} targetings.`);
  }
  const specs: CheckedTargeting[] = [];
  for (const [at, raw] of given.entries()) {
    const spec = await checkWholeTargeting(scope, account, raw, `targeting_specs.${at}`);
    if (!spec.ok) return spec;
    specs.push(spec.value);
  }
  const expressions = specs.map(({ targeting, audiences }) => toExpression(targeting, audiences));
  const overlap = await scope.deps.release.overlap(scope.caller, expressions);
  if (!overlap.ok) return releaseFault(overlap.error, specs[0]?.targeting ?? {});
  return ok({ data: wireOverlap(overlap.value, (places) => ({ specs: places })) });
}

async function overlapOfCampaigns(scope: Scope, account: AdAccount, edge: EdgeCall): Answer {
  const names = listParam(edge.params, "campaign_ids");
  if (!names) return missing("campaign_ids");
  const ids = [...new Set(names.map(Number))];
  if (ids.length < 2 || ids.length > most) {
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
  const named = (places: readonly number[]) => ({
    campaign_ids: places.flatMap((place) => ids[place] ?? []).map(String),
  });
  return ok({ data: wireOverlap(overlap.value, named) });
}

/** Always as many cells, sizes and steps as the number of sides asks for, whatever is hidden in them. */
function wireOverlap<Named>(
  { total, cells, sizes, order }: ReleasedOverlap,
  named: (places: readonly number[]) => Named,
) {
  const places = sizes.map((_, place) => place);
  return {
    total: wireRange(total),
    as_of: total.asOf,
    cells: cells.slice(1).map((cell, index) => ({
      ...named(places.filter((place) => ((index + 1) >> place) & 1)),
      range: wireRange(cell),
    })),
    sizes: sizes.map((size, place) => ({ ...named([place]), range: wireRange(size) })),
    order: order.map(({ index, adds, reached }) => ({
      ...named([index]),
      adds: wireRange(adds),
      reached: wireRange(reached),
    })),
  };
}
