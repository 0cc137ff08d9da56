/** Passwords of share links, hashed slowly with a salt of their own. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** What a link is recognised by. */
export interface ShareTokens {
  /** 256 random bits, safe in an address. */
  create(): string;
  /** SHA-256 of a token: all that is kept of it. */
  hash(token: string): string;
  /** Proof that the password of a share was given, for the rest of a visit; worthless for any other share or password. */
  proof(token: string, passwordHash: string): string;
  /** Compares in constant time. */
  same(a: string, b: string): boolean;
}

/** Counts wrong passwords of a share. */
export interface Attempts {
  /** Minutes until another try is heard; 0: now. */
  waitMinutes(key: string, now: Date): number;
  failed(key: string, now: Date): void;
  /** Forgets the tries: the right password was given. */
  passed(key: string): void;
}
