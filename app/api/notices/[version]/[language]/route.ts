import { findNotice } from "@/lib/network/consent/notices/find-notice";
import { noticeText } from "@/lib/network/consent/notices/notice-text";

/** The exact text of one version of the notice in one language: its SHA-256 is the one in the ledger and in receipts. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ version: string; language: string }> },
): Promise<Response> {
  const { version, language } = await params;
  const notice = findNotice(version, language);
  if (!notice) {
    const error = { code: "not_found", message: "There is no such notice." };
    return Response.json({ error }, { status: 404, headers: { "Cache-Control": "no-store" } });
  }
  return new Response(noticeText(notice), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Language": language,
      "Cache-Control": "public, max-age=3600",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
