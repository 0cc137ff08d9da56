/**
 * Walker's alias method as built by Vose (1991): one random number picks an outcome with its weight, in constant time.
 * Column i yields i with probability `keep[i]`, else `alias[i]`.
 */
export interface AliasTable {
  readonly size: number;
  readonly keep: Float64Array;
  readonly alias: Uint16Array;
}

/** Weights are non-negative with a positive sum; up to 65,536 of them. */
export function aliasTable(weights: readonly number[]): AliasTable {
  const size = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (size === 0 || size > 65_536 || !(total > 0))
    throw new RangeError("Weights need a positive sum.");
  const scaled = Float64Array.from(weights, (weight) => (weight * size) / total);
  const keep = new Float64Array(size).fill(1);
  const alias = Uint16Array.from(weights, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < size; i += 1) ((scaled[i] ?? 0) < 1 ? small : large).push(i);
  for (;;) {
    const less = small.pop();
    const more = large.pop();
    if (less === undefined || more === undefined) break;
    keep[less] = scaled[less] ?? 0;
    alias[less] = more;
    const left = (scaled[more] ?? 0) + (scaled[less] ?? 0) - 1;
    scaled[more] = left;
    (left < 1 ? small : large).push(more);
  }
  return { size, keep, alias };
}

/** `unit` is in [0, 1): its whole part over the columns chooses one, its fraction decides between column and alias. */
export function pick(table: AliasTable, unit: number): number {
  const place = unit * table.size;
  const column = place | 0;
  return place - column < (table.keep[column] ?? 1) ? column : (table.alias[column] ?? column);
}

/** Zipf's law: rank r (from 0) weighs 1 / (r + 1)^exponent. */
export const zipf = (rank: number, exponent: number): number => (rank + 1) ** -exponent;
