import type { CompanyRelation } from "@/lib/network/population/member";
import { dropped, type ReportEntry } from "./line-outcomes";

/** So many companies one network holds: engines keep lists for each. */
export const mostCompanies = 10_000;

/** One relation a company and kind, the newest; none to companies that find no room. The others are said with their reason. */
export function keepCompanies(
  given: readonly CompanyRelation[],
  isFull: (company: string) => boolean,
  say: (entry: ReportEntry) => void,
): readonly CompanyRelation[] {
  const kept = new Map<string, CompanyRelation>();
  let beyond = 0;
  for (const relation of given) {
    const key = `${relation.kind} ${relation.company}`;
    const other = kept.get(key);
    if (isFull(relation.company)) beyond += 1;
    else if (!other || relation.day > other.day) kept.set(key, relation);
  }
  const twice = given.length - beyond - kept.size;
  if (twice > 0) say(dropped("duplicate_company", twice));
  if (beyond > 0) say(dropped("too_many_companies", beyond));
  return [...kept.values()];
}
