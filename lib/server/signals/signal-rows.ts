import { sql } from "drizzle-orm";
import type { JudgedSignals, KnownFacts } from "@/lib/network/signals/known-facts";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { signalEvent, signalPace, signalQuarantine, signalTally } from "../db/schema/signals";
import { intsOf } from "./load-people";

type Counted = Pick<KnownFacts, "claims" | "tallies" | "paces" | "quarantined">;

/** What was written for these events and these people before. */
export async function readSignalRows(
  tx: Database,
  app: string,
  eventIds: readonly string[],
  members: readonly number[],
): Promise<Counted> {
  const claims = await tx
    .select({ id: signalEvent.id, digest: signalEvent.digest, outcome: signalEvent.outcome })
    .from(signalEvent)
    .where(
      sql`${signalEvent.app} = ${app} and ${signalEvent.id} = any(string_to_array(${eventIds.join("\n")}, E'\\n'))`,
    );
  const all = intsOf(members);
  const tallies = await tx
    .select()
    .from(signalTally)
    .where(sql`${signalTally.member} = any(${all})`);
  const paces = await tx.select().from(signalPace).where(sql`${signalPace.member} = any(${all})`);
  const quarantined = await tx
    .select()
    .from(signalQuarantine)
    .where(sql`${signalQuarantine.member} = any(${all})`);
  return {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    tallies: new Map(tallies.map((row) => [`${row.member}/${row.segment}`, new Map(row.days)])),
    paces: new Map(
      paces.map(({ member, hour, total, minutes }) => [`${member}/${hour}`, { total, minutes }]),
    ),
    quarantined: new Map(quarantined.map(({ member, until }) => [member, until])),
  };
}

/** Writes what a batch came to. One statement a table, whatever the batch's size. */
export async function writeSignalRows(
  tx: Database,
  app: string,
  judged: JudgedSignals,
  at: Date,
): Promise<void> {
  const moment = at.toISOString();
  const claims = judged.claims.filter(({ isNew }) => isNew);
  await writeAll(
    tx,
    claims,
    (rows) => sql`
    insert into ${signalEvent} (app, id, digest, outcome, received_at)
    select ${app}, id, digest, outcome, ${moment}::timestamptz
    from ${rows} as given (id text, digest text, outcome text)`,
  );
  const counted = judged.tallies.flatMap(({ member, segment, days }) =>
    days ? [{ member, segment, days: [...days], last: Math.max(...days.keys()) }] : [],
  );
  await writeAll(
    tx,
    counted,
    (rows) => sql`
    insert into ${signalTally} (member, segment, days, last_day)
    select member, segment, days, last from ${rows} as given (member int, segment text, days jsonb, last int)
    on conflict (member, segment) do update set days = excluded.days, last_day = excluded.last_day`,
  );
  const full = judged.tallies.filter(({ days }) => days === null);
  await writeAll(
    tx,
    full,
    (rows) => sql`
    delete from ${signalTally} tally using ${rows} as given (member int, segment text)
    where tally.member = given.member and tally.segment = given.segment`,
  );
  const paces = judged.paces.map(({ member, hour, pace }) => ({ member, hour, ...pace }));
  await writeAll(
    tx,
    paces,
    (rows) => sql`
    insert into ${signalPace} (member, hour, total, minutes, written_at)
    select member, hour, total, minutes, ${moment}::timestamptz
    from ${rows} as given (member int, hour int, total int, minutes jsonb)
    on conflict (member, hour) do update
    set total = excluded.total, minutes = excluded.minutes, written_at = excluded.written_at`,
  );
  await writeAll(
    tx,
    judged.quarantined,
    (rows) => sql`
    insert into ${signalQuarantine} (member, until)
    select member, until from ${rows} as given (member int, until timestamptz)
    on conflict (member) do update set until = excluded.until`,
  );
}

async function writeAll(
  tx: Database,
  rows: readonly object[],
  statement: (rows: ReturnType<typeof sql>) => ReturnType<typeof sql>,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(statement(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`));
}

const keptDays = { events: 181, paces: 1 } as const;

/** Removes what nothing is decided by any more. Answers how many rows. */
export async function removeOldSignalRows(db: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const today = Math.floor(now.getTime() / 86_400_000);
  const removed = [
    sql`delete from ${signalEvent} where received_at < ${before(keptDays.events)}::timestamptz`,
    sql`delete from ${signalPace} where written_at < ${before(keptDays.paces)}::timestamptz`,
    sql`delete from ${signalTally} where last_day < ${today - 180}`,
  ];
  let rows = 0;
  for (const statement of removed) {
    rows += rowsOf(await db.execute(sql`${statement} returning 1`)).length;
  }
  return rows;
}
