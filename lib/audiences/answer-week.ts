import { formatDay } from "@/lib/format/date";

const weekMs = 7 * 86_400_000;

/** Whether an answer of the week that began on a Monday (ISO 8601) is an older week's. */
export const isOlder = (asOf: string, now: Date): boolean =>
  now.getTime() - Date.parse(asOf) >= weekMs;

/**
 * How old an answer is. It holds for a week, whoever asked first: when that was would tell what others ask, so its week is said.
 * `asOf` is the Monday, ISO 8601.
 */
export const sayWeek = (asOf: string, now: Date): string =>
  isOlder(asOf, now)
    ? `counted in the week of ${formatDay(asOf.slice(0, 10))}`
    : "counted this week";
