import type { Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { ReachedDay } from "@/lib/network/release/release";

/** The ad account's money and clock. */
export interface FlightAccount {
  readonly id: string;
  readonly workspaceId: string;
  readonly currency: string;
  readonly minorUnits: number;
  readonly timeZone: string;
}

/** An ad set as delivery sees it: who, when, how much, and when it was really on (ad set, campaign and an approved ad all active). */
export interface Flight {
  readonly adSetId: number;
  readonly campaignId: number;
  readonly account: FlightAccount;
  readonly expression: Expression;
  readonly objective: string;
  readonly budget:
    | { readonly kind: "daily"; readonly minor: number }
    | { readonly kind: "lifetime"; readonly minor: number };
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly maxFrequency: { readonly times: number; readonly days: number } | null;
  readonly live: readonly LiveSpan[];
  /** Its ads, ascending by id, and when each was on within `live`. */
  readonly ads: readonly FlightAd[];
  /** The company that its ads speak for; null: not known. */
  readonly companyId: string | null;
}

/** A stretch of network time; in a list ascending and not overlapping. `to` is null while it lasts. */
interface LiveSpan {
  readonly from: Date;
  readonly to: Date | null;
}

export interface FlightAd {
  readonly id: number;
  readonly live: readonly LiveSpan[];
}

/** A list that is left out asks for all, an empty one for none. */
export interface FlightFilter {
  readonly accountId?: string;
  readonly campaignIds?: readonly number[];
  readonly adSetIds?: readonly number[];
}

/** Where delivery finds the ad sets that ran or run. The ad API's objects are the source. */
export interface FlightSource {
  listFlights(filter: FlightFilter): Promise<readonly Flight[]>;
}

/** One settled day as stored; see `settled_day`. */
export interface SettledDay {
  readonly adSetId: number;
  readonly campaignId: number;
  readonly accountId: string;
  /** YYYY-MM-DD in the account's zone. */
  readonly day: string;
  readonly impressions: number;
  readonly spendMinor: number;
  readonly clicks: number;
  readonly reached: MemberSet;
}

/** A settled day without its people: what may be summed. */
export type SettledNumbers = Omit<SettledDay, "reached">;

export type SettledFilter = FlightFilter & { readonly since?: string; readonly until?: string };

/** Settled days, each written once: a second insert of the same (ad set, day) is ignored. */
export interface SettledDayStore {
  insertOnce(days: readonly SettledDay[]): Promise<void>;
  /** By day, then ad set. */
  list(filter: SettledFilter): Promise<readonly SettledNumbers[]>;
  /** Whom each of those days reached, in the same order. */
  listReached(filter: SettledFilter): Promise<readonly ReachedDay[]>;
  /** The last settled day per ad set. */
  lastDays(adSetIds: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Clears the bits of members (ascending) everywhere; numbers stay. */
  erase(members: readonly number[]): Promise<void>;
}
