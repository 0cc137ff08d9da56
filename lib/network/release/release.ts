import type { Dimension, Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { Result } from "@/lib/result";
import type { ReleasedCount, ReleasedPart } from "./released";

/** Who asks: a workspace is an agency with all its clients, one adversary and one budget. */
export interface Asker {
  readonly workspaceId: string;
}

export type ReleaseRefusal =
  | { readonly code: "budget_spent"; readonly message: string }
  | { readonly code: "too_complex"; readonly message: string };

export type LaunchVerdict = "too_small" | "narrow" | "good" | "broad";

/**
 * The one exit for numbers about people. The same question gives the same answer until its epoch ends.
 * Everything shown (floor, range, shares, verdict) is computed from the released value, never from the exact one.
 */
export interface Release {
  count(by: Asker, expression: Expression): Promise<Result<ReleasedCount, ReleaseRefusal>>;
  /** Parts over disjoint cells, reconciled with the total shown for the same expression. */
  cells(
    by: Asker,
    expression: Expression,
    dimensions: readonly Dimension[],
  ): Promise<Result<readonly ReleasedPart[], ReleaseRefusal>>;
  /** Share that `after` keeps of `before` (nested), 0-1; null: too few to say. */
  share(
    by: Asker,
    before: Expression,
    after: Expression,
  ): Promise<Result<number | null, ReleaseRefusal>>;
  /** Distinct people reached after each closed day, keyed by (entity, range, closed day), without epoch: a settled number never changes. */
  reached(
    key: { readonly entity: string; readonly since: string },
    days: readonly { readonly day: string; readonly set: MemberSet }[],
  ): Promise<readonly ReleasedCount[]>;
  /** Exclusive cells over 2-6 reached sets, index = bits as in ReachEngine.overlap; first the total. */
  reachedOverlap(
    key: { readonly entity: string; readonly since: string; readonly until: string },
    sets: readonly (readonly MemberSet[])[],
  ): Promise<{ readonly total: ReleasedCount; readonly cells: readonly ReleasedCount[] }>;
  /** Good size or not, against everyone who could be reached in the same places. */
  verdict(count: ReleasedCount, of: ReleasedCount): LaunchVerdict;
  /** How much of the week's new estimates is left, 0-1. */
  left(by: Asker): Promise<number>;
}
