import { foldChunk } from "./fill-bits";
import { onEach } from "./load";
import type { Nodes } from "./nodes";
import { type Place, rowColumns } from "./tables";

interface Folding {
  readonly nodes: Nodes;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly today: number;
  /** Called when the new epoch is complete on every shard: from here on it holds, and nobody reads the old one any more. */
  settle(): Promise<void>;
}

/**
 * Makes the next epoch's bitmaps beside the old ones on every shard, lets it hold, then drops the old. Wherever it breaks
 * off, one complete epoch holds: the old one until all shards are done, the new one from the first shard that says so.
 */
export async function foldOnce({ nodes, place, from, to, today, settle }: Folding): Promise<void> {
  const { database } = place;
  await Promise.all(
    Array.from({ length: nodes.count }, async (_, shard) => {
      await nodes.run(shard, `ALTER TABLE ${database}.bits DROP PARTITION ${to}`);
      const rows = await nodes.ask(
        shard,
        `SELECT DISTINCT chunk FROM (SELECT chunk FROM ${database}.bits WHERE epoch = ${from}
UNION DISTINCT SELECT toUInt16(intDiv(member, ${place.chunk})) AS chunk FROM ${database}.fresh WHERE epoch < ${to}) ORDER BY chunk`,
      );
      for (const [chunk] of rows) {
        await nodes.run(shard, foldChunk(place, Number(chunk), from, to, today));
      }
      const columns = rowColumns.join(", ");
      await nodes.run(
        shard,
        `INSERT INTO ${database}.members (${columns}) SELECT ${columns} FROM ${database}.fresh FINAL WHERE epoch < ${to}`,
      );
    }),
  );
  await settle();
  await dropOld(nodes, database, to);
}

/** Drops what no epoch that holds needs. */
export async function dropOld(nodes: Nodes, database: string, epoch: number): Promise<void> {
  for (let shard = 0; shard < nodes.count; shard += 1) {
    const parts = await nodes.ask(
      shard,
      `SELECT DISTINCT table, toUInt32(partition) AS epoch FROM system.parts
WHERE database = '${database}' AND table IN ('bits', 'fresh') AND active`,
    );
    for (const [table, old] of parts) {
      const drop = table === "bits" ? Number(old) !== epoch : Number(old) < epoch;
      if (drop) await nodes.run(shard, `ALTER TABLE ${database}.${table} DROP PARTITION ${old}`);
    }
  }
  await onEach(nodes, () => `OPTIMIZE TABLE ${database}.members`);
}
