/** A one-time link with which a person sets a password: the token only as its hash. */
export interface PasswordLink {
  readonly tokenHash: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  /** The person who made it, or "console". */
  readonly createdBy: string;
}

export interface CredentialStore {
  getPasswordHash(personId: string): Promise<string | null>;
  setPasswordHash(personId: string, passwordHash: string): Promise<void>;
  /** Signs the person out everywhere, but for one session that may stay. */
  endSessions(personId: string, exceptSessionId: string | null): Promise<void>;
  /** Earlier links of the person stop working. */
  putLink(link: PasswordLink): Promise<void>;
  /** Whose password the link sets; null when it is unknown, used or expired. */
  peekLink(tokenHash: string, now: Date): Promise<{ readonly email: string } | null>;
  /** Uses the link up and sets the password, both or neither; the person's id, or null as for `peekLink`. */
  redeemLink(tokenHash: string, now: Date, passwordHash: string): Promise<string | null>;
}

/** Slow, salted hashes of passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** Secrets that are shown once. */
export interface Tokens {
  /** 256 random bits, safe in an address. */
  create(): string;
  /** SHA-256: all that is kept of a token. */
  hash(token: string): string;
}
