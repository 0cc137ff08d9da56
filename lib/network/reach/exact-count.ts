declare const exact: unique symbol;

/**
 * A true number of people. It stays inside the network: only `release` turns one into something that may be shown.
 * To the compiler it is not a number, so that it fits no view, log line or sum by accident; at run time it is one.
 */
export interface ExactCount {
  readonly [exact]: true;
}

/** For engines. */
export const exactCount = (people: number): ExactCount => people as unknown as ExactCount;

/** Opens the count. Only engines, `release` and tests may (a test walks the sources). */
export const peopleIn = (count: ExactCount): number => count as unknown as number;
