import "server-only";
import { makeReceipt } from "@/lib/network/consent/ledger/make-receipt";
import { ledgerSigner } from "@/lib/network/consent/ledger/signing-key";
import { proveEntry } from "../ledger/prove-entry";
import { getRuntime } from "../runtime";

const headers = { "Cache-Control": "no-store" };

/** A member's receipt as a download; 404 for what is no event of theirs, whether it is somebody else's or nobody's. */
export async function receiptAnswer(member: number, event: string): Promise<Response> {
  const { db, secrets } = await getRuntime();
  const leaf = /^(0|[1-9]\d{0,14})$/.test(event) ? Number(event) : -1;
  const signer = ledgerSigner(secrets.ledgerKey);
  const proof = await proveEntry(db, signer, { member, leaf }, () => new Date());
  if (!proof) {
    const error = { code: "not_found", message: "You have no such event." };
    return Response.json({ error }, { status: 404, headers });
  }
  return new Response(`${JSON.stringify(makeReceipt(proof), null, 2)}\n`, {
    headers: {
      ...headers,
      "Content-Type": "application/ld+json",
      "Content-Disposition": `attachment; filename="receipt-${leaf}.json"`,
    },
  });
}
