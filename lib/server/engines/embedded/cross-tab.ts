import { countries, regions } from "@/lib/network/population/lists";
import type { ExactCell, SetDimensions } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import { ageBands, type Dimension, devices, genders } from "@/lib/network/reach/expression";
import { agesPerCell, cellCount, cellsPerCountry } from "./cell-layout";

const valuesOf: Readonly<Record<Dimension, readonly string[]>> = {
  country: countries.map((country) => country.code),
  age: ageBands,
  gender: genders,
  device: devices,
  social: ["no", "yes"],
};

/** A dimension's index within each cell's number; see cell-layout.ts. */
const indexIn: Readonly<Record<Dimension, Uint8Array>> = {
  country: indexes((cell) => Math.floor(cell / cellsPerCountry)),
  age: indexes((cell) => Math.floor(cell / (genders.length * devices.length * 2)) % agesPerCell),
  gender: indexes((cell) => Math.floor(cell / (devices.length * 2)) % genders.length),
  device: indexes((cell) => Math.floor(cell / 2) % devices.length),
  social: indexes((cell) => cell % 2),
};

function indexes(indexOf: (cell: number) => number): Uint8Array {
  return Uint8Array.from({ length: cellCount }, (_, cell) => indexOf(cell));
}

/** People per demographic cell, without the empty cells. */
export interface PeopleByCell {
  readonly cells: Uint16Array;
  readonly people: Uint32Array;
  readonly total: number;
}

/** The sum of what the shards counted, cell by cell. */
export function sumShards(parts: readonly Uint32Array[]): PeopleByCell {
  const all = addCounts(parts);
  const cells = new Uint16Array(cellCount);
  const people = new Uint32Array(cellCount);
  let filled = 0;
  let total = 0;
  for (let cell = 0; cell < all.length; cell += 1) {
    const count = all[cell] ?? 0;
    if (count === 0) continue;
    cells[filled] = cell;
    people[filled] = count;
    filled += 1;
    total += count;
  }
  return { cells: cells.slice(0, filled), people: people.slice(0, filled), total };
}

/** The cross-tab of the asked dimensions; empty cells are left out. */
export function crossTab(
  { cells, people }: PeopleByCell,
  by: readonly Dimension[],
): readonly ExactCell[] {
  const sums = new Uint32Array(by.reduce((size, one) => size * valuesOf[one].length, 1));
  const keys = new Uint32Array(cells.length);
  for (const one of by) {
    const index = indexIn[one];
    const size = valuesOf[one].length;
    for (let i = 0; i < keys.length; i += 1) {
      keys[i] = (keys[i] ?? 0) * size + (index[cells[i] ?? 0] ?? 0);
    }
  }
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? 0;
    sums[key] = (sums[key] ?? 0) + (people[i] ?? 0);
  }
  const found: ExactCell[] = [];
  for (let key = 0; key < sums.length; key += 1) {
    const count = sums[key] ?? 0;
    if (count > 0) found.push({ values: valuesAt(key, by), count: exactCount(count) });
  }
  return found;
}

function valuesAt(key: number, by: readonly Dimension[]): string[] {
  let left = key;
  return by
    .toReversed()
    .map((dimension) => {
      const values = valuesOf[dimension];
      const value = values[left % values.length] ?? "";
      left = Math.floor(left / values.length);
      return value;
    })
    .reverse();
}

export function addCounts(parts: readonly Uint32Array[]): Uint32Array {
  const [first, ...others] = parts;
  if (!first) return new Uint32Array(0);
  for (const part of others) {
    for (let i = 0; i < first.length; i += 1) first[i] = (first[i] ?? 0) + (part[i] ?? 0);
  }
  return first;
}

export const isByRegion = (by: SetDimensions): by is readonly ["region"] => by[0] === "region";

/** People by region, from counts in the order of the list; those of no known region come last, as "". */
export const regionTab = (counts: Uint32Array): readonly ExactCell[] =>
  Array.from(counts).flatMap((people, index) =>
    people > 0 ? [{ values: [regions[index]?.code ?? ""], count: exactCount(people) }] : [],
  );
