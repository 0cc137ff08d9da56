import fc from "fast-check";
import { expect, test } from "vitest";
import { membersOf } from "@/lib/network/population/member-at";
import { childrenOf, listAllowed } from "@/lib/network/segments/taxonomy";
import { arbitraryPopulation, arbitraryToday } from "./arbitraries";
import type { MakeEngine } from "./engine-contract";
import type { OverviewSource } from "./overview";
import { referenceOverview } from "./reference-overview";

const roots = childrenOf(null);
const branches = roots.flatMap((root) => childrenOf(root.id)).map(({ id }) => id);
const segments = listAllowed().map(({ id }) => id);

/** What an overview must be: the reference's, within the bounds that were asked for. */
export function overviewContract(
  makeEngine: (
    ...given: Parameters<MakeEngine>
  ) => Promise<OverviewSource & { close(): Promise<void> }>,
): void {
  test("an overview counts nobody more often than its bounds allow, and everybody else as the reference does", () =>
    fc.assert(
      fc.asyncProperty(
        arbitraryPopulation(150),
        fc.integer({ min: 1, max: 96 }),
        fc.integer({ min: 1, max: 10 }),
        async (batches, mostSegments, mostBranches) => {
          const ask = {
            segments: segments.filter((_, i) => i % 7 === mostSegments % 7),
            mostSegments,
            branches: branches.slice(0, 12),
            mostBranches,
          };
          const engine = await makeEngine(batches, () => arbitraryToday);
          try {
            const members = batches.flatMap(membersOf);
            expect(await engine.overview(ask)).toEqual(
              referenceOverview(members, ask, arbitraryToday),
            );
          } finally {
            await engine.close();
          }
        },
      ),
      { numRuns: 6 },
    ));
}
