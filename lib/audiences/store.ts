import type { Result } from "@/lib/result";
import type { Audience } from "./audience";

export type SaveConflict = { readonly code: "conflict"; readonly message: string };

export interface AudienceVersion {
  readonly version: number;
  readonly name: string;
  readonly rules: Audience["rules"];
  readonly at: Date;
  readonly by: string;
}

/** Audiences of an agency's clients. Every call names the agency; another agency's row is not found. */
export interface AudienceStore {
  get(agencyId: string, id: string): Promise<Audience | null>;
  /** Every state, last changed first. */
  list(agencyId: string, clientId: string): Promise<readonly Audience[]>;
  /**
   * The audience carries the version that was read, 0 when it is new; it is written one version on.
   * A stale version is a conflict and writes nothing. Written as "saved", it is kept as a version too.
   */
  save(audience: Audience): Promise<Result<Audience, SaveConflict>>;
  /** What was saved for use, newest first; drafts in between leave none. */
  listVersions(agencyId: string, id: string): Promise<readonly AudienceVersion[]>;
}
