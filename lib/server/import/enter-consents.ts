import { asc, eq, isNull } from "drizzle-orm";
import { hashBytes } from "@/lib/network/consent/ledger/tree-hash";
import type { Database } from "../db/database";
import { ledgerIntake } from "../db/schema/ledger";
import { consentLedger } from "../db/schema/members";
import { appendLeaves, ledgerSize, lockLedger } from "../ledger/tiles";
import type { ChunkReaders, HashedRow } from "./chunk-readers";

const everyMs = 5_000;

interface Hashing {
  /** Leaf by which the import counted the row, and the ledger's own. */
  readonly importedLeaf: number;
  readonly firstLeaf: number;
  readonly row: Promise<HashedRow>;
}

/**
 * Enters imported consents into the ledger like `enterImported`, but hashes rows ahead in the readers' threads, which
 * only an import may do: nobody else writes to the ledger meanwhile. Stopped, the next start enters the rest.
 */
export async function enterConsents(
  db: Database,
  readers: Pick<ChunkReaders, "threads" | "hash">,
  onProgress: (share: number) => void,
): Promise<void> {
  const waiting = await listWaiting(db);
  const ahead: Hashing[] = [];
  let next = await ledgerSize(db);
  let said = performance.now();
  let scheduled = 0;

  async function hashAhead(): Promise<void> {
    while (ahead.length <= readers.threads) {
      const one = waiting[scheduled];
      if (!one) return;
      scheduled += 1;
      const firstLeaf = next;
      next += one.leaves;
      const [stored] = await db
        .select()
        .from(consentLedger)
        .where(eq(consentLedger.firstLeaf, one.importedLeaf));
      if (!stored) throw new Error("A row of imported consents is gone.");
      const row = readers.hash({ ...stored, firstLeaf });
      // Awaited in its turn; a failure until then must not end the process.
      row.catch(() => undefined);
      ahead.push({ importedLeaf: one.importedLeaf, firstLeaf, row });
    }
  }

  for (let done = 0; done < waiting.length; done += 1) {
    await hashAhead();
    const one = ahead.shift();
    if (one) await enter(db, one, await one.row);
    if (performance.now() - said < everyMs) continue;
    said = performance.now();
    onProgress((done + 1) / waiting.length);
  }
}

const listWaiting = (db: Database) =>
  db
    .select({ importedLeaf: consentLedger.firstLeaf, leaves: consentLedger.leaves })
    .from(consentLedger)
    .leftJoin(ledgerIntake, eq(ledgerIntake.importedLeaf, consentLedger.firstLeaf))
    .where(isNull(ledgerIntake.importedLeaf))
    .orderBy(asc(consentLedger.firstLeaf));

const enter = (db: Database, { importedLeaf, firstLeaf }: Hashing, row: HashedRow) =>
  db.transaction(async (tx) => {
    await lockLedger(tx);
    if ((await ledgerSize(tx)) !== firstLeaf) throw new Error("The ledger grew meanwhile.");
    const count = row.hashes.length / hashBytes;
    const hashes = Array.from({ length: count }, (_, i) =>
      row.hashes.subarray(i * hashBytes, (i + 1) * hashBytes),
    );
    await appendLeaves(tx, firstLeaf, hashes);
    await tx.insert(ledgerIntake).values({ importedLeaf, firstLeaf, keys: row.keys });
  });
