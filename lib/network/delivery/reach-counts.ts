import { decodeMembers, type MemberSet } from "@/lib/network/reach/member-set";

const pageMembers = 65_536;

/** On how many days of a sliding window each member was reached. A page of 64 KB for every 65,536 numbers that somebody is in. */
export interface ReachCounts {
  add(set: MemberSet): void;
  /** Takes back a set that was added. */
  remove(set: MemberSet): void;
  of(member: number): number;
}

export function reachCounts(): ReachCounts {
  const pages = new Map<number, Uint8Array>();
  function change(set: MemberSet, by: number): void {
    for (const member of decodeMembers(set)) {
      const number = Math.floor(member / pageMembers);
      const page = pages.get(number) ?? new Uint8Array(pageMembers);
      pages.set(number, page);
      const at = member % pageMembers;
      page[at] = (page[at] ?? 0) + by;
    }
  }
  return {
    add: (set) => change(set, 1),
    remove: (set) => change(set, -1),
    of: (member) => pages.get(Math.floor(member / pageMembers))?.[member % pageMembers] ?? 0,
  };
}
