/** The layout below. Tables of another version are never read; it is part of what a load is known by. */
export const layoutVersion = 1;

/** Where one engine's tables are and how members lie in them. */
export interface Place {
  readonly database: string;
  readonly shards: number;
  /** So many consecutive numbers lie on one shard, the next ones on the next; a power of two, 65,536 or a test's fewer. */
  readonly stripe: number;
  /** So many consecutive numbers share the rows of `bits`. */
  readonly chunk: number;
}

export const placeOf = (database: string, shards: number, stripe: number): Place => ({
  database,
  shards,
  stripe,
  // About a million members of each shard: a bitmap of 16 containers at most.
  chunk: stripe * 16 * shards,
});

export const shardOf = (place: Place, member: number): number =>
  Math.floor(member / place.stripe) % place.shards;

/** A member's row, in `members` as loaded or folded in, and in `fresh` as changed since. The highest version holds. */
const columns = `
  member UInt32,
  version UInt64,
  gone UInt8,
  country LowCardinality(String),
  region LowCardinality(String),
  language LowCardinality(String),
  age LowCardinality(String),
  gender LowCardinality(String),
  device LowCardinality(String),
  social UInt8,
  active UInt16,
  consent UInt16,
  signals Array(Tuple(LowCardinality(String), UInt8, UInt16)),
  companies Array(Tuple(String, LowCardinality(String), UInt16))`;

/** Names of the columns of a member's row, in the order in which rows are written and read. */
export const rowColumns: readonly string[] = columns
  .trim()
  .split("\n")
  .map((line) => line.trim().split(" ")[0] ?? "");

/**
 * - `standing`: what the shard holds; the row is written last, so a load that broke off is found.
 * - `members`: every member, for changes to start from. Members who left stay as a stone (`gone`): their number never comes back.
 * - `bits`: people by attribute, as bitmaps; an epoch is one complete set of them.
 * - `fresh`: members changed since the epoch's bitmaps were made. Questions leave them out of the bitmaps and look at their rows.
 */
export const createTables = (database: string): readonly string[] => [
  `CREATE DATABASE IF NOT EXISTS ${database}`,
  `CREATE TABLE IF NOT EXISTS ${database}.standing (version UInt64, ready UInt8, load String, owner String,
  population String, shard UInt16, shards UInt16, epoch UInt32, position UInt64)
ENGINE = ReplacingMergeTree(version) ORDER BY shard`,
  `CREATE TABLE IF NOT EXISTS ${database}.members (${columns})
ENGINE = ReplacingMergeTree(version) ORDER BY member SETTINGS index_granularity = 1024`,
  `CREATE TABLE IF NOT EXISTS ${database}.bits (epoch UInt32, kind LowCardinality(String), id String, grade UInt8,
  level UInt8, block UInt16, chunk UInt16, people AggregateFunction(groupBitmap, UInt32))
ENGINE = MergeTree PARTITION BY epoch ORDER BY (kind, id, grade, level, block, chunk) SETTINGS index_granularity = 256`,
  `CREATE TABLE IF NOT EXISTS ${database}.fresh (${columns},
  epoch UInt32)
ENGINE = ReplacingMergeTree(version) PARTITION BY epoch ORDER BY member SETTINGS index_granularity = 1024`,
];

export const emptyTables = (database: string): readonly string[] =>
  ["standing", "members", "bits", "fresh"].map((table) => `TRUNCATE TABLE ${database}.${table}`);
