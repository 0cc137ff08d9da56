export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface PeriodPreset extends DayRange {
  readonly label: string;
}

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The usual periods, seen from a day (YYYY-MM-DD). Rolling ones end with the last closed day. */
export function periodPresets(today: string): readonly PeriodPreset[] {
  const now = Date.parse(`${today}T00:00:00Z`);
  const date = new Date(now);
  const monthStart = (back: number) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1);
  const last = (days: number) => ({ from: iso(now - days * dayMs), to: iso(now - dayMs) });
  return [
    { label: "Last 7 days", ...last(7) },
    { label: "Last 28 days", ...last(28) },
    { label: "Last 8 weeks", ...last(56) },
    { label: "This month", from: iso(monthStart(0)), to: today },
    { label: "Last month", from: iso(monthStart(1)), to: iso(monthStart(0) - dayMs) },
  ];
}
