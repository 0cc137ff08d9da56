import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { desc, eq, lte } from "drizzle-orm";
import { type ConsentLeaf, unpackConsents } from "@/lib/network/consent/consent-leaves";
import { detailsOf, type EventDetails } from "@/lib/network/consent/ledger/consent-event";
import { type SubjectKey, subjectKeyBytes } from "@/lib/network/consent/ledger/leaf";
import type { Database } from "../db/database";
import { ledgerIntake } from "../db/schema/ledger";
import { consentLedger } from "../db/schema/members";

const inflate = promisify(inflateRaw);

/** A row of imported consents that has entered the ledger. */
export interface ImportedRow {
  /** Leaf of the ledger that the first consent is. */
  readonly firstLeaf: number;
  readonly importedLeaf: number;
  readonly firstMember: number;
  readonly enteredAt: Date;
  readonly keys: Uint8Array;
  readonly packed: Uint8Array;
}

/** The row that would hold a member's imported consents; null when none can. */
export async function findImportedRow(db: Database, member: number): Promise<ImportedRow | null> {
  const [row] = await db
    .select({
      firstLeaf: ledgerIntake.firstLeaf,
      importedLeaf: ledgerIntake.importedLeaf,
      keys: ledgerIntake.keys,
      firstMember: consentLedger.firstMember,
      enteredAt: consentLedger.enteredAt,
      packed: consentLedger.packed,
    })
    .from(ledgerIntake)
    .innerJoin(consentLedger, eq(consentLedger.firstLeaf, ledgerIntake.importedLeaf))
    .where(lte(consentLedger.firstMember, member))
    .orderBy(desc(consentLedger.firstMember))
    .limit(1);
  return row ?? null;
}

/** The key of an imported member; null when the row has none for them, or it was erased. */
export function importedKey(row: ImportedRow, member: number): SubjectKey | null {
  const at = (member - row.firstMember) * subjectKeyBytes;
  const key = row.keys.subarray(at, at + subjectKeyBytes);
  return key.length === subjectKeyBytes && key.some((byte) => byte !== 0) ? key : null;
}

export const unpackRow = async (
  packed: Uint8Array,
  firstMember: number,
): Promise<readonly (ConsentLeaf | null)[]> => unpackConsents(await inflate(packed), firstMember);

/** An imported consent as the ledger commits to it. The file says when it was given and to which notice, not in which language. */
export const importedDetails = (consent: ConsentLeaf, enteredAt: Date): EventDetails =>
  detailsOf(
    {
      type: "given",
      purpose: consent.purpose,
      recipients: consent.recipients,
      notice: consent.notice,
      language: null,
      actor: "network",
      method: "import",
      clientAt: new Date(consent.at),
    },
    enteredAt,
    null,
  );
