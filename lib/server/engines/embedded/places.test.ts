import fc from "fast-check";
import { expect, test } from "vitest";
import { placeIn, type ShardRange, stretchesOf } from "./places";

const ranges = fc
  .record({ shards: fc.integer({ min: 1, max: 5 }), members: fc.nat(1_000) })
  .map(({ shards, members }) =>
    Array.from({ length: shards }, (_, shard): ShardRange => {
      const first = Math.floor((members * shard) / shards);
      const end = Math.floor((members * (shard + 1)) / shards);
      return { shard, shards, members, first, count: end - first };
    }),
  );

test("every number, however late it joins, has a place in exactly one shard", () =>
  fc.assert(
    fc.property(ranges, fc.array(fc.nat(2_000_000), { minLength: 1 }), (shards, numbers) => {
      for (const number of numbers) {
        expect(shards.filter((range) => placeIn(range, number) !== null)).toHaveLength(1);
      }
    }),
  ));

test("places lead back to their numbers, in ascending order", () =>
  fc.assert(
    fc.property(ranges, fc.nat(400_000), (shards, places) => {
      for (const range of shards) {
        let last = -1;
        for (const stretch of stretchesOf(range, places)) {
          expect(stretch.member).toBeGreaterThan(last);
          last = stretch.member + stretch.places - 1;
          expect(placeIn(range, stretch.member)).toBe(stretch.place);
          expect(placeIn(range, last)).toBe(stretch.place + stretch.places - 1);
          expect(stretch.place % 64).toBe(0);
        }
      }
    }),
  ));

test("a million people who join spread evenly over the shards", () => {
  const shards = [0, 1, 2].map((shard) => ({ shard, shards: 3, members: 0, first: 0, count: 0 }));
  const joined = shards.map(
    (range) =>
      Array.from({ length: 4_000_000 / 1_000 }, (_, i) => i * 1_000).filter(
        (number) => placeIn(range, number) !== null,
      ).length,
  );
  expect(Math.max(...joined) - Math.min(...joined)).toBeLessThanOrEqual(132);
});
