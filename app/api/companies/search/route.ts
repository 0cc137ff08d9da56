import { answer, signedOut } from "@/lib/server/answer";
import { handlerContext } from "@/lib/server/request-context";
import { searchCompanies } from "@/lib/workspace/search-companies";

/** Companies of the network whose name contains the typed words (`q`), to choose a client's. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const text = new URL(request.url).searchParams.get("q")?.slice(0, 100) ?? "";
  return answer(await searchCompanies(ctx, text));
}
