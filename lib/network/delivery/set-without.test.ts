import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMembers, encodeMembers } from "@/lib/network/reach/member-set";
import { setWithout } from "./set-without";

const someMembers = fc
  .uniqueArray(fc.oneof(fc.nat(300), fc.nat(2_000_000_000)), { maxLength: 60 })
  .map((members) => members.sort((a, b) => a - b));

describe("erasing a person from a set", () => {
  it("leaves everyone else, and says when there was nobody to erase", () => {
    fc.assert(
      fc.property(someMembers, fc.nat(300), fc.nat(60), (members, stranger, index) => {
        const member = members[index] ?? stranger;
        const without = setWithout(encodeMembers(members), member);
        const left = members.filter((other) => other !== member);
        expect(without && [...decodeMembers(without)]).toEqual(
          members.includes(member) ? left : null,
        );
        if (without) expect(without).toEqual(encodeMembers(left));
      }),
      { numRuns: 300 },
    );
  });
});
