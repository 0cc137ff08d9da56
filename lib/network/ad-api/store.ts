import type { FlightAccount } from "@/lib/network/delivery/flight";

export type ObjectKind =
  | "campaign"
  | "adset"
  | "ad"
  | "creative"
  | "image"
  | "prediction"
  | "reportrun"
  | "customaudience"
  | "savedaudience";

export type ConfiguredStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DELETED";

/** One object of the ad API. `data` holds its written fields as its description declares them. */
export interface AdObject {
  readonly id: number;
  readonly kind: ObjectKind;
  /** The digits of act_<n>. */
  readonly accountId: string;
  readonly parentId: number | null;
  readonly status: ConfiguredStatus;
  readonly data: Readonly<Record<string, unknown>>;
  /** Network time, here and below. */
  readonly createdTime: Date;
  readonly updatedTime: Date;
}

export interface NewAdObject extends AdObject {
  /** Unique within the account: a second insert answers the first object. */
  readonly operationId: string | null;
  /** Written with it, when it is made. */
  readonly activities?: readonly Activity[];
}

interface ObjectChange {
  readonly status?: ConfiguredStatus;
  /** Keys to write over; the others stay. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** Written with the change. */
  readonly activities?: readonly Activity[];
}

/** One line of an account's activity log: who changed what, and when (network time). */
export interface Activity {
  readonly accountId: string;
  readonly at: Date;
  readonly eventType: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly objectId: string;
  readonly objectType: string;
  readonly objectName: string;
  /** What was written, by field: old and new values. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface LoggedActivity extends Activity {
  /** Ascends in the order in which the lines were written. */
  readonly seq: number;
}

/** Reads the log that object stores write. */
export interface ActivityStore {
  /** Newest first; both ends inclusive. */
  list(accountId: string, since: Date, until: Date): Promise<readonly LoggedActivity[]>;
}

export interface StatusChange {
  readonly objectId: number;
  readonly status: ConfiguredStatus;
  readonly at: Date;
}

interface ObjectFilter {
  readonly kind: ObjectKind;
  readonly accountIds?: readonly string[];
  readonly parentIds?: readonly number[];
  readonly ids?: readonly number[];
}

/** Objects of every account; whoever calls checks whose they are. */
export interface AdObjectStore {
  /** Writes the object and its first status change, unless its operation id is there already; answers what is there. */
  insertOnce(object: NewAdObject): Promise<{ readonly object: AdObject; readonly made: boolean }>;
  getByOperation(accountId: string, operationId: string): Promise<AdObject | null>;
  /** In no order; ids that do not exist are left out. */
  getMany(ids: readonly number[]): Promise<readonly AdObject[]>;
  /** Ascending by id. A list in the filter that is empty matches nothing. */
  list(filter: ObjectFilter): Promise<readonly AdObject[]>;
  /** Writes the change and, when the status differs, a status change, together. null: no such object. */
  update(id: number, change: ObjectChange): Promise<AdObject | null>;
  /** Ascending in time. */
  listStatusChanges(ids: readonly number[]): Promise<readonly StatusChange[]>;
  /** An image of any account by its hash. */
  findImage(hash: string): Promise<AdObject | null>;
}

/** An ad account: whose it is, its money and its clock. `id` is the digits of act_<n>. */
export interface AdAccount extends FlightAccount {
  readonly name: string;
}

export interface AdAccountStore {
  get(id: string): Promise<AdAccount | null>;
  /** Ascending by name. */
  list(workspaceId: string): Promise<readonly AdAccount[]>;
}

/** What a token allows. */
export interface AdToken {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  /** null: every account of the workspace. */
  readonly accountId: string | null;
  readonly scope: "read" | "manage";
  /** Wall time; null: it holds until it is revoked. */
  readonly expiresAt: Date | null;
}

/** Tokens that were made and not revoked, expired ones too, by their SHA-256: the token itself is never kept. */
export interface AdTokenStore {
  getByHash(tokenHash: string): Promise<AdToken | null>;
}
