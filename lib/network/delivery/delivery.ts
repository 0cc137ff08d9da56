import type { Expression } from "@/lib/network/reach/expression";
import type { BudgetSpent } from "@/lib/network/release/refusals";
import type { Asker } from "@/lib/network/release/release";
import type { ReleasedCount, ReleasedOverlap } from "@/lib/network/release/released";
import type { Result } from "@/lib/result";
import type { Breakdown } from "./breakdown";
import type { FlightAccount, FlightFilter } from "./flight";

export interface InsightsAsk extends FlightFilter {
  readonly account: FlightAccount;
  readonly level: "account" | "campaign" | "adset" | "ad";
  /** Inclusive, YYYY-MM-DD in the account's zone. */
  readonly since: string;
  readonly until: string;
  /** Days a row; "monthly" is a calendar month each. */
  readonly increment: Increment;
  readonly settledOnly: boolean;
  /** Nobody reads `cumulativeReach`: it is the row's own, and nothing is asked for it. */
  readonly withoutCumulative?: boolean;
  /** Rows of one part each, of those with at least 1,000 people. */
  readonly breakdown?: Breakdown;
}

export type Increment = number | "all" | "monthly";

/** Where a number of people comes from: see `Insight`. */
export type ReachBasis = "released" | "open_day" | "not_opened" | "budget_spent";

export interface Insight {
  readonly campaignId: number | null;
  readonly adSetId: number | null;
  readonly since: string;
  readonly until: string;
  readonly impressions: number;
  readonly spendMinor: number;
  /** null below 1,000 people reached. */
  readonly clicks: number | null;
  readonly reach: ReleasedCount;
  /** From the start of the asked range to the end of this row. */
  readonly cumulativeReach: ReleasedCount;
  /** The open day: a projection by the reach curve, labelled. */
  readonly projected: boolean;
  /**
   * Everything but "released" is a projection by the reach curve, from impressions and sizes that are released already: of the open
   * day; of a single day among several until somebody asks for that day alone; of what the budget has no room for.
   */
  readonly reachBasis: ReachBasis;
  readonly cumulativeBasis: ReachBasis;
}

/** The part of a row that a breakdown's row stands for. */
export interface InsightPart {
  /** In the order of the breakdown's names. */
  readonly values: readonly string[];
  /** null below 5,000 in all: shares only. */
  readonly people: number | null;
  /** Of the row's reach, 0-1. */
  readonly share: number;
  /** Not counted but computed from released numbers: placements and frequencies. */
  readonly modelled: boolean;
}

/** A row with what stands on it beside reach: which ad, conversions, and which part when rows are broken down. */
export interface DetailedInsight extends Insight {
  readonly adId: number | null;
  /** By action type; of settled days. null below 1,000 people reached. */
  readonly conversions: Readonly<Record<string, number>> | null;
  /** null: the whole row; rows whose reach is hidden are not broken down. */
  readonly part: InsightPart | null;
}

export interface ForecastPoint {
  readonly spendMinor: number;
  readonly impressions: number;
  readonly reach: number;
}

/** What delivery offers the ad API. Every number of people in it is released. */
export interface Delivery {
  /**
   * Settles every closed day that is not settled yet. Safe to call at any time, from several places, and again after a crash. Answers when
   * the next day closes (network time): until then there is nothing to settle; null: nothing runs.
   */
  settle(filter: FlightFilter): Promise<Date | null>;
  insights(ask: InsightsAsk): Promise<readonly DetailedInsight[]>;
  /** Exclusive cells of 2-6 campaigns' reached sets. */
  overlap(
    account: FlightAccount,
    campaignIds: readonly number[],
    since: string,
    until: string,
  ): Promise<Result<ReleasedOverlap, BudgetSpent>>;
  /** A day's spend, impressions and reach at 12 growing budgets, from the released size; null when hidden. */
  forecast(
    by: Asker,
    account: FlightAccount,
    expression: Expression,
    objective: string,
  ): Promise<readonly ForecastPoint[] | null>;
  /** Clears members' bits (ascending) in settled days, after the engine knows that they left or withdrew. Numbers stay. */
  erase(members: readonly number[]): Promise<void>;
}
