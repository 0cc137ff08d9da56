/** Which members a shard holds. */
export interface ShardRange {
  readonly shard: number;
  readonly shards: number;
  /** Its part of the members that the population was made with. */
  readonly first: number;
  readonly count: number;
  /** Members that the population was made with, in all shards. */
  readonly members: number;
}

/** Consecutive members in consecutive places. */
export interface Stretch {
  readonly member: number;
  readonly place: number;
  readonly places: number;
}

/**
 * A shard counts its members by place. First come those it was made with; who joins later is dealt out to the shards in
 * stripes of so many numbers, so that millions of new members spread over all workers. Places ascend with numbers.
 */
const stripe = 65_536;

/** A bitmap over the places has a new word where the stripes begin. */
const stripesFrom = ({ count }: ShardRange) => Math.ceil(count / 64) * 64;

/** The place of a member in a shard, or null when another shard has it. */
export function placeIn(range: ShardRange, member: number): number | null {
  const { first, count, members, shard, shards } = range;
  if (member < members) return member >= first && member < first + count ? member - first : null;
  const beyond = member - members;
  const turn = Math.floor(beyond / stripe);
  if (turn % shards !== shard) return null;
  return stripesFrom(range) + Math.floor(turn / shards) * stripe + (beyond % stripe);
}

/** The members in the first so many places of a shard, in ascending order. */
export function stretchesOf(range: ShardRange, places: number): Stretch[] {
  const { first, count, members, shard, shards } = range;
  const stretches = count > 0 ? [{ member: first, place: 0, places: count }] : [];
  for (let place = stripesFrom(range), turn = shard; place < places; place += stripe) {
    stretches.push({
      member: members + turn * stripe,
      place,
      places: Math.min(stripe, places - place),
    });
    turn += shards;
  }
  return stretches;
}
