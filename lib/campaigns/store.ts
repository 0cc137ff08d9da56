import type { Result } from "@/lib/result";
import type { Campaign, RemoteIds } from "./campaign";

export type SaveConflict = { readonly code: "conflict"; readonly message: string };

export interface Activity {
  readonly id: string;
  readonly campaignId: string;
  readonly agencyId: string;
  readonly at: Date;
  readonly by: string;
  readonly what: string;
}

/** Campaigns of an agency's clients. Every call names the agency; another agency's row is not found. */
export interface CampaignStore {
  get(agencyId: string, id: string): Promise<Campaign | null>;
  /** Last changed first. */
  list(agencyId: string, clientId: string): Promise<readonly Campaign[]>;
  /**
   * The campaign carries the version that was read, 0 when it is new; it is written one version on.
   * A stale version is a conflict and writes nothing.
   */
  save(campaign: Campaign): Promise<Result<Campaign, SaveConflict>>;
  /**
   * Adds ids of remote objects to a launch in progress, without touching the version. A launch that was taken back in
   * the meantime has another version and keeps nothing of them.
   */
  addRemote(agencyId: string, id: string, version: number, remote: RemoteIds): Promise<void>;
  /** Campaigns whose launch was written down and not finished, over all agencies: carried on at start. */
  listLaunching(): Promise<readonly Campaign[]>;
  /** An entry with an id that is there already is the same entry. */
  log(activity: Activity): Promise<void>;
  /** Newest first. */
  listActivity(agencyId: string, campaignId: string): Promise<readonly Activity[]>;
}
