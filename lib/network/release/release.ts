import type { SetDimensions } from "@/lib/network/reach/engine";
import type { Dimension, Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { Result } from "@/lib/result";
import type { BudgetSpent, TooComplex } from "./refusals";
import type {
  KnownCount,
  ReleasedChange,
  ReleasedCount,
  ReleasedOverlap,
  ReleasedPart,
  ReleasedShare,
} from "./released";

/** Who asks: a workspace is an agency with all its clients, one adversary and one budget. */
export interface Asker {
  readonly workspaceId: string;
}

export type ReleaseRefusal = BudgetSpent | TooComplex;

/**
 * How exactly a size is asked for, always one step of the ladder at a time and by what was released before.
 * live: for every edit. sharp: one step further, for an audience that the live answer shows below 15,000 (one credit).
 * launch: the same below 5,000, charged as a report, so that spent questions stop no launch; when the budget does not allow even that,
 * the live answer or an older one.
 */
export type Precision = "live" | "sharp" | "launch";

/** Whom these ad sets (or single ads of them) reached from `since` to `until` (inclusive, days with delivery). `impressions` bounds the answer. */
export interface ReachAsk {
  readonly adSetIds: readonly number[];
  readonly since: string;
  readonly until: string;
  readonly impressions: number;
  /** Only what was answered before: asks nothing. */
  readonly ifKnown?: true;
}

/** 2-6 groups of ad sets, and the ask of all of them together. */
export interface OverlapAsk {
  readonly groups: readonly (readonly number[])[];
  readonly all: ReachAsk;
}

/** Whom an ad set, or one ad of it, reached on a settled day. */
export interface ReachedDay {
  readonly adSetId: number;
  readonly day: string;
  readonly reached: MemberSet;
}

/** Whom an ask reached, by disjoint cells. */
export interface ReachCellsAsk {
  readonly of: ReachAsk;
  readonly by: SetDimensions;
  /** Every cell that there could be, from public settings alone: also the empty ones get noise. */
  readonly domain: readonly (readonly string[])[];
}

/** A part of the reach that the report shows. */
export interface ReachedPart {
  readonly values: readonly string[];
  /** null below 5,000 in all: shares only. */
  readonly people: number | null;
  /** 0-1. */
  readonly share: number;
}

export type LaunchVerdict = "too_small" | "narrow" | "good" | "broad";

/**
 * The one exit for numbers about people. The same question gives the same answer until its epoch ends.
 * Everything shown (floor, range, shares, verdict) is computed from the released value, never from the exact one.
 */
export interface Release {
  count(
    by: Asker,
    expression: Expression,
    precision?: Precision,
  ): Promise<Result<ReleasedCount, ReleaseRefusal>>;
  /** Parts over disjoint cells, reconciled with the total shown for the same expression. */
  cells(
    by: Asker,
    expression: Expression,
    dimensions: readonly Dimension[],
  ): Promise<Result<readonly ReleasedPart[], ReleaseRefusal>>;
  /**
   * A size as precise as a share's sides (sigma 400), for a 64th of a credit and free beside a share of the same audience: the bars
   * of what each choice keeps. Below 10,000 people it says little more than an order of magnitude.
   */
  coarse(by: Asker, expression: Expression): Promise<Result<ReleasedCount, ReleaseRefusal>>;
  /** Share that `after` keeps of `before` (nested), 0-1; null: too few to say. */
  share(
    by: Asker,
    before: Expression,
    after: Expression,
  ): Promise<Result<ReleasedShare, ReleaseRefusal>>;
  /** Exclusive cells of 2-6 audiences, index = bits as in ReachEngine.overlap; one charge, whatever the order of the audiences. */
  overlap(
    by: Asker,
    expressions: readonly Expression[],
  ): Promise<Result<ReleasedOverlap, ReleaseRefusal>>;
  /** The newest live sizes that this workspace has paid for; null: it never asked. Asks nothing and costs nothing. */
  known(by: Asker, expressions: readonly Expression[]): Promise<readonly (KnownCount | null)[]>;
  /** What changed since an earlier week, from answers that this workspace has paid for; null: nothing that stands out of the noise. Asks the live size, and nothing else. */
  change(by: Asker, expression: Expression): Promise<ReleasedChange | null>;
  /**
   * Distinct people reached in each asked range, keyed by (ad sets, range) without epoch: a settled number never changes.
   * A range inside another never shows more than it. null: not answered before, and the budget has no room for it; the widest ranges
   * come first. `load` is called only when an answer is missing.
   */
  reached(
    by: Asker,
    asks: readonly ReachAsk[],
    load: () => Promise<readonly ReachedDay[]>,
  ): Promise<readonly (ReleasedCount | null)[]>;
  /**
   * Parts of the same reach by disjoint cells, reconciled with what `reached` shows; empty where that is hidden. One charge an ask,
   * as a report.
   */
  reachedCells(
    by: Asker,
    asks: readonly ReachCellsAsk[],
    load: () => Promise<readonly ReachedDay[]>,
  ): Promise<Result<readonly (readonly ReachedPart[])[], BudgetSpent>>;
  /** Exclusive cells over the people reached by 2-6 groups of ad sets, index = bits as in ReachEngine.overlap; parts of the total. */
  reachedOverlap(
    by: Asker,
    ask: OverlapAsk,
    load: () => Promise<readonly ReachedDay[]>,
  ): Promise<Result<ReleasedOverlap, BudgetSpent>>;
  /**
   * The audience's size that ad sets are paced by, or held against the floor, during a period (a month, an ISO week): released
   * once for it, without epoch. The same for every ad set with this audience, or many of them would average the noise away. With a
   * spent budget it is the newest size that the workspace has of this audience, of whatever kind: only a new one without any is refused.
   * `use` is "report" for whoever reads a report: what is kept for running ads is not for readers.
   */
  pacingSize(
    by: Asker,
    period: string,
    expression: Expression,
    use?: "pacing" | "report",
  ): Promise<Result<ReleasedCount, ReleaseRefusal>>;
  /** Good size or not, against everyone who could be reached in the same places. */
  verdict(count: ReleasedCount, of: ReleasedCount): LaunchVerdict;
  /** How much of the week's new estimates is left, 0-1. */
  left(by: Asker): Promise<number>;
}
