import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMembers, encodeMembers } from "@/lib/network/reach/member-set";
import { setWithout } from "./set-without";

const someMembers = fc
  .uniqueArray(fc.oneof(fc.nat(300), fc.nat(2_000_000_000)), { maxLength: 60 })
  .map((members) => members.sort((a, b) => a - b));

describe("erasing people from a set", () => {
  it("leaves everyone else, and says when there was nobody to erase", () => {
    const both = someMembers.chain((members) =>
      fc.tuple(fc.constant(members), fc.subarray(members), fc.uniqueArray(fc.nat(300))),
    );
    fc.assert(
      fc.property(both, ([members, some, strangers]) => {
        const going = [...new Set([...some, ...strangers])].sort((a, b) => a - b);
        const without = setWithout(encodeMembers(members), going);
        const left = members.filter((other) => !going.includes(other));
        expect(without).toEqual(left.length < members.length ? encodeMembers(left) : null);
        if (without) expect([...decodeMembers(without)]).toEqual(left);
      }),
      { numRuns: 300 },
    );
  });

  it("shortens the bytes for whoever goes, at every length of a difference", () => {
    for (const gap of [1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152]) {
      const members = [gap, 2 * gap, 3 * gap];
      for (const going of [[gap], [2 * gap], [3 * gap], [gap, 2 * gap], members]) {
        const left = members.filter((member) => !going.includes(member));
        expect(setWithout(encodeMembers(members), going)).toEqual(encodeMembers(left));
      }
    }
  });
});
