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
  /** When it was first released, ISO 8601. */
  readonly asOf: string;
}

/** Parts of a released total; they sum to it. People are null below 5,000 (shares only); people and shares are null when the total is hidden. */
export interface ReleasedPart {
  readonly value: string;
  readonly people: number | null;
  readonly share: number | null;
}
