import type { SortBy } from "./insight-ask";
import type { TableRow } from "./insight-table";

/** Rows by the asked fields, numbers as numbers; what a row does not say comes last. Without any: as they came. */
export function sortRows(rows: readonly TableRow[], sort: readonly SortBy[]): readonly TableRow[] {
  if (sort.length === 0) return rows;
  return [...rows].sort((a, b) => {
    for (const [index, { descending }] of sort.entries()) {
      const order = compare(a.by[index], b.by[index], descending);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: unknown, b: unknown, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [left, right] = [Number(a), Number(b)];
  const isNumber = !Number.isNaN(left) && !Number.isNaN(right);
  const order = isNumber
    ? left - right
    : String(a) < String(b)
      ? -1
      : String(a) > String(b)
        ? 1
        : 0;
  return descending ? -order : order;
}
