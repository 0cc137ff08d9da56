import { eq } from "drizzle-orm";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import { suppressionKey } from "@/lib/network/consent/suppression";
import type { Database } from "../db/database";
import { memberIdentity } from "../db/schema/members";
import { memberEvent } from "../db/schema/network";
import { signalPace, signalQuarantine, signalTally } from "../db/schema/signals";
import { forgetSubject } from "../ledger/forget-subject";
import { suppressionStore } from "../store/suppressions";
import { forgetInPack } from "./forget-signals";

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
  const [known] = await tx.select().from(memberIdentity).where(eq(memberIdentity.member, member));
  const keys = [known?.emailKey, known?.phoneKey].flatMap((key) =>
    key ? [suppressionKey(pepper, key, "everybody")] : [],
  );
  await note(
    keys.map((key) => ({ kind: "suppressed", what: Buffer.from(key).toString("base64url") })),
  );
  await suppressionStore(tx).add(keys, at);
  await tx.delete(memberIdentity).where(eq(memberIdentity.member, member));
  await forgetSubject(tx, member);
  for (const table of [memberEvent, signalTally, signalPace, signalQuarantine]) {
    await tx.delete(table).where(eq(table.member, member));
  }
  await forgetInPack(tx, member, "everything");
}
