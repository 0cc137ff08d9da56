import type { CompanyRelation } from "@/lib/network/population/member";
import { dropped, type ReportEntry } from "./line-outcomes";

/** One relation a declared company and kind, the newest. The others are said with their reason. */
export function keepCompanies(
  given: readonly CompanyRelation[],
  isDeclared: (company: string) => boolean,
  say: (entry: ReportEntry) => void,
): readonly CompanyRelation[] {
  const kept = new Map<string, CompanyRelation>();
  let undeclared = 0;
  for (const relation of given) {
    const key = `${relation.kind} ${relation.company}`;
    const other = kept.get(key);
    if (!isDeclared(relation.company)) undeclared += 1;
    else if (!other || relation.day > other.day) kept.set(key, relation);
  }
  const twice = given.length - undeclared - kept.size;
  if (twice > 0) say(dropped("duplicate_company", twice));
  if (undeclared > 0) say(dropped("undeclared_company", undeclared));
  return [...kept.values()];
}
