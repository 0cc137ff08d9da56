import type { ExactCount } from "./exact-count";

/** What the overview of the whole network lists: rules on these segments as they are when newly chosen (any strength, 180 days). */
export interface OverviewAsk {
  /** One row each; ids of the taxonomy. */
  readonly segments: readonly string[];
  /** The most segments in which one person counts: the first so many of those that hold for them, in the order of `segments`. */
  readonly mostSegments: number;
  /** Segments of which pairs are counted. */
  readonly branches: readonly string[];
  /** The most branches in which one person counts, likewise: 10 are 45 pairs. */
  readonly mostBranches: number;
}

/**
 * How many consenting people (relevant ads for any recipient, adults) each segment holds. A person adds at most 1 to each number and
 * to no more numbers of one kind than the ask allows, which is what bounds how much anybody changes it.
 */
export interface ExactOverview {
  /** By segment. */
  readonly totals: readonly ExactCount[];
  /** By segment, then by the network's countries in their order. */
  readonly byCountry: readonly (readonly ExactCount[])[];
  /** By segment, then by age band. */
  readonly byAge: readonly (readonly ExactCount[])[];
  /** People with both branches, for every a < b: (0,1) (0,2) ... (1,2) ... */
  readonly pairs: readonly ExactCount[];
}

/** Looks once at everybody: for a monthly release in the background, never while somebody waits. */
export interface OverviewSource {
  overview(ask: OverviewAsk): Promise<ExactOverview>;
}
