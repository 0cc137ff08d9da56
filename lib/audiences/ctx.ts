import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Actor } from "@/lib/workspace/actor";
import type { WorkspaceStore } from "@/lib/workspace/store";
import type { AudienceStore } from "./store";

/** What the verbs of audiences receive. */
export interface AudienceCtx {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly audiences: AudienceStore;
  readonly now: () => Date;
}

/** The verbs that ask the network. */
export interface AskingCtx extends AudienceCtx {
  readonly adApi: Pick<AdApi, "reachPanel" | "deliveryEstimate">;
}
