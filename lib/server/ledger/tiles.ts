import { and, desc, eq, sql } from "drizzle-orm";
import type { Hash } from "@/lib/network/consent/ledger/tree-hash";
import type { ReadNode } from "@/lib/network/consent/ledger/tree-proofs";
import {
  extendTiles,
  nodesOfTiles,
  type ReadTile,
  sizeOf,
} from "@/lib/network/consent/ledger/tree-tiles";
import type { Database } from "../db/database";
import { ledgerTile } from "../db/schema/ledger";

/** Any number that only Nod's consent ledger uses. */
const LEDGER_LOCK = 7_063_005;

/** Until the transaction ends nobody else appends, so that leaves have no gaps and every tile holds what the last one wrote. */
export const lockLedger = (tx: Database) =>
  tx.execute(sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`);

/** How many leaves the ledger has. */
export async function ledgerSize(db: Database): Promise<number> {
  const [last] = await db
    .select({ index: ledgerTile.index, hashes: ledgerTile.hashes })
    .from(ledgerTile)
    .where(eq(ledgerTile.level, 0))
    .orderBy(desc(ledgerTile.index))
    .limit(1);
  return sizeOf(last ?? null);
}

/** Reads nodes of the tree for one proof or root: each tile once. */
export const readLedger = (db: Database): ReadNode => nodesOfTiles(readTile(db));

/** Appends leaves to a tree of `size`; the caller holds the ledger's lock. */
export async function appendLeaves(
  tx: Database,
  size: number,
  hashes: readonly Hash[],
): Promise<void> {
  const tiles = await extendTiles(size, hashes, readTile(tx));
  if (tiles.length === 0) return;
  await tx
    .insert(ledgerTile)
    .values([...tiles])
    .onConflictDoUpdate({
      target: [ledgerTile.level, ledgerTile.index],
      set: { hashes: sql`excluded.hashes` },
    });
}

const readTile =
  (db: Database): ReadTile =>
  async (level, index) => {
    const [tile] = await db
      .select({ hashes: ledgerTile.hashes })
      .from(ledgerTile)
      .where(and(eq(ledgerTile.level, level), eq(ledgerTile.index, index)));
    return tile?.hashes ?? null;
  };
