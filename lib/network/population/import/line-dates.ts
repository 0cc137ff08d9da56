const dayMs = 86_400_000;
/** 2000-01-01: nothing that an import tells happened before. */
const earliest = 10_957;
/** Where people live ahead of UTC it is tomorrow already. */
const ahead = 1;

/** A file has few different dates, and reading one takes longer than finding it here. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/** Days since 1970-01-01 of a date that exists, written as YYYY-MM-DD. */
export function dayOf(date: string): number {
  const day = known.get(date);
  if (day !== undefined) return day;
  const read = Date.parse(`${date}T00:00:00Z`) / dayMs;
  if (known.size < mostKnown) known.set(date, read);
  return read;
}

/** What is wrong with a day of the past, seen from today. */
export function dayProblem(day: number, today: number): "future_date" | "absurd_date" | null {
  if (day > today + ahead) return "future_date";
  return day < earliest ? "absurd_date" : null;
}

export const dayOfMoment = (ms: number): number => Math.floor(ms / dayMs);
