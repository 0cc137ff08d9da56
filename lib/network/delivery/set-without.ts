import type { MemberSet } from "@/lib/network/reach/member-set";

/**
 * The set without these members (ascending, distinct); null when none of them is in it. One pass over the bytes, because an erasure
 * looks at every settled day: a difference that ends at somebody who goes is added to the next one.
 */
export function setWithout(set: MemberSet, members: readonly number[]): MemberSet | null {
  // Two differences never take fewer bytes than their sum, so the copy is never longer.
  const kept = new Uint8Array(set.length);
  let length = 0;
  let before = -1;
  let carried = 0;
  let next = 0;
  let found = false;
  for (let at = 0; at < set.length; ) {
    const [difference, after] = readDifference(set, at);
    const here = before + difference;
    while (next < members.length && (members[next] ?? 0) < here) next += 1;
    if (members[next] === here) {
      carried += difference;
      found = true;
    } else if (carried === 0) {
      for (let index = at; index < after; index += 1) kept[length++] = set[index] ?? 0;
    } else {
      length = write(kept, length, carried + difference);
      carried = 0;
    }
    before = here;
    at = after;
  }
  return found ? (kept.slice(0, length) as MemberSet) : null;
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

function write(bytes: Uint8Array, at: number, difference: number): number {
  let index = at;
  let left = difference;
  for (; left >= 0x80; left >>>= 7) bytes[index++] = (left & 0x7f) | 0x80;
  bytes[index++] = left;
  return index;
}
