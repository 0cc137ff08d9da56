import type { KeyObject } from "node:crypto";
import { ok, type Result, refuse } from "@/lib/result";
import { findNotice } from "../notices/find-notice";
import { noticeText, sha256Hex } from "../notices/notice-text";
import { canonicalJson, type Json } from "./canonical-json";
import { type Checkpoint, readCheckpoint, verifyCheckpoint } from "./checkpoint";
import { commitTo, leafData, leafHashOf, subjectOf } from "./leaf";
import { makeReceipt } from "./make-receipt";
import { type ReceiptProof, receiptProofSchema } from "./receipt-proof";
import { originOf, pemOf, readPublicKey } from "./signing-key";
import { verifyInclusion } from "./verify-proof";

export interface VerifiedReceipt {
  readonly proof: ReceiptProof;
  readonly checkpoint: Checkpoint;
  readonly publicKey: KeyObject;
  /** The receipt was checked against a key from elsewhere, and not only against the one it carries. */
  readonly keyWasGiven: boolean;
}

/**
 * Whether a receipt proves what it says, without asking any server: that the ledger whose checkpoint it holds contains exactly this
 * event at exactly this place. `given` is the ledger's key from elsewhere; without it the receipt is only consistent with itself.
 * The refusal's message says what does not hold.
 */
export function verifyReceipt(receipt: unknown, given: KeyObject | null): Result<VerifiedReceipt> {
  if (typeof receipt !== "object" || receipt === null || !("nod:proof" in receipt)) {
    return no("This is no receipt: it has no nod:proof.");
  }
  const parsed = receiptProofSchema.safeParse(receipt["nod:proof"]);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return no(`Its proof is not complete: ${issue?.path.join(".")} ${issue?.message ?? ""}`.trim());
  }
  const proof = parsed.data;
  const publicKey = readPublicKey(proof.publicKey);
  if (!publicKey || pemOf(publicKey) !== proof.publicKey) return no("Its public key is none.");
  if (given && pemOf(given) !== proof.publicKey) {
    return no("It was signed with another key than the ledger's.");
  }
  const checkpoint = readCheckpoint(proof.checkpoint);
  const failure =
    wrongDetails(proof) ??
    wrongCheckpoint(proof, checkpoint, publicKey) ??
    wrongWords(receipt, proof);
  if (failure !== null || !checkpoint) return no(failure ?? "Its checkpoint is none.");
  return ok({ proof, checkpoint, publicKey, keyWasGiven: given !== null });
}

/** The person's pseudonym in a proof that was verified. */
export const pseudonymIn = ({ leafData: data }: ReceiptProof): string => subjectOf(data) ?? "";

const no = (message: string) => refuse("not_proven", message);

function wrongDetails({ details, opening, leafData: data }: ReceiptProof): string | null {
  const subject = subjectOf(data);
  const commitment = commitTo(Buffer.from(opening, "hex"), details);
  if (subject === null || leafData(subject, commitment) !== data) {
    return "The event is not the one that its leaf commits to: it was changed, or belongs to another leaf.";
  }
  const notice = findNotice(details.notice, details.language);
  if (!notice && details.noticeSha256 !== null) {
    return `This copy of Nod does not know the notice ${details.notice} (${details.language}): use a newer one.`;
  }
  if (notice && sha256Hex(noticeText(notice)) !== details.noticeSha256) {
    return `The notice ${details.notice} that was read is not the text that is known by that name.`;
  }
  return null;
}

function wrongCheckpoint(
  proof: ReceiptProof,
  checkpoint: Checkpoint | null,
  publicKey: KeyObject,
): string | null {
  if (!checkpoint) return "Its checkpoint is not in the form of one.";
  if (checkpoint.origin !== originOf(publicKey) || !verifyCheckpoint(proof.checkpoint, publicKey)) {
    return "Its checkpoint was not signed with the ledger's key, or was changed since.";
  }
  const isIncluded = verifyInclusion({
    index: proof.leaf,
    size: checkpoint.size,
    leafHash: leafHashOf(proof.leafData),
    proof: proof.inclusion.map((hash) => Buffer.from(hash, "base64")),
    root: checkpoint.root,
  });
  return isIncluded ? null : "The checkpoint's tree does not hold this leaf at this place.";
}

/** The words around the proof follow from it: any that do not were changed. */
function wrongWords(receipt: object, proof: ReceiptProof): string | null {
  const expected = makeReceipt({
    ...proof,
    inclusion: proof.inclusion.map((hash) => Buffer.from(hash, "base64").toString("base64")),
  });
  const said = new Map<string, unknown>(Object.entries(receipt));
  const names = new Set([...Object.keys(expected), ...said.keys()]);
  for (const name of names) {
    const should = expected[name];
    if (should === undefined) return `${name} does not belong into a receipt.`;
    const is = jsonOf(said.get(name));
    if (is === undefined || canonicalJson(is) !== canonicalJson(should)) {
      return `${name} does not say what the proof says.`;
    }
  }
  return null;
}

function jsonOf(value: unknown): Json | undefined {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}
