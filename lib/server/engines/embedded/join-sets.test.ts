import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeMembers } from "@/lib/network/reach/member-set";
import { joinSets } from "./join-sets";

const members = fc
  .uniqueArray(fc.oneof(fc.nat(500), fc.nat(2 ** 31 - 1)), { maxLength: 60 })
  .map((numbers) => numbers.sort((a, b) => a - b));

test("people reached in several shards become the set that one shard would have made", () => {
  fc.assert(
    fc.property(members, fc.array(fc.nat(60), { maxLength: 4 }), (all, cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), all.length];
      const parts = ends.map((end, i) => all.slice(ends[i - 1] ?? 0, end));
      const joined = joinSets(
        parts
          .flatMap((part) => {
            const [from, last] = [part[0], part.at(-1)];
            if (from === undefined || last === undefined) return [];
            return { bytes: encodeMembers(part), from, last };
          })
          .reverse(),
      );
      expect(joined).toEqual(encodeMembers(all));
    }),
  );
});
