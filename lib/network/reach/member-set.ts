declare const memberSet: unique symbol;

/** A set of member numbers, ascending, as LEB128 varints of the differences (the first from -1, so every difference is at least 1). */
export type MemberSet = Uint8Array & { readonly [memberSet]: true };

export const emptySet = new Uint8Array(0) as MemberSet;

/** Encodes ascending, distinct member numbers. */
export function encodeMembers(members: Iterable<number>): MemberSet {
  const bytes: number[] = [];
  let previous = -1;
  for (const member of members) {
    if (member <= previous) throw new RangeError("Member numbers must ascend.");
    let difference = member - previous;
    previous = member;
    while (difference >= 0x80) {
      bytes.push((difference & 0x7f) | 0x80);
      difference >>>= 7;
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes) as MemberSet;
}

/** Yields the member numbers of a set in ascending order. */
export function* decodeMembers(set: MemberSet): Generator<number> {
  let member = -1;
  let difference = 0;
  let shift = 0;
  for (const byte of set) {
    difference |= (byte & 0x7f) << shift;
    if (byte & 0x80) {
      shift += 7;
      continue;
    }
    member += difference >>> 0;
    yield member;
    difference = 0;
    shift = 0;
  }
}
