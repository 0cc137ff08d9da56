import "server-only";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { windowStart } from "@/lib/network/release/budget";
import type {
  Payer,
  PricedRow,
  ReleaseRow,
  ReleaseTable,
} from "@/lib/network/release/release-table";
import type { Database } from "../db/database";
import { releaseCharge, released } from "../db/schema/network";

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

    spent: (workspaceId, since) => spentIn(db, workspaceId, since),
  };
}

const answerOf = (row: typeof released.$inferSelect): ReleaseRow => ({
  ...row,
  at: row.at.toISOString(),
});

async function recordIn(
  tx: Database,
  priced: readonly PricedRow[],
  payer: Payer,
): Promise<readonly ReleaseRow[] | null> {
  // One question of a workspace at a time, or two could each fit into what is left for one.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`release ${payer.workspaceId}`}, 0))`,
  );
  const due = await unpaid(tx, priced, payer.workspaceId);
  const cost = due.reduce((sum, entry) => sum + entry.cost, 0);
  if (cost > 0 && (await overflows(tx, payer, cost))) return null;
  if (due.length > 0) {
    await tx.insert(releaseCharge).values(
      due.map(({ row: { epoch, kind, key }, cost: own }) => ({
        ...{ workspaceId: payer.workspaceId, use: payer.use, at: payer.at },
        ...{ epoch, kind, key, cost: own },
      })),
    );
  }
  const answers: ReleaseRow[] = [];
  for (const { row } of priced) {
    const [written] = await tx
      .insert(released)
      .values({ ...row, at: new Date(row.at) })
      .onConflictDoNothing()
      .returning();
    answers.push(written ? row : await stored(tx, row));
  }
  return answers;
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
  const names = new Set(paid.map(nameOf));
  return priced.filter(({ row }) => !names.has(nameOf(row)));
}

const nameOf = ({ epoch, kind, key }: Pick<ReleaseRow, "epoch" | "kind" | "key">): string =>
  JSON.stringify([epoch, kind, key]);

async function stored(tx: Database, { epoch, kind, key }: ReleaseRow): Promise<ReleaseRow> {
  const [row] = await tx
    .select()
    .from(released)
    .where(and(eq(released.epoch, epoch), eq(released.kind, kind), eq(released.key, key)));
  if (!row) throw new Error("A released answer is gone.");
  return answerOf(row);
}

async function overflows(tx: Database, payer: Payer, cost: number): Promise<boolean> {
  for (const { days, questions, total } of payer.windows) {
    const before = await spentIn(tx, payer.workspaceId, windowStart(payer.at, days));
    const asked = before.questions + (payer.use === "question" ? cost : 0);
    if (asked > questions || before.questions + before.reports + cost > total) return true;
  }
  return false;
}

async function spentIn(
  db: Database,
  workspaceId: string,
  since: Date,
): Promise<{ questions: number; reports: number }> {
  const sums = await db
    .select({ use: releaseCharge.use, cost: sql<string>`sum(${releaseCharge.cost})` })
    .from(releaseCharge)
    .where(and(eq(releaseCharge.workspaceId, workspaceId), gt(releaseCharge.at, since)))
    .groupBy(releaseCharge.use);
  const sum = (use: Payer["use"]) => Number(sums.find((row) => row.use === use)?.cost ?? 0);
  return { questions: sum("question"), reports: sum("report") };
}
