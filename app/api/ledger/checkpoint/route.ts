import { getPublicLedger, ledgerAnswer, textAnswer } from "@/lib/server/ledger/answer-ledger";

export const dynamic = "force-dynamic";

/** The newest signed checkpoint of the consent ledger, or the one of `?size=`, as a signed note. */
export async function GET(request: Request): Promise<Response> {
  const ledger = await getPublicLedger();
  const found = await ledger.checkpoint(new URL(request.url).searchParams);
  return ledgerAnswer(found, ({ note }) => textAnswer(note));
}
