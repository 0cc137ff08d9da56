/** A share link as kept: the token and the password only as hashes. */
export interface ReportShare {
  readonly id: string;
  readonly tokenHash: string;
  readonly agencyId: string;
  readonly clientId: string;
  readonly since: string;
  readonly until: string;
  readonly scope: "numbers" | "with_audience";
  readonly passwordHash: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly views: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** The report as it was when shared. */
  readonly snapshot: unknown;
}

export interface ReportShareStore {
  insert(share: ReportShare): Promise<void>;
  list(agencyId: string, clientId: string): Promise<readonly ReportShare[]>;
  getByTokenHash(tokenHash: string): Promise<ReportShare | null>;
  /** False when there is no such share in the agency. */
  revoke(agencyId: string, id: string, at: Date): Promise<boolean>;
  countView(id: string): Promise<void>;
}
