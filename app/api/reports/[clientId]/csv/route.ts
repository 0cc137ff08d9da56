import { getReport } from "@/lib/reports/get-report";
import { csvName, reportCsv } from "@/lib/reports/report-csv";
import { handlerContext } from "@/lib/server/request-context";
import { getRuntime } from "@/lib/server/runtime";

const statuses = { not_found: 404, forbidden: 403, invalid: 400, unavailable: 503 } as const;

const say = (status: number, message: string) =>
  new Response(`${message}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

/** A client's report as a file; the same numbers as on the page, for whoever may view the client. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ clientId: string }> },
): Promise<Response> {
  const ctx = await handlerContext();
  if (!ctx) return say(401, "Sign in first.");
  const { clientId } = await params;
  const asked = new URL(request.url).searchParams;
  const since = asked.get("from") ?? "";
  const until = asked.get("to") ?? "";
  const report = await getReport(ctx, { clientId, since, until });
  if (!report.ok) return say(statuses[report.error.code], report.error.message);

  const { env } = await getRuntime();
  const query = new URLSearchParams({ client: clientId, from: since, to: until });
  const csv = reportCsv(report.value, {
    link: `${env.url}/reports?${query}`,
    exportedAt: ctx.now().toISOString(),
  });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${csvName(report.value)}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
