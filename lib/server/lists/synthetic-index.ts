import {
  membersWithPhones,
  sha256Hex,
  syntheticEmail,
  syntheticPhone,
} from "@/lib/network/population/synthetic-identity";

/** So many addresses are hashed before others get on. */
const atOnce = 500;

/** Finds synthetic members by the SHA-256 of what is made up for them. */
export interface SyntheticIndex {
  find(kind: "email" | "phone", sha256: string): number | null;
}

/**
 * An open table of member numbers by the first eight digits of their address's SHA-256, 8 to 16 bytes a member; a hit is checked
 * by hashing again. Building it takes a few microseconds a member, and lets others on in between.
 */
export async function buildSyntheticIndex(
  members: number,
  breathe: () => Promise<void>,
): Promise<SyntheticIndex> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, members * 2)));
  const slots = new Uint32Array(size);
  const emailOf = (member: number) => sha256Hex(syntheticEmail(member));
  const startOf = (sha256: string) => Number.parseInt(sha256.slice(0, 8), 16) & (size - 1);
  for (let member = 0; member < members; member += 1) {
    let at = startOf(emailOf(member));
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = member + 1;
    if (member % atOnce === atOnce - 1) await breathe();
  }
  const phones = new Map<string, number>();
  for (let member = 0; member < Math.min(members, membersWithPhones); member += 1) {
    const phone = syntheticPhone(member);
    if (phone !== null) phones.set(sha256Hex(phone), member);
  }
  return {
    find(kind, sha256) {
      if (kind === "phone") return phones.get(sha256) ?? null;
      for (let at = startOf(sha256); slots[at] !== 0; at = (at + 1) & (size - 1)) {
        const member = (slots[at] ?? 1) - 1;
        if (emailOf(member) === sha256) return member;
      }
      return null;
    },
  };
}
