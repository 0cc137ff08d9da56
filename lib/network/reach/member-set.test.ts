import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeMembers, emptySet, encodeMembers } from "./member-set";

const anyMembers = fc
  .uniqueArray(fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 1)), { maxLength: 300 })
  .map((members) => members.sort((a, b) => a - b));

test("a set gives back the members it was made of", () => {
  fc.assert(
    fc.property(anyMembers, (members) => {
      expect([...decodeMembers(encodeMembers(members))]).toEqual(members);
    }),
  );
});

test("equal sets are equal bytes, and nobody is no bytes", () => {
  expect(encodeMembers([])).toEqual(emptySet);
  expect([...encodeMembers([0, 1, 129, 130])]).toEqual([1, 1, 0x80, 1, 1]);
  expect([...decodeMembers(encodeMembers([2 ** 31 - 1]))]).toEqual([2 ** 31 - 1]);
});

test("members out of order or twice are refused", () => {
  expect(() => encodeMembers([3, 3])).toThrow(RangeError);
  expect(() => encodeMembers([3, 2])).toThrow(RangeError);
  expect(() => encodeMembers([-1])).toThrow(RangeError);
});
