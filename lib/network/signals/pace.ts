/** How many signals of one person were taken in one hour of the clock, and how often each segment in each of its minutes. */
export interface Pace {
  readonly total: number;
  /** By `segment@minute`. */
  readonly minutes: Readonly<Record<string, number>>;
}

export const noPace: Pace = { total: 0, minutes: {} };

/** More than this no person gives: a message every half minute, all hour, about something that can be named. */
export const mostAnHour = 120;
/** The same interest, within one minute. */
export const mostAMinute = 10;
/** For so long everything is kept out after that. */
export const quarantineMs = 24 * 3_600_000;

export const hourOf = (at: Date): number => Math.floor(at.getTime() / 3_600_000);

/** The pace with one more; null when that is more than a person gives. */
export function paceWith(pace: Pace, segment: string, at: Date): Pace | null {
  const minute = `${segment}@${at.getUTCMinutes()}`;
  const inMinute = (pace.minutes[minute] ?? 0) + 1;
  if (pace.total >= mostAnHour || inMinute > mostAMinute) return null;
  return { total: pace.total + 1, minutes: { ...pace.minutes, [minute]: inMinute } };
}
