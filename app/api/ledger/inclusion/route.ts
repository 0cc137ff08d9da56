import { getPublicLedger, jsonAnswer, ledgerAnswer } from "@/lib/server/ledger/answer-ledger";

export const dynamic = "force-dynamic";

/** `?leaf=&size=`: the inclusion proof of RFC 6962 of a leaf in the tree of a size, base64. */
export async function GET(request: Request): Promise<Response> {
  const ledger = await getPublicLedger();
  return ledgerAnswer(await ledger.inclusion(new URL(request.url).searchParams), jsonAnswer);
}
