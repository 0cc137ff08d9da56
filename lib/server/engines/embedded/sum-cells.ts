import { countries } from "@/lib/network/population/lists";
import type { ExactCell } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import { ageBands, type Dimension, devices, genders } from "@/lib/network/reach/expression";
import { cellCount, cellsPerCountry } from "./cell-layout";

const valuesOf: Readonly<Record<Dimension, readonly string[]>> = {
  country: countries.map((country) => country.code),
  age: ageBands,
  gender: genders,
  device: devices,
  social: ["no", "yes"],
};

/** A dimension's index within a cell's number; see cell-layout.ts. */
const indexIn: Readonly<Record<Dimension, (cell: number) => number>> = {
  country: (cell) => Math.floor(cell / cellsPerCountry),
  age: (cell) => Math.floor(cell / (genders.length * devices.length * 2)) % (ageBands.length + 1),
  gender: (cell) => Math.floor(cell / (devices.length * 2)) % genders.length,
  device: (cell) => Math.floor(cell / 2) % devices.length,
  social: (cell) => cell % 2,
};

/** The cross-tab of the asked dimensions from people per demographic cell; empty cells are left out. */
export function sumCells(people: Uint32Array, by: readonly Dimension[]): ExactCell[] {
  const sizes = by.map((dimension) => valuesOf[dimension].length);
  const sums = new Map<number, number>();
  for (let cell = 0; cell < cellCount; cell += 1) {
    const count = people[cell] ?? 0;
    if (count === 0) continue;
    const key = by.reduce(
      (sum, dimension, i) => sum * (sizes[i] ?? 1) + indexIn[dimension](cell),
      0,
    );
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums].map(([key, count]) => ({
    values: valuesAt(key, by),
    count: exactCount(count),
  }));
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
