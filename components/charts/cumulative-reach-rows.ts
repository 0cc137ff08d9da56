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
  const lastSettled = points.filter(({ projected }) => !projected).at(-1)?.day ?? "";
  const byDay = new Map(points.map((point) => [point.day, point]));
  const planned = new Map(plan.map(({ day, people }) => [day, people]));
  const days = [...new Set([...byDay.keys(), ...planned.keys()])].sort();
  /** Where the dashed line of today starts; nowhere when today is not projected. */
  const joinDay = points.some(({ projected }) => projected) ? lastSettled : "";
  let before: ReachPoint | null = null;
  return days.map((day) => {
    const point = byDay.get(day) ?? quietDay(day, before, lastSettled);
    before = point;
    return rowOf(day, point, planned.get(day) ?? null, joinDay);
  });
}

/** A day without a row showed no ads: as many people were reached by its end as by the end of the day before. */
const quietDay = (
  day: string,
  before: ReachPoint | null,
  lastSettled: string,
): ReachPoint | null => (before && day < lastSettled ? { ...before, day } : null);

function rowOf(
  day: string,
  point: ReachPoint | null,
  plan: number | null,
  joinDay: string,
): ReachRow {
  const said = point && !point.hidden ? point : null;
  return {
    day,
    point,
    settled: said && !said.projected ? said.shown : null,
    projected: said && (said.projected || day === joinDay) ? said.shown : null,
    band: said && [said.lower, said.upper],
    plan,
  };
}
