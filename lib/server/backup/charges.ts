import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { ChargedEntry, JournalEntry } from "@/lib/network/consent/journal-entry";
import { standardWindows } from "@/lib/network/release/budget";
import { couldBeSpent } from "@/lib/network/release/could-be-spent";
import type { Use } from "@/lib/network/release/release-table";
import type { Database } from "../db/database";
import { adAccount, releaseCharge } from "../db/schema/network";
import { networkClockStore } from "../store/network-clock";
import { restoreCounts } from "../store/question-cap";

const dayMs = 86_400_000;

/**
 * What was charged since a backup, charged again to the restored database. Its network time goes on from where the backup had it, so all
 * charges are moved back by the time that was lived since: each is as long ago as it was.
 * @param seen how far network time had come; null: not known, then by the last charge.
 */
export async function bringBackCharges(
  db: Database,
  entries: readonly JournalEntry[],
  seen: Date | null,
): Promise<void> {
  const charged = entries.filter((entry) => entry.kind === "charged");
  const kept = await networkClockStore(db).load();
  if (!kept) return;
  const last = charged.reduce((latest, { day }) => Math.max(latest, Date.parse(day)), 0);
  const backMs = Math.max(0, (seen?.getTime() ?? last) - kept.getTime());
  await moveBack(db, backMs);
  await insert(
    db,
    charged.map((entry) => chargedAgain(entry, backMs)),
  );
  await restoreCounts(db, charged, -Math.floor(backMs / dayMs));
}

/** A charge of some time on its day: counted as of the day's end, so never as longer ago than it was. */
export const chargedAgain = (
  { workspace, use, day, units }: ChargedEntry,
  backMs: number,
): Forgotten => ({
  workspaceId: workspace,
  use,
  cost: units,
  at: new Date(Date.parse(day) + dayMs - backMs),
});

/** For a restore that leaves the journal out: every workspace is charged what it could have spent at most since the backup. */
export async function chargeWhatCouldBe(
  db: Database,
  seen: Date | null,
  elapsedMs: number,
): Promise<void> {
  const kept = await networkClockStore(db).load();
  if (!kept) return;
  const backMs = seen === null ? 0 : Math.max(0, seen.getTime() - kept.getTime());
  await moveBack(db, backMs);
  const days = (seen === null ? elapsedMs : backMs) / dayMs;
  const workspaces = await db.selectDistinct({ id: adAccount.workspaceId }).from(adAccount);
  await insert(
    db,
    workspaces.flatMap(({ id }) =>
      couldBeSpent(standardWindows, days).flatMap(({ daysAgo, questions, reports }) => {
        const at = new Date(kept.getTime() - daysAgo * dayMs);
        return [
          { workspaceId: id, use: "question" as const, cost: questions, at },
          { workspaceId: id, use: "report" as const, cost: reports, at },
        ];
      }),
    ),
  );
}

async function moveBack(db: Database, backMs: number): Promise<void> {
  if (backMs === 0) return;
  const seconds = backMs / 1000;
  await db
    .update(releaseCharge)
    .set({ at: sql`${releaseCharge.at} - make_interval(secs => ${seconds}::double precision)` });
}

interface Forgotten {
  readonly workspaceId: string;
  readonly use: Use;
  readonly cost: number;
  readonly at: Date;
}

const rowsAtOnce = 500;

/** They stand for no answer: what was answered is forgotten, and asking it again is a new question. */
async function insert(db: Database, charges: readonly Forgotten[]): Promise<void> {
  const rows = charges.map((charge) => ({
    ...charge,
    epoch: "forgotten",
    kind: "restore",
    key: randomUUID(),
  }));
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    await db.insert(releaseCharge).values(rows.slice(first, first + rowsAtOnce));
  }
}
