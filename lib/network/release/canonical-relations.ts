import {
  type CompanyRule,
  companyKinds,
  type Expression,
  windowsDays,
} from "@/lib/network/reach/expression";

type Relations = Pick<Expression, "with" | "newTo" | "onLists">;

/** How far back a rule reaches, per company and kind: 0 not at all, then the windows, then any time. */
type Reaches = ReadonlyMap<string, readonly number[]>;

const nowhere: readonly number[] = companyKinds.map(() => 0);

/**
 * The shortest way to say which companies a person must or may not work with. Each kind of relation is known once a company,
 * by its last day, so a rule is one number and the rules of one company and kind are the widest of them. Lists have ids of their own,
 * which no rule on a company names, so the two groups are simplified apart. null: nobody.
 */
export function canonicalRelations({ with: rules, newTo, onLists }: Relations): Relations | null {
  const excluded = reachesOf(newTo);
  const asked = new Map(
    [...reachesOf(rules)].map(([company, reaches]) => {
      const none = excluded.get(company) ?? nowhere;
      return [company, reaches.map((reach, kind) => (reach > (none[kind] ?? 0) ? reach : 0))];
    }),
  );
  const possible = rulesIn(asked);
  if (rules.length > 0 && possible.length === 0) return null;
  const lists = [...new Set(onLists)].filter((list) => !isShut(excluded, list)).sort();
  if (onLists.length > 0 && lists.length === 0) return null;
  return { with: possible, newTo: rulesIn(excluded), onLists: lists };
}

/** Nobody who stands on the list, since whenever, is let in. */
const isShut = (excluded: Reaches, list: string): boolean =>
  excluded.get(list)?.[companyKinds.indexOf("customer_list")] === windowsDays.length + 1;

function reachesOf(rules: readonly CompanyRule[]): Reaches {
  const reaches = new Map<string, readonly number[]>();
  for (const { company, kind, withinDays } of rules) {
    const far = withinDays === null ? windowsDays.length + 1 : windowsDays.indexOf(withinDays) + 1;
    const before = reaches.get(company) ?? nowhere;
    reaches.set(
      company,
      before.map((reach, at) =>
        kind === null || companyKinds[at] === kind ? Math.max(reach, far) : reach,
      ),
    );
  }
  return reaches;
}

/** A rule for both kinds where both reach equally far. */
function rulesIn(reaches: Reaches): readonly CompanyRule[] {
  return [...reaches]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([company, far]) => {
      const rule = (kind: CompanyRule["kind"], reach: number) => ({
        company,
        kind,
        withinDays: windowsDays[reach - 1] ?? null,
      });
      const [first = 0] = far;
      if (first > 0 && far.every((reach) => reach === first)) return [rule(null, first)];
      return companyKinds.flatMap((kind, at) => {
        const reach = far[at] ?? 0;
        return reach > 0 ? [rule(kind, reach)] : [];
      });
    });
}
