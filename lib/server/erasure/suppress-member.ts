import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import {
  type Suppressed,
  type SuppressedFor,
  suppressionKey,
} from "@/lib/network/consent/suppression";
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
  await note(keys.map((key) => entryOf("suppressed", { key, at })));
  await suppressionStore(tx).add(keys, at);
}

/**
 * How a member is known outside matches a company's lists again. Answers what the journal is to hear of once that is committed, and not
 * before: a restored backup may match too little, and never too much.
 */
export async function allowMember(
  tx: Database,
  pepper: string,
  member: number,
  company: string,
): Promise<readonly JournalEntry[]> {
  const keys = await suppressionKeys(tx, pepper, member, { company });
  const lifted = await suppressionStore(tx).remove(keys);
  return lifted.map((one) => entryOf("allowed", one));
}

const entryOf = (kind: "suppressed" | "allowed", { key, at }: Suppressed): JournalEntry => ({
  kind,
  what: Buffer.from(key).toString("base64url"),
  at: at.toISOString(),
});

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
