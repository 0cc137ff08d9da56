import { allocateMembers } from "./allocate-members";
import { drawCompanies } from "./draw-companies";
import { drawPeople } from "./draw-people";
import { drawSignals } from "./draw-signals";
import type { MemberBatch } from "./member-batch";
import { MemberRandom } from "./random";

export interface PopulationSlice {
  /** Any safe integer. */
  readonly seed: number;
  /** Number of the first member, below 2^31. */
  readonly first: number;
  readonly count: number;
  /** Days since 1970-01-01 (UTC) of the day the population is made for; signals and activity lie before it. */
  readonly today: number;
}

/**
 * Members `first .. first + count - 1` of the synthetic network with this seed, byte-identical for any cutting into
 * slices. A slice of 50,000 members takes about 6 MB.
 */
export function generateMembers(slice: PopulationSlice): MemberBatch {
  const random = new MemberRandom(slice.seed);
  const people = drawPeople(slice, random);
  const batch = allocateMembers(slice, people);
  drawSignals(batch, slice.today, random);
  drawCompanies(batch, slice.today, random);
  return batch;
}
