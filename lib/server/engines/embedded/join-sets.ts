import type { MemberSet } from "@/lib/network/reach/member-set";
import type { DayPart } from "./protocol";

/** Joins parts that hold separate stretches of members into one MemberSet: only the first difference of each part changes. */
export function joinSets(parts: readonly DayPart[]): MemberSet {
  const pieces: Uint8Array[] = [];
  let previous = -1;
  for (const { bytes, last } of parts.toSorted((a, b) => a.from - b.from)) {
    if (previous < 0) pieces.push(bytes);
    else pieces.push(...rebased(bytes, previous));
    previous = last;
  }
  const [only] = pieces;
  if (only && pieces.length === 1) return only as MemberSet;
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined as MemberSet;
}

/** The first number of a part counts from -1; here it must count from the last member before it. */
function rebased(bytes: Uint8Array, previous: number): [Uint8Array, Uint8Array] {
  let length = 0;
  let difference = 0;
  for (const byte of bytes) {
    difference += (byte & 0x7f) * 2 ** (7 * length);
    length += 1;
    if (byte < 0x80) break;
  }
  return [varint(difference - 1 - previous), bytes.subarray(length)];
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  while (left >= 0x80) {
    bytes.push((left % 0x80) | 0x80);
    left = Math.floor(left / 0x80);
  }
  bytes.push(left);
  return Uint8Array.from(bytes);
}
