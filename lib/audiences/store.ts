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
  list(agencyId: string, clientId: string): Promise<readonly Audience[]>;
  /** Inserts the audience at version 1, or replaces version n with n + 1; a stale version is a conflict and writes nothing. */
  save(audience: Audience): Promise<Result<Audience, SaveConflict>>;
  listVersions(agencyId: string, id: string): Promise<readonly AudienceVersion[]>;
}
