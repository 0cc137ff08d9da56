import type { Purpose, Recipient } from "@/lib/network/consent/purposes";
import type { ExactCount } from "./exact-count";
import type {
  AgeBand,
  CompanyKind,
  Device,
  Dimension,
  Expression,
  Gender,
  Strength,
} from "./expression";
import type { MemberSet } from "./member-set";

/** People in one cell of a cross-tab; `values` in the order of the asked dimensions, e.g. ["25-34", "female"]. Social is "yes" or "no". */
export interface ExactCell {
  readonly values: readonly string[];
  readonly count: ExactCount;
}

/** What people of given sets are counted by. */
export type SetDimensions = readonly Dimension[] | readonly ["region"];

/** What an ad set wants on one closed network day. */
export interface DeliveryDay {
  /** Days since 1970-01-01 in the ad account's zone. */
  readonly day: number;
  /** Planned impressions over the released size of the audience; says nothing exact. */
  readonly meanPerPerson: number;
}

/** Who an ad set reached on one day. */
export interface DeliveredDay {
  readonly day: number;
  readonly reached: MemberSet;
}

/**
 * One thing that happened to one member. Members are known by a number that never changes and is never reused.
 * A change states what holds from now on, so applying it twice is applying it once: a signal replaces the member's signal on
 * that segment, a company their relation of that kind; `company_removed` ends both kinds. Companies need not be known before.
 * Somebody who joins has given no consent yet and has no signals; a number that stands already, or has left, does not join again.
 * Changes to members who left or are not known, and signals on segments that may not be collected, do nothing.
 */
export type MemberChange =
  | {
      readonly type: "joined";
      /** At most 2^31 - 1, and not far above the highest number so far: engines keep a place for each number below. */
      readonly member: number;
      readonly ageBand: AgeBand | null;
      readonly gender: Gender;
      readonly country: string;
      /** ISO 3166-2; null when not known. */
      readonly region: string | null;
      readonly language: string;
      readonly device: Device;
      readonly onSocial: boolean;
      /** The day of joining, which is the last active one so far. Days since 1970-01-01 (UTC), here and below. */
      readonly day: number;
    }
  | {
      readonly type: "active";
      readonly member: number;
      /** The last day on which the member used the messenger. */
      readonly day: number;
    }
  | {
      readonly type: "consent";
      readonly member: number;
      readonly purpose: Purpose;
      readonly recipient: Recipient;
      readonly given: boolean;
    }
  | {
      readonly type: "signal";
      readonly member: number;
      readonly segment: string;
      readonly strength: Strength;
      readonly day: number;
    }
  | { readonly type: "signal_removed"; readonly member: number; readonly segment: string }
  /** Every signal at once, without saying which there were: what the log said about them before can then be erased. */
  | { readonly type: "signals_cleared"; readonly member: number }
  | {
      readonly type: "moved";
      readonly member: number;
      readonly ageBand: AgeBand | null;
      readonly gender: Gender;
      readonly country: string;
      readonly device: Device;
      readonly onSocial: boolean;
      /** Left out: as before in the same country, not known in another one. null: not known. */
      readonly region?: string | null;
      /** Left out: as before. */
      readonly language?: string;
      /** Kept out as spam: with `ageBand` null they count in no audience; the rest is as it is. Their own age is what it was. */
      readonly held?: true;
    }
  | {
      readonly type: "company";
      readonly member: number;
      readonly company: string;
      readonly kind: CompanyKind;
      readonly day: number;
    }
  | { readonly type: "company_removed"; readonly member: number; readonly company: string }
  | { readonly type: "left"; readonly member: number };

export interface EngineSize {
  readonly members: number;
  readonly bytes: number;
}

/**
 * Answers questions about consenting people, exactly. Both engines and the reference pass one contract suite.
 * Counts never leave the network except through `release`.
 */
export interface ReachEngine {
  readonly name: "embedded" | "clickhouse" | "reference";
  /** People who match and whose consent covers the question. */
  count(expression: Expression): Promise<ExactCount>;
  /** The cross-tab of the asked dimensions; empty cells are left out; parts sum to `count`. */
  cells(expression: Expression, by: readonly Dimension[]): Promise<readonly ExactCell[]>;
  /** 2 to 6 audiences as exclusive cells: index i holds people in exactly the audiences whose bit is set in i; index 0 is 0. */
  overlap(expressions: readonly Expression[]): Promise<readonly ExactCount[]>;
  /** Reached sets of whole days, deterministic in (ad set, member, day); see delivery-hash.ts. */
  deliver(
    expression: Expression,
    adSetId: string,
    days: readonly DeliveryDay[],
  ): Promise<readonly DeliveredDay[]>;
  /**
   * The people of the union of these sets by cell, or by region ("" is not known); empty cells are left out. People who left, or
   * who are under 18 or of unknown age, stand in no cell; consent is not looked at, because the sets hold whom an ad has reached.
   */
  cellsOfSets(sets: readonly MemberSet[], by: SetDimensions): Promise<readonly ExactCell[]>;
  /** Distinct people after each set: element i is the size of the union of sets 0..i. Sets may be empty. */
  union(sets: readonly MemberSet[]): Promise<readonly ExactCount[]>;
  /** Effective in every question asked after the promise resolves. */
  apply(change: MemberChange): Promise<void>;
  size(): Promise<EngineSize>;
  close(): Promise<void>;
}
