import { memorySuppressions } from "@/lib/network/consent/memory-suppressions";
import { identityKey } from "@/lib/network/population/import/identity-key";
import type { Member } from "@/lib/network/population/member";
import {
  sha256Hex,
  syntheticEmail,
  syntheticPhone,
} from "@/lib/network/population/synthetic-identity";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberAfter } from "@/lib/network/reach/member-after";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createCustomerLists } from "./customer-lists";
import type { ListRow } from "./list-digest";
import type { MemberIdentities } from "./list-store";
import { memoryListStore } from "./memory-list-store";

export const listPepper = "a pepper that only tests know, 32 characters";
export const listNow = new Date("2026-11-22T12:00:00Z");

/** How a company knows a member: by their address. */
export const emailOf = (member: number): string => sha256Hex(syntheticEmail(member));
export const phoneOf = (member: number): string => sha256Hex(syntheticPhone(member) ?? "");
export const rowOf = (member: number): ListRow => ({ email: emailOf(member), phone: null });
/** Somebody who is not in the network. */
export const strangerEmail = (n: number): string => sha256Hex(`stranger-${n}@elsewhere.example`);

const keysOf = (member: number): readonly Buffer[] => [
  identityKey(listPepper, "email", emailOf(member)),
  ...(syntheticPhone(member) ? [identityKey(listPepper, "phone", phoneOf(member))] : []),
];

/** Members with their addresses in memory, the engine that is obviously right, and lists over both. */
export function aListNetwork(members: readonly Member[], mostAtOnce?: number) {
  const engine = referenceEngine(members, () => Math.floor(listNow.getTime() / 86_400_000));
  const now = new Map(members.map((member) => [member.number, member]));
  const bySha256 = new Map(
    members.flatMap(({ number }) => [
      [emailOf(number), number] as const,
      ...(syntheticPhone(number) ? [[phoneOf(number), number] as const] : []),
    ]),
  );
  const suppressions = memorySuppressions();
  const identities: MemberIdentities = {
    find: async (_kind, sha256) => sha256.map((one) => bySha256.get(one) ?? null),
    keysOf: async (numbers) => new Map(numbers.map((number) => [number, keysOf(number)])),
  };
  async function record(changes: readonly MemberChange[]): Promise<void> {
    for (const change of changes) {
      const member = now.get(change.member);
      const after = member && memberAfter(member, change);
      if (after) now.set(change.member, after);
      else now.delete(change.member);
      await engine.apply(change);
    }
  }
  const store = memoryListStore({
    ...{ identities, suppressions, record, pepper: listPepper, now: () => listNow },
    people: (numbers) =>
      new Map(numbers.flatMap((one) => [now.get(one) ?? []].flat().map((who) => [one, who]))),
  });
  const lists = createCustomerLists({
    ...{ store, identities, pepper: listPepper, now: () => listNow },
    ...(mostAtOnce !== undefined && { mostAtOnce }),
  });
  return { engine, record, suppressions, identities, store, lists, keysOf };
}
