import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { eq } from "drizzle-orm";
import { packConsents } from "@/lib/network/consent/consent-leaves";
import { subjectKeyBytes } from "@/lib/network/consent/ledger/leaf";
import type { Database } from "../db/database";
import { ledgerIntake, subjectKey } from "../db/schema/ledger";
import { consentLedger } from "../db/schema/members";
import { findImportedRow, unpackRow } from "./imported-leaves";
import { lockLedger } from "./tiles";

const deflate = promisify(deflateRaw);

/**
 * Erases a person from the ledger: the key goes, and with it every way to read their events or to tell which leaves are theirs; imported
 * consents go from their row. Leaves and checkpoints stay, so that every proof given to anybody still holds.
 */
export const forgetSubject = (db: Database, member: number): Promise<void> =>
  db.transaction(async (tx) => {
    await lockLedger(tx);
    await tx.delete(subjectKey).where(eq(subjectKey.member, member));
    const row = await findImportedRow(tx, member);
    if (!row) return;
    const { importedLeaf, firstMember } = row;
    const at = (member - firstMember) * subjectKeyBytes;
    if (at >= row.keys.length) return;
    const keys = Uint8Array.from(row.keys).fill(0, at, at + subjectKeyBytes);
    const consents = await unpackRow(row.packed, firstMember);
    const kept = consents.map((consent) => (consent?.member === member ? null : consent));
    const packed = await deflate(packConsents(kept, firstMember));
    await tx.update(ledgerIntake).set({ keys }).where(eq(ledgerIntake.importedLeaf, importedLeaf));
    await tx.update(consentLedger).set({ packed }).where(eq(consentLedger.firstLeaf, importedLeaf));
  });
