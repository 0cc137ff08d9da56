import fc from "fast-check";
import { expect, test } from "vitest";
import { containment } from "./reach-ask";

const day = fc.integer({ min: 1, max: 6 }).map((number) => `2026-03-0${number}`);
const someAsk = fc.record({
  adSetIds: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
  since: day,
  until: day,
  impressions: fc.constant(1),
});

test("one range holds another when it is as long on both sides and has all its ad sets", () => {
  fc.assert(
    fc.property(fc.array(someAsk, { minLength: 1, maxLength: 8 }), (asks) => {
      const contains = containment(asks);
      for (const outer of asks) {
        for (const inner of asks) {
          const isLonger = outer.since <= inner.since && outer.until >= inner.until;
          const hasAll = inner.adSetIds.every((id) => outer.adSetIds.includes(id));
          expect(contains(outer, inner)).toBe(isLonger && hasAll);
        }
      }
    }),
  );
});
