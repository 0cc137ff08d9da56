import type { ShareView } from "./share";
import { shareState } from "./share-state";
import type { ReportShare } from "./store";

/** A link without its hashes and its snapshot. */
export const shareView = (share: ReportShare, now: Date): ShareView => ({
  id: share.id,
  since: share.since,
  until: share.until,
  scope: share.scope,
  withPassword: share.passwordHash !== null,
  state: shareState(share, now),
  expiresAt: share.expiresAt.toISOString(),
  revokedAt: share.revokedAt?.toISOString() ?? null,
  createdAt: share.createdAt.toISOString(),
  createdBy: share.createdBy,
  views: share.views,
});
