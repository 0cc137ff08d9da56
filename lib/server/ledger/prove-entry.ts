import { commitTo, leafData, openingOf, pseudonymOf } from "@/lib/network/consent/ledger/leaf";
import type { ReceiptProof } from "@/lib/network/consent/ledger/receipt-proof";
import { type LedgerSigner, pemOf } from "@/lib/network/consent/ledger/signing-key";
import { proveInclusion } from "@/lib/network/consent/ledger/tree-proofs";
import type { Database } from "../db/database";
import { checkpointWith } from "./checkpoints";
import { findSubject, listEntries } from "./entries";
import { readLedger } from "./tiles";

/**
 * What proves one event of a member, under the newest checkpoint or, when that does not reach it yet, one signed now; null when
 * the leaf is not theirs.
 */
export async function proveEntry(
  db: Database,
  signer: LedgerSigner,
  { member, leaf }: { readonly member: number; readonly leaf: number },
  now: () => Date,
): Promise<ReceiptProof | null> {
  const subject = await findSubject(db, member);
  const entry = (await listEntries(db, member)).find((one) => one.leaf === leaf);
  if (!subject || !entry) return null;
  const { leaf: _, ...details } = entry;
  const opening = openingOf(subject.key, leaf);
  const { note, size } = await checkpointWith(db, signer, leaf, now);
  const inclusion = await proveInclusion(leaf, size, readLedger(db));
  return {
    details,
    opening: Buffer.from(opening).toString("hex"),
    leafData: leafData(pseudonymOf(subject.key), commitTo(opening, details)),
    leaf,
    inclusion: inclusion.map((hash) => Buffer.from(hash).toString("base64")),
    checkpoint: note,
    publicKey: pemOf(signer.publicKey),
  };
}
