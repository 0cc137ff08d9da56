export const roles = ["owner", "account_manager", "marketer", "viewer"] as const;
export type Role = (typeof roles)[number];

/** What a person may do at an agency: for one client, or for all of them (null). */
export interface Grant {
  readonly agencyId: string;
  readonly clientId: string | null;
  readonly role: Role;
}

/** The signed-in person, within one agency. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly grants: readonly Grant[];
}

/** An agency's client: one ad account, its money and its clock. */
export interface Client {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  /** act_<n> */
  readonly accountId: string;
  /** ISO 4217 */
  readonly currency: string;
  /** 100 minor units a major for EUR, 1 for JPY. */
  readonly minorUnits: number;
  /** IANA */
  readonly timeZone: string;
  readonly companies: readonly ClientCompany[];
}

/** A company the client owns, or may use for its ads. */
export interface ClientCompany {
  readonly id: string;
  readonly name: string;
  readonly relation: "owns" | "may_use";
}
