import type { AdApi } from "@/lib/ad-api/ad-api";
import type { AudienceStore } from "@/lib/audiences/store";
import type { Actor } from "@/lib/workspace/actor";
import type { WorkspaceStore } from "@/lib/workspace/store";
import type { CampaignStore } from "./store";

/** What the verbs of campaigns receive. */
export interface CampaignCtx {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly audiences: Pick<AudienceStore, "get" | "list">;
  readonly campaigns: CampaignStore;
  readonly adApi: AdApi;
  /** Wall time; the network's own time comes from `adApi.clock()`. */
  readonly now: () => Date;
}

/** What carrying on a launch needs: nobody has to be signed in for it. */
export type LaunchCtx = Pick<CampaignCtx, "campaigns" | "adApi" | "now">;
