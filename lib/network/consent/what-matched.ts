import { companyBehind, companyOfList } from "@/lib/network/population/list-part";
import type { Member, Signal } from "@/lib/network/population/member";
import { type Expression, listRule } from "@/lib/network/reach/expression";
import { isRelated, satisfies } from "@/lib/network/reach/matches";
import { getSegment } from "@/lib/network/segments/taxonomy";

/** One thing about a person that an audience asked for and they had. */
export type Reason =
  | { readonly kind: "signal"; readonly segment: string; readonly name: string }
  | {
      readonly kind: "place" | "age" | "gender" | "language" | "device";
      /** The person's own. */
      readonly value: string;
    }
  | { readonly kind: "social"; readonly uses: boolean }
  | { readonly kind: "active"; readonly days: number }
  | { readonly kind: "company" | "newTo"; readonly company: string };

export interface Matched {
  /** Their own signals, places and companies, and nothing of what others would have matched by. */
  readonly reasons: readonly Reason[];
  /** Something that was asked for is not there any more: it was removed or has grown old since. */
  readonly gone: boolean;
}

/** What of a person an audience matches, on a day (days since 1970-01-01, UTC). */
export function whatMatched(expression: Expression, person: Member, today: number): Matched {
  const groups = expression.groups.filter((group) => group.length > 0);
  const bySignal = groups.map((group) =>
    person.signals.filter((signal) => group.some((rule) => satisfies(signal, rule, today))),
  );
  const known = person.companies.filter((relation) =>
    expression.with.some((rule) => isRelated(relation, rule, today)),
  );
  const listed = person.companies.filter((relation) =>
    expression.onLists.map(listRule).some((rule) => isRelated(relation, rule, today)),
  );
  const companies = [
    ...new Set([...known, ...listed].map(({ company }) => companyBehind(company))),
  ];
  // Whose list somebody is not on is no reason that they can do anything about.
  const newTo = [...new Set(expression.newTo.map(({ company }) => company))].filter(
    (company) =>
      companyOfList(company) === null &&
      !person.companies.some((relation) => relation.company === company),
  );
  return {
    reasons: [
      ...signalReasons(bySignal.flat()),
      ...companies.map((company) => ({ kind: "company" as const, company })),
      ...newTo.map((company) => ({ kind: "newTo" as const, company })),
      ...demographicReasons(expression, person),
    ],
    gone:
      bySignal.some((signals) => signals.length === 0) ||
      (expression.with.length > 0 && known.length === 0) ||
      (expression.onLists.length > 0 && listed.length === 0),
  };
}

const signalReasons = (signals: readonly Signal[]): readonly Reason[] =>
  [...new Set(signals.map(({ segment }) => segment))].map((segment) => ({
    kind: "signal",
    segment,
    name: getSegment(segment)?.name ?? segment,
  }));

function demographicReasons(asked: Expression, person: Member): readonly Reason[] {
  const { region, country } = person;
  const reasons: Reason[] = [];
  if (region !== null && asked.regions.includes(region)) {
    reasons.push({ kind: "place", value: region });
  } else if (asked.countries.includes(country)) reasons.push({ kind: "place", value: country });
  if (asked.ageBands.length > 0 && person.ageBand !== null) {
    reasons.push({ kind: "age", value: person.ageBand });
  }
  if (asked.genders.length > 0) reasons.push({ kind: "gender", value: person.gender });
  if (asked.languages.length > 0) reasons.push({ kind: "language", value: person.language });
  if (asked.devices.length > 0) reasons.push({ kind: "device", value: person.device });
  if (asked.onSocial !== null) reasons.push({ kind: "social", uses: person.onSocial });
  if (asked.activeWithinDays !== null) {
    reasons.push({ kind: "active", days: asked.activeWithinDays });
  }
  return reasons;
}
