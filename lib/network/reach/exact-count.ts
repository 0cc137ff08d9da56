declare const exact: unique symbol;

/** A true number of people. It stays inside the network: only `release` turns one into something that may be shown. */
export type ExactCount = number & { readonly [exact]: true };

export const exactCount = (people: number): ExactCount => people as ExactCount;
