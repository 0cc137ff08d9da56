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
  const imported = (await readPopulation(tx))?.imported ?? false;
  const known = await keysOfMembers(tx, pepper, [member], imported);
  const keys = (known.get(member) ?? []).map((key) => suppressionKey(pepper, key, suppressed));
  await note(
    keys.map((key) => ({ kind: "suppressed", what: Buffer.from(key).toString("base64url") })),
  );
  await suppressionStore(tx).add(keys, at);
}
