import type { ExactCell, SetDimensions } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import { decodeMembers, type MemberSet } from "@/lib/network/reach/member-set";
import type { Reading } from "./audience";
import { addUp, type Counted } from "./gather";
import { cellsOfSetSql } from "./questions";

/** Members named in one question: its text stays below what the servers read. */
const mostNumbers = 500_000;

/** The people of a union of sets by cell; very large unions are asked about in parts. */
export async function countSets(
  ask: (sqlOf: (reading: Reading) => string) => Promise<readonly Counted[]>,
  sets: readonly MemberSet[],
  by: SetDimensions,
): Promise<readonly ExactCell[]> {
  const members = [...new Set(sets.flatMap((set) => [...decodeMembers(set)]))];
  const counted: Counted[] = [];
  for (let first = 0; first < members.length; first += mostNumbers) {
    const some = members.slice(first, first + mostNumbers);
    counted.push(...(await ask((reading) => cellsOfSetSql(reading, some, by))));
  }
  return exactCells(counted);
}

/** What all shards and parts counted, cell by cell. */
export const exactCells = (counted: readonly Counted[]): readonly ExactCell[] =>
  [...addUp(counted).values()].map(({ values, people }) => ({ values, count: exactCount(people) }));
