/** Days as people in a zone have them: YYYY-MM-DD, 23 to 25 hours long where clocks change. */
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number =>
  Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs);

export const dayOfNumber = (days: number): string =>
  new Date(days * dayMs).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOfNumber(dayNumber(day) + days);

/** The days from `since` to `until`, both included. */
export function daysBetween(since: string, until: string): string[] {
  const first = dayNumber(since);
  const length = Math.max(0, dayNumber(until) - first + 1);
  return Array.from({ length }, (_, index) => dayOfNumber(first + index));
}

/** 0 is Sunday. */
export const weekday = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** The day that a moment falls on in a zone. */
export const dayOf = (at: Date, timeZone: string): string => localTime(at, timeZone).day;

/** A day is closed when the next one has begun. */
export const lastClosedDay = (now: Date, timeZone: string): string =>
  addDays(dayOf(now, timeZone), -1);

/** The first moment of a day: midnight, or later where clocks jump over midnight. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(remembered(starts, `${timeZone} ${day}`, () => findStart(day, timeZone)));
}

export interface Hour {
  /** Milliseconds since 1970, here and below. */
  readonly from: number;
  readonly to: number;
  /** 0-23 on the zone's clock. */
  readonly local: number;
}

/** The hours of a day in order: 24, or 23 or 25 where clocks change. */
export function hoursOf(day: string, timeZone: string): readonly Hour[] {
  return remembered(hours, `${timeZone} ${day}`, () => {
    const start = startOfDay(day, timeZone).getTime();
    const end = startOfDay(addDays(day, 1), timeZone).getTime();
    const list: Hour[] = [];
    for (let from = start; from < end; from += hourMs) {
      const local = localTime(new Date(from), timeZone).hour;
      list.push({ from, to: Math.min(end, from + hourMs), local });
    }
    return list;
  });
}

const starts = new Map<string, number>();
const hours = new Map<string, readonly Hour[]>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Zones are between 12 hours behind and 14 ahead of UTC; the day turns exactly once in between. */
function findStart(day: string, timeZone: string): number {
  const utc = dayNumber(day) * dayMs;
  let before = utc - 15 * hourMs;
  let after = utc + 15 * hourMs;
  while (after - before > minuteMs) {
    const middle = before + Math.floor((after - before) / (2 * minuteMs)) * minuteMs;
    if (localTime(new Date(middle), timeZone).day < day) before = middle;
    else after = middle;
  }
  return after;
}

function localTime(at: Date, timeZone: string): { readonly day: string; readonly hour: number } {
  const format = remembered(
    formats,
    timeZone,
    () =>
      new Intl.DateTimeFormat("en-CA", {
        timeZone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        hourCycle: "h23",
      }),
  );
  const [day = "", hour = "0"] = format.format(at).split(", ");
  return { day, hour: Number.parseInt(hour, 10) };
}

function remembered<T>(memory: Map<string, T>, name: string, make: () => T): T {
  const known = memory.get(name);
  if (known !== undefined) return known;
  if (memory.size > 20_000) memory.clear();
  const made = make();
  memory.set(name, made);
  return made;
}
