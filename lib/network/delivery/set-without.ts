import { decodeMembers, encodeMembers, type MemberSet } from "@/lib/network/reach/member-set";

/** The set without a member; null when the member is not in it. */
export function setWithout(set: MemberSet, member: number): MemberSet | null {
  let found = false;
  for (const other of decodeMembers(set)) {
    if (other < member) continue;
    found = other === member;
    break;
  }
  return found ? encodeMembers(others(set, member)) : null;
}

function* others(set: MemberSet, member: number): Generator<number> {
  for (const other of decodeMembers(set)) if (other !== member) yield other;
}
