import type { MemberSet } from "@/lib/network/reach/member-set";

/**
 * The set without a member; null when the member is not in it. Works on the bytes, because an erasure passes over every settled
 * day: two differences become their sum, everything else is copied.
 */
export function setWithout(set: MemberSet, member: number): MemberSet | null {
  let before = -1;
  for (let at = 0; at < set.length; ) {
    const [difference, after] = readDifference(set, at);
    const here = before + difference;
    if (here > member) return null;
    if (here === member) return spliced(set, at, after, difference);
    before = here;
    at = after;
  }
  return null;
}

function spliced(set: MemberSet, at: number, after: number, difference: number): MemberSet {
  const start = set.subarray(0, at);
  if (after === set.length) return start.slice() as MemberSet;
  const [next, rest] = readDifference(set, after);
  const sum = written(difference + next);
  const joined = new Uint8Array(at + sum.length + set.length - rest);
  joined.set(start);
  joined.set(sum, at);
  joined.set(set.subarray(rest), at + sum.length);
  return joined as MemberSet;
}

function readDifference(set: MemberSet, at: number): readonly [number, number] {
  let value = 0;
  let shift = 0;
  for (let index = at; ; index += 1) {
    const byte = set[index] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, index + 1];
    shift += 7;
  }
}

function written(difference: number): readonly number[] {
  const bytes: number[] = [];
  let left = difference;
  for (; left >= 0x80; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
  bytes.push(left);
  return bytes;
}
