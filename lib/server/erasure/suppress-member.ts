import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import { type SuppressedFor, suppressionKey } from "@/lib/network/consent/suppression";
import type { Database } from "../db/database";
import { keysOfMembers } from "../lists/identity-keys";
import { readPopulation } from "../population-facts";
import { suppressionStore } from "../store/suppressions";

/** How a member is known outside matches no list any more, anybody's or one company's; `note` hears of it before it is written. */
export async function suppressMember(
  tx: Database,
  pepper: string,
  member: number,
  suppressed: SuppressedFor,
  at: Date,
  note: (entries: readonly JournalEntry[]) => Promise<void>,
): Promise<void> {
  const keys = await suppressionKeys(tx, pepper, member, suppressed);
  await note(
    keys.map((key) => ({ kind: "suppressed", what: Buffer.from(key).toString("base64url") })),
  );
  await suppressionStore(tx).add(keys, at);
}

/**
 * How a member is known outside matches a company's lists again. The journal keeps that they were suppressed: a restored backup may match
 * too little, and never too much.
 */
export async function allowMember(
  tx: Database,
  pepper: string,
  member: number,
  company: string,
): Promise<void> {
  await suppressionStore(tx).remove(await suppressionKeys(tx, pepper, member, { company }));
}

async function suppressionKeys(
  tx: Database,
  pepper: string,
  member: number,
  suppressed: SuppressedFor,
): Promise<readonly Uint8Array[]> {
  const imported = (await readPopulation(tx))?.imported ?? true;
  const known = await keysOfMembers(tx, pepper, [member], imported);
  return (known.get(member) ?? []).map((key) => suppressionKey(pepper, key, suppressed));
}
