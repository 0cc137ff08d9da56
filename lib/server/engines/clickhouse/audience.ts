import type { Clause, Clauses } from "./clauses";
import { allOf, anyOf, nest } from "./sql";
import type { Place } from "./tables";

/** Which tables a question reads: an epoch's bitmaps and what changed since they were made. */
export interface Reading {
  readonly place: Place;
  readonly epoch: number;
}

/**
 * Rows (chunk, kept0, kept1, ...): the unchanged members of each audience as bitmaps, all of them from one pass over the
 * bitmaps that any of them needs.
 */
export function unchangedMembers({ place, epoch }: Reading, audiences: readonly Clauses[]): string {
  const { database, chunk } = place;
  const names = new Map<string, string>();
  const nameOf = ({ bits }: Clause): string => {
    const name = names.get(bits) ?? `b${names.size}`;
    names.set(bits, name);
    return name;
  };
  const kept = audiences.map(({ all, none }) =>
    nest("bitmapAndnot", [nest("bitmapAnd", all.map(nameOf)), ...none.map(nameOf), "changed"]),
  );
  const merged = [...names].map(
    ([bits, name]) => `groupBitmapMergeStateIf(people, ${bits}) AS ${name}`,
  );
  return `SELECT chunk, ${kept.map((people, i) => `${people} AS kept${i}`).join(", ")}
FROM (SELECT chunk, ${merged.join(", ")} FROM ${database}.bits
  WHERE epoch = ${epoch} AND ${anyOf([...names.keys()])} GROUP BY chunk) AS unchanged
LEFT JOIN (SELECT toUInt16(intDiv(member, ${chunk})) AS chunk, groupBitmapState(member) AS changed
  FROM ${database}.fresh WHERE epoch >= ${epoch} GROUP BY chunk) AS touched USING chunk`;
}

/** The rows of members who changed since the epoch's bitmaps were made and have not left, each as it stands now. */
export const changedMembers = ({ place, epoch }: Reading): string =>
  `(SELECT * FROM ${place.database}.fresh FINAL WHERE epoch >= ${epoch} AND gone = 0)`;

/** Whether a member's row belongs to an audience. */
export const fits = ({ all, none }: Clauses): string =>
  allOf([...all.map(({ row }) => row), ...none.map(({ row }) => `NOT ${row}`)]);
