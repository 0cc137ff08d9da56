import { type AgeBand, ageBands } from "@/lib/network/reach/expression";

const bandStarts = [18, 25, 35, 45, 55, 65];

/**
 * The age band in a year of somebody born in another one: age is the year less the birth year. null below 18 and for an unknown
 * birth year.
 */
export function ageBandIn(birthYear: number | null, year: number): AgeBand | null {
  if (birthYear === null) return null;
  return ageBands[bandStarts.findLastIndex((start) => year - birthYear >= start)] ?? null;
}

/** The calendar year (UTC) of a day counted from 1970-01-01. */
export const yearOfDay = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
