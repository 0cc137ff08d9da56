import type { MemberBatch } from "@/lib/network/population/member-batch";

/** Members drawn from a seed, as they were on the day they were made. */
interface SyntheticMembers {
  readonly kind: "synthetic";
  readonly seed: number;
  readonly members: number;
  /** Days since 1970-01-01 (UTC); stored once, so that the same people come back on any later day. */
  readonly madeOn: number;
}

/** Members that come from elsewhere: an import, or a test. */
export interface GivenMembers {
  readonly kind: "given";
  /** Names the source, so that a snapshot of another one is not taken for it. */
  readonly key: string;
  /** One more than the highest member number. */
  readonly members: number;
  /** Company ids in the order that `companyIndex` of the batches means: at most 65,536. Changes may bring others later, up to a million. */
  readonly companies: readonly string[];
  batches(): Iterable<MemberBatch> | AsyncIterable<MemberBatch>;
}

export type Population = SyntheticMembers | GivenMembers;

/** What a snapshot must have been made from. */
export const populationKey = (population: Population): string =>
  population.kind === "synthetic"
    ? `synthetic ${population.seed} ${population.members} ${population.madeOn}`
    : `given ${population.key} ${population.members}`;

/** Throws RangeError for a population that no engine can hold. */
export function checkPopulation({ members }: Population): void {
  if (!Number.isInteger(members) || members < 0 || members >= 2 ** 31) {
    throw new RangeError(`An engine cannot hold ${members} members.`);
  }
}
