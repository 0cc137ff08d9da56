import { createHash } from "node:crypto";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { ok, type Result } from "@/lib/result";
import type { Desk } from "./desk";
import { settledEpoch } from "./epoch";
import { costOf } from "./ladder";
import { reachKey } from "./reach-ask";
import { reconcile } from "./reconcile";
import { type BudgetSpent, budgetSpent } from "./refusals";
import type { Asker, ReachCellsAsk, ReachedDay, ReachedPart } from "./release";
import { countsFrom } from "./release-cells";
import { releaseReached } from "./release-reached";
import type { ReleasedCount } from "./released";

/** So many noisy cells are drawn before others get a turn. */
const cellsATurn = 100;

/**
 * Parts of settled reach: one family of disjoint cells an ask, at the step of its total and charged once as a report, reconciled
 * with the total. Stored for good, as the total is. Empty where the total is hidden.
 */
export async function releaseReachedCells(
  desk: Desk,
  by: Asker,
  asks: readonly ReachCellsAsk[],
  load: () => Promise<readonly ReachedDay[]>,
): Promise<Result<readonly (readonly ReachedPart[])[], BudgetSpent>> {
  const totals = await releaseReached(
    desk,
    by,
    asks.map(({ of }) => of),
    load,
  );
  if (totals.some((total) => total === null)) return budgetSpent();
  const parts = new Map<string, readonly number[]>();
  const sigmas = new Set(totals.flatMap((total) => (total && !total.hidden ? total.sigma : [])));
  for (const sigma of sigmas) {
    const same = asks.filter(
      (_, index) => !totals[index]?.hidden && totals[index]?.sigma === sigma,
    );
    const rows = await noisyCells(desk, by, same, sigma, load);
    if (!rows.ok) return rows;
    for (const { key, values } of rows.value) parts.set(key, values);
  }
  return ok(
    asks.map((ask, index) => {
      const total = totals[index];
      const noisy = parts.get(cellsKey(ask));
      return total && noisy ? partsOf(total, noisy, ask.domain) : [];
    }),
  );
}

/** Stored noisy cells as parts of the total that is shown; none where it is hidden. */
export function partsOf(
  total: ReleasedCount,
  noisy: readonly number[],
  domain: ReachCellsAsk["domain"],
): readonly ReachedPart[] {
  if (total.hidden) return [];
  const people = reconcile(noisy, total.shown, total.step);
  return domain.map((values, cell) => ({
    values,
    people: total.shown < countsFrom ? null : (people[cell] ?? 0),
    share: (people[cell] ?? 0) / total.shown,
  }));
}

/** Cells of asks whose totals were released with the same sigma. */
function noisyCells(
  desk: Desk,
  by: Asker,
  asks: readonly ReachCellsAsk[],
  sigma: number,
  load: () => Promise<readonly ReachedDay[]>,
) {
  const kind = cellsKind(sigma);
  const byKey = new Map(asks.map((ask) => [cellsKey(ask), ask]));
  return desk.answer({
    by,
    use: "report",
    epoch: settledEpoch,
    kind,
    keys: [...byKey.keys()],
    price: () => costOf(sigma),
    most: costOf(sigma),
    compute: async (missing) => {
      const days = await load();
      const families: number[][] = [];
      for (const key of missing) {
        const ask = byKey.get(key);
        families.push(ask ? await familyOf(desk, ask, days, kind, key, sigma) : []);
      }
      return families;
    },
  });
}

async function familyOf(
  desk: Desk,
  { of, by, domain }: ReachCellsAsk,
  days: readonly ReachedDay[],
  kind: string,
  key: string,
  sigma: number,
): Promise<number[]> {
  const ids = new Set(of.adSetIds);
  const sets = days.filter(
    ({ adSetId, day }) => ids.has(adSetId) && day >= of.since && day <= of.until,
  );
  const counted = await desk.engine.cellsOfSets(
    sets.map(({ reached }) => reached),
    by,
  );
  const people = new Map(counted.map(({ values, count }) => [values.join("|"), peopleIn(count)]));
  const noisy: number[] = [];
  for (const values of domain) {
    const cell = values.join("|");
    noisy.push(
      (people.get(cell) ?? 0) + desk.noise(desk.settledNoise, `${kind}/${cell}`, key, sigma),
    );
    if (noisy.length % cellsATurn === 0) await new Promise((turn) => setTimeout(turn));
  }
  return noisy;
}

/** Under which parts of a total with this noise are stored. */
export const cellsKind = (sigma: number): string => `reached-cell/${sigma}`;

/** The domain is part of the question: a cell more or less is another family. */
export const cellsKey = ({ of, by, domain }: ReachCellsAsk): string => {
  const cells = createHash("sha256").update(JSON.stringify(domain)).digest("hex");
  return `${reachKey(of)}/${by.join(",")}/${cells}`;
};
