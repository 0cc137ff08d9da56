import { and, desc, eq } from "drizzle-orm";
import {
  type Checkpoint,
  readCheckpoint,
  signCheckpoint,
} from "@/lib/network/consent/ledger/checkpoint";
import type { LedgerSigner } from "@/lib/network/consent/ledger/signing-key";
import { isSameHash } from "@/lib/network/consent/ledger/tree-hash";
import { rootOf } from "@/lib/network/consent/ledger/tree-proofs";
import type { Database } from "../db/database";
import { ledgerCheckpoint } from "../db/schema/ledger";
import { ledgerSize, readLedger } from "./tiles";

export interface Published extends Checkpoint {
  readonly note: string;
}

/** The newest checkpoint that this signer published, or the one of a size; null when there is none. */
export async function findCheckpoint(
  db: Database,
  origin: string,
  size: number | null = null,
): Promise<Published | null> {
  const own = eq(ledgerCheckpoint.origin, origin);
  const [row] = await db
    .select({ note: ledgerCheckpoint.note })
    .from(ledgerCheckpoint)
    .where(size === null ? own : and(own, eq(ledgerCheckpoint.size, size)))
    .orderBy(desc(ledgerCheckpoint.size))
    .limit(1);
  const checkpoint = row && readCheckpoint(row.note);
  return checkpoint ? { ...checkpoint, note: row.note } : null;
}

/**
 * Signs and stores a checkpoint of the ledger as it is now, unless the newest one says the same already.
 * @throws Error when the ledger no longer begins as the newest checkpoint says: that must never be signed.
 */
export async function publishCheckpoint(
  db: Database,
  signer: LedgerSigner,
  now: () => Date,
): Promise<Published> {
  const last = await findCheckpoint(db, signer.origin);
  const size = await ledgerSize(db);
  if (last) {
    const isSame =
      size >= last.size && isSameHash(await rootOf(last.size, readLedger(db)), last.root);
    if (!isSame) {
      throw new Error(`The consent ledger does not begin with what was signed at ${last.time}.`);
    }
    if (last.size === size) return last;
  }
  const signedAt = now();
  const root = await rootOf(size, readLedger(db));
  const note = signCheckpoint(signer, { size, root, time: signedAt.toISOString() });
  await db
    .insert(ledgerCheckpoint)
    .values({ origin: signer.origin, size, note, signedAt })
    .onConflictDoNothing();
  const published = await findCheckpoint(db, signer.origin, size);
  if (!published) throw new Error("A checkpoint that was just stored is not there.");
  return published;
}

/** A checkpoint that covers the leaf: the newest one, or one signed now. */
export async function checkpointWith(
  db: Database,
  signer: LedgerSigner,
  leaf: number,
  now: () => Date,
): Promise<Published> {
  const last = await findCheckpoint(db, signer.origin);
  return last && last.size > leaf ? last : publishCheckpoint(db, signer, now);
}
