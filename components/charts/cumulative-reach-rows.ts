/** One day of cumulative reach: distinct people from the start to the end of it. */
export interface ReachPoint {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly shown: number;
  readonly lower: number;
  readonly upper: number;
  /** Today so far: a projection, not a settled number. */
  readonly projected: boolean;
  /** Fewer than `upper`, and no more is said. */
  readonly hidden?: boolean;
}

export interface PlanPoint {
  readonly day: string;
  readonly people: number;
}

export interface ReachRow {
  readonly day: string;
  readonly point: ReachPoint | null;
  readonly settled: number | null;
  /** The last settled day and the projected one, so that the dashed line starts where the solid one ends. */
  readonly projected: number | null;
  readonly band: readonly [number, number] | null;
  readonly plan: number | null;
}

/** Reached and planned people, a row a day, in the order of days. */
export function reachRows(
  points: readonly ReachPoint[],
  plan: readonly PlanPoint[] = [],
): readonly ReachRow[] {
  const byDay = new Map(points.map((point) => [point.day, point]));
  const planned = new Map(plan.map(({ day, people }) => [day, people]));
  const lastSettled = points.filter(({ projected }) => !projected).at(-1)?.day;
  const hasProjection = points.some(({ projected }) => projected);
  const days = [...new Set([...byDay.keys(), ...planned.keys()])].sort();
  let before: ReachPoint | null = null;
  return days.map((day) => {
    // A day without a row showed no ads: as many people were reached by its end as by the end of the day before.
    const quiet: ReachPoint | null =
      before && lastSettled && day < lastSettled ? { ...before, day } : null;
    const point: ReachPoint | null = byDay.get(day) ?? quiet;
    before = point;
    const said = point && !point.hidden ? point : null;
    const joins = hasProjection && day === lastSettled;
    return {
      day,
      point,
      settled: said && !said.projected ? said.shown : null,
      projected: said && (said.projected || joins) ? said.shown : null,
      band: said && [said.lower, said.upper],
      plan: planned.get(day) ?? null,
    };
  });
}
