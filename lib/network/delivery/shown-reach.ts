import { displayProjection } from "@/lib/network/release/display";
import type { ReachAsk } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import type { ReachBasis } from "./delivery";
import type { SettledNumbers } from "./flight";
import { type OpenDay, projectedReach } from "./open-day";
import type { ProjectReach } from "./projected-sizes";

export interface ShownReach {
  readonly count: ReleasedCount;
  readonly basis: ReachBasis;
}

interface Parts {
  /** null: nothing was delivered on closed days. */
  readonly of: ReachAsk | null;
  /** What was released for it, if anything. */
  readonly known: ReleasedCount | null;
  readonly open: readonly OpenDay[];
  readonly settledDays: () => readonly SettledNumbers[];
  readonly project: ProjectReach;
  readonly now: Date;
}

/** What a row shows for a reach: the released number, or a projection from what is released already, and which of them it is. */
export async function shownReach(parts: Parts): Promise<ShownReach> {
  const { of, known, open, settledDays, project, now } = parts;
  if (known && open.length === 0) return { count: known, basis: "released" };
  const projection = (people: number, basis: ReachBasis): ShownReach => ({
    count: displayProjection(people, now.toISOString()),
    basis,
  });
  if (open.length > 0) {
    return projection(projectedReach(open, known, of?.impressions ?? 0), "open_day");
  }
  if (!of) return projection(0, "released");
  return projection(await project(settledDays()), of.ifKnown ? "not_opened" : "budget_spent");
}

/** Cumulative reach in order, which only grows: where a projection stands between released numbers it gives way to them. */
export function growing(all: readonly ShownReach[]): readonly ShownReach[] {
  const grown: ShownReach[] = [];
  let most = Number.POSITIVE_INFINITY;
  for (const one of [...all].reverse()) {
    const { count, basis } = one;
    if (basis === "released" && !count.hidden) most = Math.min(most, count.shown);
    grown.unshift(basis === "budget_spent" && count.shown > most ? projected(most, one) : one);
  }
  let least = 0;
  return grown.map((one) => {
    const risen =
      one.basis === "budget_spent" && one.count.shown < least ? projected(least, one) : one;
    least = Math.max(least, risen.count.shown);
    return risen;
  });
}

const projected = (people: number, { count, basis }: ShownReach): ShownReach => ({
  count: displayProjection(people, count.asOf),
  basis,
});

/** A projection gives way to what the same answer shows of a longer range. */
export const notAbove = (
  { count, basis }: ShownReach,
  { count: longer }: ShownReach,
): ShownReach =>
  basis !== "released" && !longer.hidden && count.shown > longer.shown
    ? { count: displayProjection(longer.shown, count.asOf), basis }
    : { count, basis };
