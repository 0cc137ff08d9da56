import type { Client } from "./actor";

interface FirstAgency {
  readonly agency: { readonly id: string; readonly name: string };
  readonly owner: { readonly id: string; readonly name: string; readonly email: string };
  readonly passwordHash: string;
  readonly client: Client;
}

/** How agencies begin. */
export interface Founding {
  insertAgency(agency: FirstAgency["agency"]): Promise<void>;
  hasAnybody(): Promise<boolean>;
  /** Writes all of it, or nothing and false when somebody has an account already. */
  found(first: FirstAgency): Promise<boolean>;
}
