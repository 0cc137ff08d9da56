import { pseudonymIn, type VerifiedReceipt } from "./verify-receipt";

/** In plain words what a verified receipt proves, and what it does not: a line each. */
export function sayVerified({
  proof,
  checkpoint,
  keyWasGiven,
}: VerifiedReceipt): readonly string[] {
  const { details, leaf } = proof;
  const notice = details.noticeSha256
    ? `the notice ${details.notice} (${details.language}, SHA-256 ${details.noticeSha256})`
    : `the notice called ${details.notice}, but not which text: its language was not recorded`;
  return [
    "The receipt holds.",
    "",
    "It proves, tamper-evident against published checkpoints:",
    `- ${details.type}: ${details.purpose} for ${details.recipients.join(", ")},`,
    `  by ${details.actor} (${details.method}), under ${notice}.`,
    `- The ledger wrote it down with the time ${details.at}${details.clientAt ? `; the device or file said ${details.clientAt}` : ""}.`,
    `- It is leaf ${leaf} of the ledger ${checkpoint.origin}, whose ${checkpoint.size} leaves were signed at ${checkpoint.time}.`,
    "- Were it changed, removed or moved, no consistent ledger could follow from that checkpoint.",
    "",
    "It does not prove:",
    `- who the person is: it speaks of ${pseudonymIn(proof)}.`,
    "- that nothing happened after it: a later event may say otherwise.",
    "- that the clocks were right, or that the operator acted accordingly.",
    keyWasGiven
      ? "- that everybody was shown this checkpoint: compare it with those of others."
      : "- whose ledger it is: the key is the receipt's own. Give the ledger's key with --key or its address with --url.",
  ];
}
