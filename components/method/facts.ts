/** What the method page says in figures, taken from the code that does it. */
export interface MethodFacts {
  readonly floor: number;
  readonly launch: number;
  readonly sharesOnlyBelow: number;
  readonly shareFloor: number;
  /** 0-1 */
  readonly partForReports: number;
  /** 0-1, within the part for reports. */
  readonly partForPacing: number;
  readonly precision: readonly Precision[];
  readonly windows: readonly WindowFacts[];
}

export interface Precision {
  /** Answers of at least so many people stop here; null: only when asked for. */
  readonly from: number | null;
  /** Standard deviation of the noise, in people. */
  readonly sigma: number;
}

export interface WindowFacts {
  readonly days: number;
  readonly credits: number;
  /** At delta 1e-9, by questions alone and together with the monthly overviews. */
  readonly epsilon: number;
  readonly epsilonWithOverviews: number;
  /** True positives less false positives of the best possible test, 0-1. */
  readonly advantage: number;
  readonly advantageWithOverviews: number;
}

/** A version of the notice and where its texts are, by the names of their languages. */
export interface NoticeFacts {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly since: string;
  readonly isCurrent: boolean;
  readonly texts: readonly { readonly language: string; readonly href: string }[];
}
