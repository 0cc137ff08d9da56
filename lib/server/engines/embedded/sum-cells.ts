import { countries } from "@/lib/network/population/lists";
import type { ExactCell } from "@/lib/network/reach/engine";
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

/** The cross-tab of the asked dimensions from people per demographic cell; empty cells are left out. */
export function sumCells(people: Uint32Array, by: readonly Dimension[]): ExactCell[] {
  const sums = new Uint32Array(by.reduce((size, one) => size * valuesOf[one].length, 1));
  const columns = by.map((one) => ({ index: indexIn[one], size: valuesOf[one].length }));
  for (let cell = 0; cell < cellCount; cell += 1) {
    const count = people[cell] ?? 0;
    if (count === 0) continue;
    let key = 0;
    for (const { index, size } of columns) key = key * size + (index[cell] ?? 0);
    sums[key] = (sums[key] ?? 0) + count;
  }
  const cells: ExactCell[] = [];
  sums.forEach((count, key) => {
    if (count > 0) cells.push({ values: valuesAt(key, by), count: exactCount(count) });
  });
  return cells;
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
