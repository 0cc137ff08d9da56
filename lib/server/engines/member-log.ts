import { and, asc, gt, lte, max, sql } from "drizzle-orm";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { memberEvent } from "../db/schema/network";
import type { LogPage } from "./embedded/change-log";

/** Any number that only Nod's log of members uses. */
const LOG_LOCK = 7_063_003;
const pageOfEvents = 10_000;
/** A statement takes 65,535 parameters. */
const rowsAtOnce = 10_000;

/**
 * Numbers are given out before a transaction commits, so without more a row could become visible after one with a higher
 * number, and who has read up to that one would never see it. Writers take this lock first and hold it until they are
 * through: numbers ascend in the order of commits, and whoever gets the lock sees everything below the next number.
 */
const lockLog = (tx: Database) => tx.execute(sql`select pg_advisory_xact_lock(${LOG_LOCK})`);

export interface Written {
  readonly changes: readonly MemberChange[];
  readonly at: Date;
}

/** Appends changes in one transaction; resolves when it is durable, with the position of the last. */
export function appendToLog(db: Database, entries: readonly Written[]): Promise<number> {
  const rows = rowsOfEntries(entries);
  if (rows.length <= rowsInOneStatement) return appendAtOnce(db, rows);
  return db.transaction(async (tx) => {
    await lockLog(tx);
    return insertRows(tx, entries);
  });
}

const rowsInOneStatement = 500;

/** Lock, rows and commit in one round trip, because somebody waits for it. Numbers are given out above the sort, so after the lock. */
async function appendAtOnce(db: Database, rows: ReturnType<typeof rowsOfEntries>): Promise<number> {
  if (rows.length === 0) return 0;
  const added = rowsOf<{ seq: string | number }>(
    await db.execute(sql`
      with locked as materialized (select pg_advisory_xact_lock(${LOG_LOCK}))
      insert into ${memberEvent} (member, change, at)
      select (row ->> 'member')::integer, row -> 'change', (row ->> 'at')::timestamptz
      from locked, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as given (row, place)
      order by place
      returning seq`),
  );
  return added.reduce((highest, { seq }) => Math.max(highest, Number(seq)), 0);
}

/** What work of one's own in the log's transaction comes to: changes to append, and an answer. */
export interface Decided<T> extends Written {
  readonly value: T;
}

/** The same for changes that are decided inside the transaction, by what stands in the database then. */
export function decideAndAppend<T>(
  db: Database,
  decide: (tx: Database) => Promise<Decided<T>>,
): Promise<Decided<T> & { readonly position: number }> {
  return db.transaction(async (tx) => {
    await lockLog(tx);
    const decided = await decide(tx);
    return { ...decided, position: await insertRows(tx, [decided]) };
  });
}

const rowsOfEntries = (entries: readonly Written[]) =>
  entries.flatMap(({ changes, at }) =>
    changes.map((change) => ({ member: change.member, change, at })),
  );

async function insertRows(tx: Database, entries: readonly Written[]): Promise<number> {
  const rows = rowsOfEntries(entries);
  let position = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const added = await tx
      .insert(memberEvent)
      .values(rows.slice(from, from + rowsAtOnce))
      .returning({ seq: memberEvent.seq });
    position = added.reduce((highest, { seq }) => Math.max(highest, seq), position);
  }
  return position;
}

/** The last position, once everybody who was writing is through: also a process that has just been killed. */
export function logEnd(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    await lockLog(tx);
    const [written] = await tx.select({ end: max(memberEvent.seq) }).from(memberEvent);
    return written?.end ?? 0;
  });
}

/** Everything after a position, oldest first, in pages. `asOfNow` brings changes up to date that hold differently by now. */
export async function* readLog(
  db: Database,
  asOfNow: (changes: readonly MemberChange[]) => Promise<readonly MemberChange[]>,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<LogPage> {
  for (let from = after; ; ) {
    const events = await db
      .select({ seq: memberEvent.seq, change: memberEvent.change })
      .from(memberEvent)
      .where(and(gt(memberEvent.seq, from), lte(memberEvent.seq, upTo)))
      .orderBy(asc(memberEvent.seq))
      .limit(pageOfEvents);
    const last = events.at(-1);
    if (!last) return;
    yield { position: last.seq, changes: await asOfNow(events.map(({ change }) => change)) };
    from = last.seq;
  }
}
