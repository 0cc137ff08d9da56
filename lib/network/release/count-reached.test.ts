import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { decodeMembers, encodeMembers } from "@/lib/network/reach/member-set";
import { countReached } from "./count-reached";
import { reachKey } from "./reach-ask";
import type { ReachAsk, ReachedDay } from "./release";

const dayOf = (index: number) => `2026-03-${String(index + 1).padStart(2, "0")}`;

const days: fc.Arbitrary<readonly ReachedDay[]> = fc
  .uniqueArray(fc.tuple(fc.nat(4), fc.nat(9)), { maxLength: 30, selector: String })
  .chain((places) =>
    fc.tuple(
      ...places.map(([adSetId, day]) =>
        fc.uniqueArray(fc.nat(40), { maxLength: 12 }).map((members) => ({
          adSetId,
          day: dayOf(day),
          reached: encodeMembers(members.sort((a, b) => a - b)),
        })),
      ),
    ),
  );

const asks: fc.Arbitrary<readonly ReachAsk[]> = fc.array(
  fc
    .tuple(fc.nat(9), fc.nat(9), fc.uniqueArray(fc.nat(4), { minLength: 1 }))
    .map(([from, length, adSetIds]) => ({
      adSetIds,
      since: dayOf(from),
      until: dayOf(Math.min(9, from + length)),
      impressions: 1000,
    })),
  { maxLength: 12 },
);

describe("people reached in many ranges at once", () => {
  it("are those of each range's sets, every person once, however the ranges lie to each other", async () => {
    await fc.assert(
      fc.asyncProperty(days, asks, async (all, ranges) => {
        const counts = await countReached(ranges, all);
        for (const ask of ranges) {
          const within = all.filter(
            ({ adSetId, day }) =>
              day >= ask.since && day <= ask.until && ask.adSetIds.includes(adSetId),
          );
          const people = new Set(within.flatMap(({ reached }) => [...decodeMembers(reached)]));
          const count = counts.get(reachKey(ask));
          expect(count === undefined ? null : peopleIn(count)).toBe(people.size);
        }
      }),
      { numRuns: 300 },
    );
  });
});
