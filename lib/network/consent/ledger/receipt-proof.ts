import { z } from "zod/mini";
import { eventDetailsSchema } from "./consent-event";
import { openingBytes } from "./leaf";
import { hashBytes } from "./tree-hash";

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const base64Hash = z
  .string()
  .check(z.refine((text) => Buffer.from(text, "base64").length === hashBytes));

/** What a receipt proves itself with: everything else in it follows from this. */
export const receiptProofSchema = z.strictObject({
  /** What happened, as the leaf commits to it. */
  details: eventDetailsSchema,
  /** Opens the commitment of this leaf and of no other. Hex. */
  opening: hex(openingBytes),
  /** The leaf's exact bytes, as text. */
  leafData: z.string(),
  /** Its place in the ledger, from 0. */
  leaf: z.int().check(z.gte(0)),
  /** Inclusion proof of RFC 6962 for the checkpoint's size, base64. */
  inclusion: z.array(base64Hash).check(z.maxLength(64)),
  /** Signed note. */
  checkpoint: z.string(),
  /** Ed25519, PEM. */
  publicKey: z.string(),
});
export type ReceiptProof = z.infer<typeof receiptProofSchema>;
