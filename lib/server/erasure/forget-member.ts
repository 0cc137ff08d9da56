import { eq } from "drizzle-orm";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import type { Database } from "../db/database";
import { memberIdentity } from "../db/schema/members";
import { memberEvent } from "../db/schema/network";
import { signalPace, signalQuarantine, signalTally } from "../db/schema/signals";
import { forgetSubject } from "../ledger/forget-subject";
import { forgetOnLists } from "../store/list-members";
import { forgetInPack } from "./forget-signals";
import { suppressMember } from "./suppress-member";

/**
 * Forgets everything about a member except that the number was given out. The caller appends `left` in the same transaction. How
 * they were known outside becomes suppression entries, which `note` writes into the journal first, so that neither a list nor an
 * import nor a restored backup brings them back.
 */
export async function forgetMember(
  tx: Database,
  pepper: string,
  member: number,
  at: Date,
  note: (entries: readonly JournalEntry[]) => Promise<void>,
): Promise<void> {
  await suppressMember(tx, pepper, member, "everybody", at, note);
  await tx.delete(memberIdentity).where(eq(memberIdentity.member, member));
  await forgetSubject(tx, member);
  await forgetOnLists(tx, member);
  for (const table of [memberEvent, signalTally, signalPace, signalQuarantine]) {
    await tx.delete(table).where(eq(table.member, member));
  }
  await forgetInPack(tx, member, "everything");
}
