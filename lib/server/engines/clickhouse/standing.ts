import type { Nodes, Row } from "./nodes";
import { text } from "./sql";

/** What a shard says it holds. */
export interface Standing {
  readonly version: number;
  /** The load was finished: every table is complete. */
  readonly ready: boolean;
  /** One load has one name on all its shards; each answer proves that it comes from this load. */
  readonly load: string;
  /** The deployment whose tables these are. */
  readonly owner: string;
  /** What the members were made from. */
  readonly population: string;
  readonly shard: number;
  readonly shards: number;
  /** The epoch of the bitmaps that hold. */
  readonly epoch: number;
  /** Everything of the change log up to here has been applied. */
  readonly position: number;
}

const fields = "version, ready, load, owner, population, shard, shards, epoch, position";

/** What a shard holds; null when nothing was ever loaded. */
export async function readStanding(
  nodes: Nodes,
  shard: number,
  database: string,
): Promise<Standing | null> {
  const [row] = await nodes.ask(
    shard,
    `SELECT ${fields} FROM ${database}.standing ORDER BY version DESC LIMIT 1`,
  );
  return row ? parse(row) : null;
}

const parse = (row: Row): Standing => {
  const [version, ready, load, owner, population, shard, shards, epoch, position] = row;
  return {
    version: Number(version),
    ready: Number(ready) === 1,
    load: String(load),
    owner: String(owner),
    population: String(population),
    shard: Number(shard),
    shards: Number(shards),
    epoch: Number(epoch),
    position: Number(position),
  };
};

export const writeStanding = (
  nodes: Nodes,
  database: string,
  { version, ready, load, owner, population, shard, shards, epoch, position }: Standing,
): Promise<void> =>
  nodes.run(
    shard,
    `INSERT INTO ${database}.standing (${fields}) VALUES (${version}, ${ready ? 1 : 0}, ${text(load)}, ${text(owner)}, ${text(population)}, ${shard}, ${shards}, ${epoch}, ${position})`,
  );

/** Stands in the row by which a shard proves what it holds. */
export const proof = "proof";

/**
 * The question to one shard with the proof of what it holds: each answer has one row with nobody in it, and all rows carry
 * the shard's number. A shard without this load answers no row at all.
 */
export const withProof = (database: string, load: string, rows: string): string =>
  `SELECT proof.shard AS shard, answer.v AS v, answer.n AS n
FROM (SELECT shard FROM ${database}.standing WHERE load = ${text(load)} AND ready = 1 LIMIT 1) AS proof
CROSS JOIN (SELECT [${text(proof)}] AS v, toUInt64(0) AS n UNION ALL ${rows}) AS answer`;
