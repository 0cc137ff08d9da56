import { daysOf } from "@/lib/campaigns/days";
import type { Standing } from "./load-standing";
import { reachCurve } from "./planned-reach";
import { plannedSpend } from "./planned-spend";
import type { Period } from "./report";

export interface PlanLine {
  readonly reachPeople: number | null;
  readonly days: { readonly day: string; readonly people: number }[];
}

const nothing: PlanLine = { reachPeople: null, days: [] };

/**
 * The planned spend of all campaigns turned into people, by the reach curve through what the period has measured: where
 * reach would stand had the money been spent as planned. Campaigns' planned reach is never added up, because people are shared.
 */
export function planLine(standing: Standing, period: Period): PlanLine {
  const { total, settled, campaigns } = standing;
  if (!settled || total.reach.hidden || total.spendMinor <= 0) return nothing;
  const plans = campaigns.flatMap(({ facts }) => facts.own?.plan ?? []);
  const curve = reachCurve(total.impressions, total.reach.shown);
  if (!curve || plans.length === 0) return nothing;
  const { step } = total.reach;
  const impressionsPerMinor = total.impressions / total.spendMinor;
  const peopleBy = (until: string): number => {
    const minor = plans.reduce(
      (sum, plan) => sum + (plannedSpend(plan, { since: period.since, until }) ?? 0),
      0,
    );
    return Math.round(curve(minor * impressionsPerMinor) / step) * step;
  };
  return {
    reachPeople: peopleBy(settled.until),
    days: daysOf(period.since, period.until).map((day) => ({ day, people: peopleBy(day) })),
  };
}
