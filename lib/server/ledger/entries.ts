import { randomBytes } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { ConsentEvent, LedgerEvent } from "@/lib/network/consent/ledger/consent-event";
import { pseudonymOf, type SubjectKey, subjectKeyBytes } from "@/lib/network/consent/ledger/leaf";
import { newLeaves } from "@/lib/network/consent/ledger/new-leaves";
import { openDetails } from "@/lib/network/consent/ledger/sealed-details";
import type { Database } from "../db/database";
import { ledgerEntry, subjectKey } from "../db/schema/ledger";
import {
  findImportedRow,
  type ImportedRow,
  importedDetails,
  importedKey,
  unpackRow,
} from "./imported-leaves";
import { appendLeaves, ledgerSize, lockLedger } from "./tiles";

/** A member's place in the ledger: the key, and the row of imported consents it came with. */
interface Subject {
  readonly key: SubjectKey;
  readonly row: ImportedRow | null;
}

/** null: nothing of the member is in the ledger, or it was erased. */
export async function findSubject(db: Database, member: number): Promise<Subject | null> {
  const row = await findImportedRow(db, member);
  const imported = row && importedKey(row, member);
  if (imported) return { key: imported, row };
  const [own] = await db.select().from(subjectKey).where(eq(subjectKey.member, member));
  return own ? { key: own.key, row: null } : null;
}

/** Everything of a member in the ledger, oldest first. */
export async function listEntries(db: Database, member: number): Promise<readonly LedgerEvent[]> {
  const subject = await findSubject(db, member);
  if (!subject) return [];
  const { key, row } = subject;
  const imported = row ? await unpackRow(row.packed, row.firstMember) : [];
  const brought = imported.flatMap((consent, i) =>
    row && consent?.member === member
      ? [{ ...importedDetails(consent, row.enteredAt), leaf: row.firstLeaf + i }]
      : [],
  );
  const entries = await db
    .select({ leaf: ledgerEntry.leaf, sealed: ledgerEntry.sealed })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.subject, pseudonymOf(key)))
    .orderBy(asc(ledgerEntry.leaf));
  const own = entries.map(({ leaf, sealed }) => ({ ...openDetails(key, leaf, sealed), leaf }));
  return [...brought, ...own];
}

/**
 * Appends a member's events in the caller's transaction, which then holds the ledger's lock to its end. `before` is what enters ahead
 * of the member's first event.
 */
export async function appendEntries(
  tx: Database,
  member: number,
  events: readonly ConsentEvent[],
  at: Date,
  before: readonly ConsentEvent[],
): Promise<void> {
  await lockLedger(tx);
  const known = await findSubject(tx, member);
  const key = known?.key ?? randomBytes(subjectKeyBytes);
  if (!known) await tx.insert(subjectKey).values({ member, key });
  const size = await ledgerSize(tx);
  const leaves = newLeaves(key, size, [...(known ? [] : before), ...events], at);
  await tx
    .insert(ledgerEntry)
    .values(leaves.map(({ event, subject, sealed }) => ({ leaf: event.leaf, subject, sealed })));
  await appendLeaves(
    tx,
    size,
    leaves.map(({ hash }) => hash),
  );
}
