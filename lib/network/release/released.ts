declare const released: unique symbol;

/** A number of people that may leave the network. Only `release` makes one. */
export interface ReleasedCount {
  readonly [released]: true;
  /** Fewer than the floor of 1,000: then shown and lower are 0 and upper is the floor. */
  readonly hidden: boolean;
  readonly shown: number;
  readonly lower: number;
  readonly upper: number;
  readonly step: number;
  /** Standard deviation of the noise in it: a public setting, which pacing and the launch gate read. */
  readonly sigma: number;
  /** Large enough to launch: the noisy value is at least 1,000 + 3 sigma. */
  readonly launchable: boolean;
  /** ISO 8601. Of a question: the Monday of its week, never the moment at which somebody asked it first. Of settled reach: when it was first released. */
  readonly asOf: string;
}

/** Parts of a released total; they sum to it. People are null below 5,000 (shares only); people and shares are null when the total is hidden. */
export interface ReleasedPart {
  readonly value: string;
  readonly people: number | null;
  readonly share: number | null;
  /** The Monday of the week whose answer it is, ISO 8601. */
  readonly asOf: string;
}

/** A share of people; null: too few to say. */
export interface ReleasedShare {
  readonly share: number | null;
  /** The Monday of the oldest week whose answers are in it, ISO 8601. */
  readonly asOf: string;
}

/** How many people more (or, below 0, fewer) fit than at the last answer of an earlier week; a number of two digits. */
export interface ReleasedChange {
  readonly people: number;
  /** The Monday of that week, ISO 8601. */
  readonly since: string;
}

/** A size that a workspace has already, and what changed since the week before it. */
export interface KnownCount {
  readonly count: ReleasedCount;
  readonly change: ReleasedChange | null;
}

/** Exclusive parts of several audiences, all of one answer. */
export interface ReleasedOverlap {
  /** People in at least one. */
  readonly total: ReleasedCount;
  /** People in exactly the audiences whose bits are set in the index; index 0 is nobody. */
  readonly cells: readonly ReleasedCount[];
  /** People in each, as the sum of its cells. */
  readonly sizes: readonly ReleasedCount[];
  /** The order in which each next one adds the most people to those before it. */
  readonly order: readonly ReleasedStep[];
}

export interface ReleasedStep {
  /** Which one, by its place. */
  readonly index: number;
  readonly adds: ReleasedCount;
  readonly reached: ReleasedCount;
}
