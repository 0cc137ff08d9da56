import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ShareClosed } from "@/components/reports/share-closed";
import { SharePassword } from "@/components/reports/share-password";
import { SharedReport } from "@/components/reports/shared-report";
import { openShare } from "@/lib/reports/open-share";
import { shareContext } from "@/lib/server/reports/share-context";
import { unlockShareAction } from "./actions";
import { proofCookie } from "./proof-cookie";

// The title says nothing of whose report it is: titles travel with the address.
export const metadata: Metadata = {
  title: "Shared report",
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

export default async function SharePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [ctx, jar] = await Promise.all([shareContext(), cookies()]);
  const opened = await openShare(ctx, { token, proof: jar.get(proofCookie)?.value ?? "" });
  if (opened.ok) return <SharedReport {...opened.value} />;
  switch (opened.error.code) {
    case "password_needed":
      return <SharePassword token={token} unlock={unlockShareAction} />;
    case "not_found":
    case "expired":
    case "revoked":
      return <ShareClosed code={opened.error.code} message={opened.error.message} />;
  }
}
