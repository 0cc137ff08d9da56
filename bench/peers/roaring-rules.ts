import { companies, segmentIds } from "@/lib/network/population/lists";
import type { SegmentRule } from "@/lib/network/reach/expression";
import { usualPlanes } from "@/lib/server/engines/embedded/protocol";
import type { People, Rows } from "../people";
import { type PlannedRule, segmentRule } from "./ask-plan";

/** The part of the package that is used. */
export interface Bitmap {
  readonly size: number;
  andInPlace(other: Bitmap): unknown;
  andNotInPlace(other: Bitmap): unknown;
  andCardinality(other: Bitmap): number;
  rangeCardinality(from: number | undefined, to: number | undefined): number;
  runOptimize(): boolean;
  clone(): Bitmap;
  getSerializationSizeInBytes(format: "portable"): number;
}
export interface Bitmaps {
  from(values: Uint32Array): Bitmap;
  fromRange(from: number | undefined, to: number | undefined): Bitmap;
  orMany(bitmaps: readonly Bitmap[]): Bitmap;
  and(a: Bitmap, b: Bitmap): Bitmap;
}

/** Every freshness and strength that the workload asks about is prepared: a bitmap cannot be narrowed afterwards. */
const filters = [
  { withinDays: 180, minStrength: 1 },
  { withinDays: 90, minStrength: 1 },
  { withinDays: 30, minStrength: 1 },
  { withinDays: 180, minStrength: 2 },
] as const;

/**
 * A bitmap for each segment in each filter, and for each company; and, as the embedded engine does, one for each of the
 * heaviest rules over several segments.
 */
export function ruleBitmaps(bitmaps: Bitmaps, people: People, place: Uint32Array) {
  const narrowed = filters.map((filter) => {
    const { leastHow, fromDay } = segmentRule({ segment: "", ...filter });
    const bySegment = bitmapsBy(
      bitmaps,
      people.signals,
      segmentIds.length,
      place,
      (row) =>
        (people.signals.how[row] ?? 0) >= leastHow && (people.signals.day[row] ?? 0) >= fromDay,
    );
    return { leastHow, fromDay, bySegment };
  });
  const byCompany = bitmapsBy(bitmaps, people.companies, companies.length, place, () => true);
  const prepared = new Map<string, Bitmap>();

  const find = ({ of, what, leastHow, fromDay }: PlannedRule): Bitmap[] => {
    if (of === "companies") return what.flatMap((index) => byCompany[index] ?? []);
    const fit = narrowed.find((one) => one.leastHow === leastHow && one.fromDay === fromDay);
    if (!fit) throw new Error("The workload asks about a freshness or strength without bitmaps.");
    return what.flatMap((index) => fit.bySegment[index] ?? []);
  };
  const keyOf = (rule: PlannedRule) => `${rule.what[0]}/${rule.leastHow}/${rule.fromDay}`;

  const sizeOf = (rule: PlannedRule) => find(rule).reduce((sum, bitmap) => sum + bitmap.size, 0);
  const heaviest = segmentIds
    .flatMap((segment) =>
      filters.map((filter) => segmentRule({ segment, ...filter } satisfies SegmentRule)),
    )
    .filter(({ what }) => what.length > 1)
    .map((rule) => ({ rule, size: sizeOf(rule) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, usualPlanes.standing);
  for (const { rule } of heaviest) prepared.set(keyOf(rule), bitmaps.orMany(find(rule)));

  return {
    bitmapsOf(rule: PlannedRule): Bitmap[] {
      const known = rule.of === "signals" ? prepared.get(keyOf(rule)) : undefined;
      return known ? [known] : find(rule);
    },
    everything: [
      ...narrowed.flatMap(({ bySegment }) => bySegment),
      ...byCompany,
      ...prepared.values(),
    ],
  };
}

function bitmapsBy(
  bitmaps: Bitmaps,
  rows: Rows,
  count: number,
  place: Uint32Array,
  passes: (row: number) => boolean,
): Bitmap[] {
  const ends = new Uint32Array(count + 1);
  for (const row of rowsWhere(rows.count, passes)) bump(ends, (rows.what[row] ?? 0) + 1);
  for (let i = 0; i < count; i += 1) ends[i + 1] = (ends[i + 1] ?? 0) + (ends[i] ?? 0);
  const places = new Uint32Array(ends[count] ?? 0);
  const cursor = ends.slice();
  for (const row of rowsWhere(rows.count, passes)) {
    places[bump(cursor, rows.what[row] ?? 0)] = place[rows.person[row] ?? 0] ?? 0;
  }
  return Array.from({ length: count }, (_, i) => {
    const bitmap = bitmaps.from(places.subarray(ends[i], ends[i + 1]).sort());
    bitmap.runOptimize();
    return bitmap;
  });
}

/** Adds one and answers what stood there. */
function bump(counts: Uint32Array, index: number): number {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}

function* rowsWhere(count: number, passes: (row: number) => boolean): Generator<number> {
  for (let row = 0; row < count; row += 1) if (passes(row)) yield row;
}
