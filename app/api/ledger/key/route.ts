import { getPublicLedger, textAnswer } from "@/lib/server/ledger/answer-ledger";

export const dynamic = "force-dynamic";

/** The Ed25519 key that signs the ledger's checkpoints, PEM. */
export async function GET(): Promise<Response> {
  return textAnswer((await getPublicLedger()).publicKey);
}
