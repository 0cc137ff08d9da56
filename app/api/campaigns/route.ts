import { listCampaignsWithStatus } from "@/lib/campaigns/list-campaigns";
import { answer, signedOut } from "@/lib/server/answer";
import { handlerContext } from "@/lib/server/request-context";

/** The campaigns of `client`, or of all of them, with their status and totals; `archived=1` with the archived ones. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const { searchParams } = new URL(request.url);
  return answer(
    await listCampaignsWithStatus(ctx, searchParams.get("client"), {
      signal: request.signal,
      archived: searchParams.get("archived") === "1",
    }),
  );
}
