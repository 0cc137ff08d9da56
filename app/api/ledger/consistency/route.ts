import { getPublicLedger, jsonAnswer, ledgerAnswer } from "@/lib/server/ledger/answer-ledger";

export const dynamic = "force-dynamic";

/** `?from=&to=`: the consistency proof of RFC 6962 between the trees of two sizes, base64. */
export async function GET(request: Request): Promise<Response> {
  const ledger = await getPublicLedger();
  return ledgerAnswer(await ledger.consistency(new URL(request.url).searchParams), jsonAnswer);
}
