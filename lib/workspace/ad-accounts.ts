export const tokenScopes = ["read", "manage"] as const;
/** How many days a token holds; 0: until it is revoked. */
export const tokenDays = [30, 90, 365, 0] as const;
type TokenScope = (typeof tokenScopes)[number];

interface NewAdAccount {
  readonly agencyId: string;
  readonly name: string;
  readonly currency: string;
  readonly minorUnits: number;
  readonly timeZone: string;
}

export interface NetworkCompany {
  readonly id: string;
  readonly name: string;
}

/** An ad API token as kept: without the token. */
export interface AdToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  /** act_<n>; null: every account of the agency. */
  readonly accountId: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** From then on it is refused; null: it holds until it is revoked. */
  readonly expiresAt: Date | null;
}

/** What an agency sets up at the network: ad accounts, the companies it knows, keys to its ad API. */
export interface AdAccounts {
  /** Opens an ad account for the agency and answers its id, act_<n>. */
  open(account: NewAdAccount): Promise<string>;
  /** Companies whose name contains the text, by name, at most 50; an empty text lists the first. */
  searchCompanies(text: string): Promise<readonly NetworkCompany[]>;
  /** The ones that exist, in no order. */
  findCompanies(ids: readonly string[]): Promise<readonly NetworkCompany[]>;
  insertToken(agencyId: string, token: AdToken & { readonly tokenHash: string }): Promise<void>;
  /** Newest first, revoked ones too. */
  listTokens(agencyId: string): Promise<readonly AdToken[]>;
  /** False when the agency has no such token, or it was revoked before. */
  revokeToken(agencyId: string, id: string, at: Date): Promise<boolean>;
}
