/** Proof that the password of a share was given, for the rest of a visit; worthless for any other share or password. */
export interface ShareProofs {
  of(token: string, passwordHash: string): string;
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
