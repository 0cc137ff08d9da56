import fc from "fast-check";
import { expect, test } from "vitest";
import { type ConsentLeaf, packConsents, unpackConsents } from "./consent-leaves";
import { purposes, recipients } from "./purposes";

const leaf: fc.Arbitrary<ConsentLeaf> = fc.record({
  member: fc.integer({ min: 1000, max: 2 ** 31 - 1 }),
  purpose: fc.constantFrom(...purposes),
  recipients: fc.subarray([...recipients], { minLength: 1 }),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  notice: fc.constantFrom("v1", "v4", "2026-11"),
});

test("consents are the same leaves again, in their order, with a place kept for erased ones", () => {
  fc.assert(
    fc.property(fc.array(fc.option(leaf)), (leaves) => {
      expect(unpackConsents(packConsents(leaves, 1000), 1000)).toEqual(leaves);
    }),
  );
});

test("consents packed before their members had numbers belong to the members that follow", () => {
  fc.assert(
    fc.property(fc.array(leaf), fc.nat(1000), (leaves, first) => {
      const early = leaves.map((one) => ({ ...one, member: one.member - 1000 }));
      const later = leaves.map((one) => ({ ...one, member: one.member - 1000 + first }));
      expect(unpackConsents(packConsents(early, 0), first)).toEqual(later);
    }),
  );
});

test("bytes that no version wrote are refused", () => {
  const packed = packConsents([], 0);
  expect(() => unpackConsents(Uint8Array.from([9, ...packed.subarray(1)]), 0)).toThrow(/version 9/);
});
