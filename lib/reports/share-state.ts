import type { ReportShare } from "./store";

/** Whether a link opens at a moment: a revoked one never again, an expired one no longer. */
export function shareState(
  share: Pick<ReportShare, "revokedAt" | "expiresAt">,
  now: Date,
): "open" | "expired" | "revoked" {
  if (share.revokedAt) return "revoked";
  return share.expiresAt.getTime() <= now.getTime() ? "expired" : "open";
}
