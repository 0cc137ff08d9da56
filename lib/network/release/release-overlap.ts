import { type ExactCount, exactCount, peopleIn } from "@/lib/network/reach/exact-count";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { ok, type Result } from "@/lib/result";
import { breather } from "./breather";
import type { Desk } from "./desk";
import { settledEpoch } from "./epoch";
import { costOf, reportLadder, sigmaOf } from "./ladder";
import { overlapOf } from "./overlap-parts";
import { adSetsKey } from "./reach-ask";
import { type BudgetSpent, budgetSpent } from "./refusals";
import type { Asker, OverlapAsk, ReachedDay } from "./release";
import { releaseReached } from "./release-reached";
import type { ReleasedOverlap } from "./released";

/** The cells are disjoint: one charge, one pass, and parts of the total that the report shows for the same ad sets. */
export async function releaseOverlap(
  desk: Desk,
  by: Asker,
  ask: OverlapAsk,
  load: () => Promise<readonly ReachedDay[]>,
): Promise<Result<ReleasedOverlap, BudgetSpent>> {
  const [total] = await releaseReached(desk, by, [ask.all], load);
  if (!total) return budgetSpent();
  const sigma = sigmaOf(reportLadder, reportLadder.length - 1);
  const named = ask.groups.map((ids, index) => ({ name: adSetsKey(ids), ids, index }));
  const groups = named.sort((a, b) => (a.name < b.name ? -1 : 1));
  const kind = `overlap/${groups.length}`;
  const key = `${ask.all.since}/${ask.all.until}/${groups.map(({ name }) => name).join("|")}`;
  const rows = await desk.answer({
    by,
    use: "report",
    epoch: settledEpoch,
    kind,
    keys: [key],
    price: () => costOf(sigma),
    most: costOf(sigma),
    compute: async () => {
      const exact = await exclusiveCells(
        groups.map(({ ids }) => ids),
        await load(),
      );
      return [
        exact
          .slice(1)
          .map(
            (cell, index) =>
              peopleIn(cell) + desk.noise(desk.settledNoise, `${kind}/${index + 1}`, key, sigma),
          ),
      ];
    },
  });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  if (!row) throw new Error("An overlap has an answer.");
  const places = groups.map(({ index }) => index);
  return ok(overlapOf({ values: row.values, places, total, sigma, asOf: row.at }));
}

/** People reached by exactly the groups whose bits are set in the index. */
async function exclusiveCells(
  groups: readonly (readonly number[])[],
  days: readonly ReachedDay[],
): Promise<readonly ExactCount[]> {
  const breathe = breather();
  let bitsOf = new Uint8Array(1 << 20);
  for (const { adSetId, reached } of days) {
    const bits = groups.reduce((sum, ids, bit) => sum + (ids.includes(adSetId) ? 2 ** bit : 0), 0);
    if (bits === 0) continue;
    for (const member of decodeMembers(reached)) {
      if (member >= bitsOf.length) bitsOf = grown(bitsOf, member);
      bitsOf[member] = (bitsOf[member] ?? 0) | bits;
    }
    await breathe();
  }
  const cells = new Array<number>(2 ** groups.length).fill(0);
  for (const bits of bitsOf) cells[bits] = (cells[bits] ?? 0) + 1;
  cells[0] = 0;
  return cells.map(exactCount);
}

function grown(bytes: Uint8Array<ArrayBuffer>, member: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * Math.max(bytes.length, member));
  larger.set(bytes);
  return larger;
}
