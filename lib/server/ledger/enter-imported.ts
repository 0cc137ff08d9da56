import { randomBytes } from "node:crypto";
import { asc, eq, isNull } from "drizzle-orm";
import type { ConsentLeaf } from "@/lib/network/consent/consent-leaves";
import {
  hashEvent,
  pseudonymOf,
  type SubjectKey,
  subjectKeyBytes,
} from "@/lib/network/consent/ledger/leaf";
import { type Hash, hashBytes, hashLeaf } from "@/lib/network/consent/ledger/tree-hash";
import type { Database } from "../db/database";
import { ledgerIntake } from "../db/schema/ledger";
import { consentLedger } from "../db/schema/members";
import { importedDetails, unpackRow } from "./imported-leaves";
import { appendLeaves, ledgerSize, lockLedger } from "./tiles";

/**
 * Enters imported consents into the ledger that are not in it yet, one leaf each in the order of the import: a row of some
 * thousand members at a time, each in a transaction of its own. Answers how many leaves it entered.
 */
export async function enterImported(db: Database): Promise<number> {
  let entered = 0;
  for (;;) {
    const leaves = await db.transaction(enterOldest);
    if (leaves === null) return entered;
    entered += leaves;
  }
}

/** The oldest row that waits; null when none does. */
async function enterOldest(tx: Database): Promise<number | null> {
  await lockLedger(tx);
  const [row] = await tx
    .select({ row: consentLedger })
    .from(consentLedger)
    .leftJoin(ledgerIntake, eq(ledgerIntake.importedLeaf, consentLedger.firstLeaf))
    .where(isNull(ledgerIntake.importedLeaf))
    .orderBy(asc(consentLedger.firstLeaf))
    .limit(1);
  if (!row) return null;
  const { firstLeaf: importedLeaf } = row.row;
  const firstLeaf = await ledgerSize(tx);
  const { keys, hashes } = await hashRow({ ...row.row, firstLeaf });
  await appendLeaves(tx, firstLeaf, hashes);
  await tx.insert(ledgerIntake).values({ importedLeaf, firstLeaf, keys });
  return hashes.length;
}

/** A row of imported consents and the leaf of the ledger that its first one becomes. */
export interface RowToHash {
  readonly firstLeaf: number;
  readonly firstMember: number;
  readonly enteredAt: Date;
  readonly packed: Uint8Array;
}

/** New keys for the members of a row, and the hashes of its leaves. */
export async function hashRow({ packed, ...row }: RowToHash) {
  const consents = await unpackRow(packed, row.firstMember);
  const keys = keysFor(consents, row.firstMember);
  return { keys, hashes: hashAll(consents, { ...row, keys }) };
}

function keysFor(consents: readonly (ConsentLeaf | null)[], firstMember: number): Uint8Array {
  const last = consents.reduce((high, one) => Math.max(high, one?.member ?? -1), firstMember - 1);
  return randomBytes((last - firstMember + 1) * subjectKeyBytes);
}

interface RowFacts {
  readonly firstLeaf: number;
  readonly firstMember: number;
  readonly enteredAt: Date;
  readonly keys: Uint8Array;
}

function hashAll(
  consents: readonly (ConsentLeaf | null)[],
  { firstLeaf, firstMember, enteredAt, keys }: RowFacts,
): readonly Hash[] {
  let person: { member: number; key: SubjectKey; subject: string } | null = null;
  return consents.map((consent, i) => {
    // Erased before it entered: a leaf that nobody can open keeps the place.
    if (!consent) return hashLeaf(randomBytes(hashBytes));
    if (person?.member !== consent.member) {
      const at = (consent.member - firstMember) * subjectKeyBytes;
      const key = keys.subarray(at, at + subjectKeyBytes);
      person = { member: consent.member, key, subject: pseudonymOf(key) };
    }
    const details = importedDetails(consent, enteredAt);
    return hashEvent(person.key, person.subject, firstLeaf + i, details);
  });
}
