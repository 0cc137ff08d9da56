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

/** A budget in the middle of the forecast, rounded to one digit of its major unit: "EUR 800". null: no forecast. */
export function typicalBudget(curve: readonly CurvePoint[], minorUnits: number): number | null {
  const middle = curve[Math.floor(curve.length / 2)];
  if (!middle || middle.spendMinor <= 0) return null;
  const major = Math.max(1, middle.spendMinor / minorUnits);
  const digit = 10 ** Math.floor(Math.log10(major));
  return Math.round(major / digit) * digit * minorUnits;
}
