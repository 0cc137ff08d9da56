import "server-only";
import type { AdApi } from "@/lib/ad-api/ad-api";
import type { AudienceStore } from "@/lib/audiences/store";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { ReportShareStore } from "@/lib/reports/store";
import type { Actor } from "@/lib/workspace/actor";
import type { WorkspaceStore } from "@/lib/workspace/store";

/** What every domain verb receives. Verbs name the part of it they need (`Pick<Ctx, ...>`). */
export interface Ctx {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  readonly reportShares: ReportShareStore;
  readonly adApi: AdApi;
  readonly now: () => Date;
}
