import { countries } from "@/lib/network/population/lists";
import { exactCount } from "@/lib/network/reach/exact-count";
import { ageBands } from "@/lib/network/reach/expression";
import type { ExactOverview } from "@/lib/network/reach/overview";
import { agesPerCell } from "./cell-layout";
import { addCounts } from "./cross-tab";
import type { OverviewPart } from "./protocol";

/** The whole network's overview from its shards'. */
export function readOverview(parts: readonly OverviewPart[]): ExactOverview {
  const cells = addCounts(parts.map((part) => part.cells));
  const pairs = addCounts(parts.map((part) => part.pairs));
  const perSegment = countries.length * agesPerCell;
  const rows = Array.from({ length: cells.length / perSegment }, (_, segment) =>
    sums(cells.subarray(segment * perSegment, (segment + 1) * perSegment)),
  );
  return {
    totals: rows.map(({ all }) => exactCount(all)),
    byCountry: rows.map(({ byCountry }) => Array.from(byCountry, exactCount)),
    byAge: rows.map(({ byAge }) => Array.from(byAge.subarray(0, ageBands.length), exactCount)),
    pairs: Array.from(pairs, exactCount),
  };
}

function sums(row: Uint32Array) {
  const byCountry = new Uint32Array(countries.length);
  const byAge = new Uint32Array(agesPerCell);
  let all = 0;
  row.forEach((people, cell) => {
    const country = Math.floor(cell / agesPerCell);
    const age = cell % agesPerCell;
    byCountry[country] = (byCountry[country] ?? 0) + people;
    byAge[age] = (byAge[age] ?? 0) + people;
    all += people;
  });
  return { all, byCountry, byAge };
}
