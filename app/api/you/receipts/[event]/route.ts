import { cookies } from "next/headers";
import { authorise } from "@/lib/server/you/my-context";
import { receiptAnswer } from "@/lib/server/you/receipt-answer";

export const dynamic = "force-dynamic";

/** The receipt of one event of the signed-in member, as a file. `event` is its leaf. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ event: string }> },
): Promise<Response> {
  const me = await authorise(await cookies());
  if (!me.ok) return Response.json({ error: me.error }, { status: 401 });
  return receiptAnswer(me.value.member, (await params).event);
}
