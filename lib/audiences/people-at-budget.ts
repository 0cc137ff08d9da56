import type { CurvePoint } from "@/lib/ad-api/ad-api";

/** People a day's budget reaches, on a straight line between the forecast's points; null for no budget. Beyond the last point it stays. */
export function peopleAtBudget(curve: readonly CurvePoint[], spendMinor: number): number | null {
  if (spendMinor <= 0 || curve.length === 0) return null;
  let before = { spendMinor: 0, reach: 0 };
  for (const point of curve) {
    if (spendMinor <= point.spendMinor) {
      const width = point.spendMinor - before.spendMinor;
      const share = width > 0 ? (spendMinor - before.spendMinor) / width : 1;
      return Math.round(before.reach + share * (point.reach - before.reach));
    }
    before = point;
  }
  return before.reach;
}
