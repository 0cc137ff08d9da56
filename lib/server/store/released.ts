import "server-only";
import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { windowStart } from "@/lib/network/release/budget";
import {
  answerName,
  nothingSpent,
  type Payer,
  type PricedRow,
  type ReleaseRow,
  type ReleaseTable,
  type Spent,
  type Use,
  wouldOverflow,
} from "@/lib/network/release/release-table";
import type { Database } from "../db/database";
import { releaseCharge, released } from "../db/schema/network";
import { capRefusal, countUnderCap, mayAnswer } from "./question-cap";

/** Released answers and what was paid for them, in the deployment's database. */
export function releaseTable(db: Database): ReleaseTable {
  return {
    async find(workspaceId, epoch, kind, keys) {
      if (keys.length === 0) return [];
      const found = await db
        .select({ row: released, paidBy: releaseCharge.workspaceId })
        .from(released)
        .leftJoin(
          releaseCharge,
          and(
            eq(releaseCharge.workspaceId, workspaceId),
            eq(releaseCharge.epoch, released.epoch),
            eq(releaseCharge.kind, released.kind),
            eq(releaseCharge.key, released.key),
          ),
        )
        .where(
          and(eq(released.epoch, epoch), eq(released.kind, kind), inArray(released.key, [...keys])),
        );
      return found.map(({ row, paidBy }) => ({ row: answerOf(row), paid: paidBy !== null }));
    },

    record: (rows, payer) => db.transaction((tx) => recordIn(tx, rows, payer)),

    async refusal(fresh, most, payer) {
      if (await overflows(db, payer, most)) return "spent";
      return capRefusal(db, fresh, payer);
    },

    async latest(workspaceId, kinds, keys, before) {
      if (keys.length === 0) return [];
      const found = await db
        .selectDistinctOn([released.key], { row: released })
        .from(released)
        .innerJoin(
          releaseCharge,
          and(
            eq(releaseCharge.workspaceId, workspaceId),
            eq(releaseCharge.epoch, released.epoch),
            eq(releaseCharge.kind, released.kind),
            eq(releaseCharge.key, released.key),
          ),
        )
        .where(
          and(
            inArray(released.kind, [...kinds]),
            inArray(released.key, [...keys]),
            before === undefined ? undefined : sortsBefore(before),
          ),
        )
        .orderBy(released.key, desc(released.at));
      return found.map(({ row }) => answerOf(row));
    },

    async spent(workspaceId, since) {
      const [spent] = await spentIn(db, workspaceId, [since]);
      return spent ?? nothingSpent;
    },

    spentEach: (workspaceId, starts) => spentIn(db, workspaceId, starts),
  };
}

/** By code points, as the weeks are written; a collation of the database's own may order them otherwise. */
const sortsBefore = (epoch: string) => sql`${released.epoch} collate "C" < ${epoch}`;

const answerOf = (row: typeof released.$inferSelect): ReleaseRow => ({
  ...row,
  at: row.at.toISOString(),
});

async function recordIn(
  tx: Database,
  priced: readonly PricedRow[],
  payer: Payer,
): Promise<readonly ReleaseRow[] | "spent" | "capped"> {
  // One question of a workspace at a time, or two could each fit into what is left for one.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`release ${payer.workspaceId}`}, 0))`,
  );
  const due = await unpaid(tx, priced, payer.workspaceId);
  const most = due.reduce((sum, entry) => sum + entry.most, 0);
  if (await overflows(tx, payer, most)) return "spent";
  const refused = await countUnderCap(tx, due, payer);
  if (refused) return refused;
  if (due.length > 0) {
    await tx.insert(releaseCharge).values(
      due.map(({ row: { epoch, kind, key }, cost: own }) => ({
        ...{ workspaceId: payer.workspaceId, use: payer.use, at: payer.at },
        ...{ epoch, kind, key, cost: own },
      })),
    );
  }
  return writeOnce(
    tx,
    priced.map(({ row }) => row),
  );
}

/** The rows as they stand afterwards, in order: those that were there before stay. */
async function writeOnce(
  tx: Database,
  rows: readonly ReleaseRow[],
): Promise<readonly ReleaseRow[]> {
  const written = await tx
    .insert(released)
    .values(rows.map((row) => ({ ...row, at: new Date(row.at) })))
    .onConflictDoNothing()
    .returning({ epoch: released.epoch, kind: released.kind, key: released.key });
  const fresh = new Set(written.map(answerName));
  const earlier = await stored(
    tx,
    rows.filter((row) => !fresh.has(answerName(row))),
  );
  return rows.map((row) => {
    const there = fresh.has(answerName(row)) ? row : earlier.get(answerName(row));
    if (!there) throw new Error("A released answer is gone.");
    return there;
  });
}

async function unpaid(
  tx: Database,
  priced: readonly PricedRow[],
  workspaceId: string,
): Promise<readonly PricedRow[]> {
  const paid = await tx
    .select({ epoch: releaseCharge.epoch, kind: releaseCharge.kind, key: releaseCharge.key })
    .from(releaseCharge)
    .where(
      and(
        eq(releaseCharge.workspaceId, workspaceId),
        inArray(releaseCharge.key, [...new Set(priced.map(({ row }) => row.key))]),
      ),
    );
  const names = new Set(paid.map(answerName));
  return priced.filter(({ row }) => !names.has(answerName(row)));
}

async function stored(
  tx: Database,
  rows: readonly ReleaseRow[],
): Promise<ReadonlyMap<string, ReleaseRow>> {
  if (rows.length === 0) return new Map();
  const found = await tx.select().from(released).where(mayAnswer(rows));
  return new Map(found.map((row) => [answerName(row), answerOf(row)]));
}

async function overflows(tx: Database, payer: Payer, most: number): Promise<boolean> {
  if (most === 0 || payer.windows.length === 0) return false;
  const starts = payer.windows.map(({ days }) => windowStart(payer.at, days));
  const spent = await spentIn(tx, payer.workspaceId, starts);
  return payer.windows.some((window, index) =>
    wouldOverflow(payer.use, most, spent[index] ?? nothingSpent, window),
  );
}

/** Charged after each of these moments, in one pass. */
async function spentIn(
  db: Database,
  workspaceId: string,
  starts: readonly Date[],
): Promise<readonly Spent[]> {
  const earliest = starts.reduce((first, start) => (start < first ? start : first), new Date());
  const sums = await db
    .select({
      use: releaseCharge.use,
      costs: sql<(string | number)[]>`array[${sql.join(starts.map(costAfter), sql`, `)}]`,
    })
    .from(releaseCharge)
    .where(and(eq(releaseCharge.workspaceId, workspaceId), gt(releaseCharge.at, earliest)))
    .groupBy(releaseCharge.use);
  const sum = (use: Use, index: number) =>
    Number(sums.find((row) => row.use === use)?.costs[index] ?? 0);
  return starts.map((_, index) => ({
    questions: sum("question", index),
    reports: sum("report", index),
    pacing: sum("pacing", index),
  }));
}

const costAfter = (start: Date) =>
  sql`coalesce(sum(${releaseCharge.cost}) filter (where ${gt(releaseCharge.at, start)}), 0)::double precision`;
