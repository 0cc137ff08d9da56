import { identityKey } from "@/lib/network/population/import/identity-key";
import {
  membersWithPhones,
  sha256Hex,
  syntheticEmail,
  syntheticPhone,
} from "@/lib/network/population/synthetic-identity";

/** So many addresses are keyed before others get on. */
const atOnce = 200;

/** Finds synthetic members by the keys that are made up for them. */
export interface SyntheticIndex {
  find(kind: "email" | "phone", key: Uint8Array): number | null;
}

/**
 * An open table of member numbers by the first four bytes of their address's key, 8 to 16 bytes a member; a hit is checked by
 * making the key again. Building it takes some microseconds a member, and lets others on in between.
 */
export async function buildSyntheticIndex(
  pepper: string,
  members: number,
  breathe: () => Promise<void>,
): Promise<SyntheticIndex> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, members * 2)));
  const slots = new Uint32Array(size);
  const emailKey = (member: number) =>
    identityKey(pepper, "email", sha256Hex(syntheticEmail(member)));
  const startOf = (key: Uint8Array) =>
    new DataView(key.buffer, key.byteOffset, 4).getUint32(0) & (size - 1);
  for (let member = 0; member < members; member += 1) {
    let at = startOf(emailKey(member));
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = member + 1;
    if (member % atOnce === atOnce - 1) await breathe();
  }
  const phones = new Map<string, number>();
  for (let member = 0; member < Math.min(members, membersWithPhones); member += 1) {
    const phone = syntheticPhone(member);
    if (phone === null) continue;
    phones.set(identityKey(pepper, "phone", sha256Hex(phone)).toString("hex"), member);
  }
  return {
    find(kind, key) {
      if (kind === "phone") return phones.get(Buffer.from(key).toString("hex")) ?? null;
      for (let at = startOf(key); slots[at] !== 0; at = (at + 1) & (size - 1)) {
        const member = (slots[at] ?? 1) - 1;
        if (emailKey(member).equals(key)) return member;
      }
      return null;
    },
  };
}
