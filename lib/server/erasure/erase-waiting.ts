import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { mayUse } from "@/lib/network/consent/may-use";
import { recipients } from "@/lib/network/consent/purposes";
import { saysYesToLists } from "@/lib/network/lists/who-may-be-listed";
import type { Member } from "@/lib/network/population/member";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import { signalTally } from "../db/schema/signals";
import { readSetting, writeSetting } from "../db/settings";
import type { ChangeRecorder } from "../engines/record-changes";
import type { PopulationFacts } from "../population-facts";
import { peopleByNumber } from "../signals/load-people";
import { takeOffLists } from "../store/list-members";
import { forgetSignals } from "./forget-signals";

/** For so long a withdrawal can be taken back with everything that was; nothing is used meanwhile, because nothing may be. */
export const undoForMs = 10 * 60_000;
const atOnce = 2_000;
const settingKey = "erased-up-to";

export interface ErasingParts {
  readonly db: Database;
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly facts: PopulationFacts;
  /** Clears members' bits (ascending) in settled days. */
  readonly eraseReached: (members: readonly number[]) => Promise<void>;
  readonly now: () => Date;
}

/**
 * Erases what nobody may use any more: signals and reached days of whoever has no consent to relevant ads left since ten minutes,
 * places on customer lists of whoever has none to known companies, and reached days of whoever left. Goes on where it stopped, and doing it twice is doing it once. Answers for how many people.
 */
export async function eraseWaiting(parts: ErasingParts): Promise<number> {
  const { db, now } = parts;
  let erased = 0;
  for (;;) {
    const from = Number((await readSetting(db, settingKey)) ?? 0);
    const due = await listDue(db, from, new Date(now().getTime() - undoForMs));
    const last = due.at(-1);
    if (!last) return erased;
    const gone: number[] = [];
    for (const member of [...new Set(due.map((one) => one.member))].sort((a, b) => a - b)) {
      if (await eraseSignalsOf(parts, member)) gone.push(member);
    }
    await parts.eraseReached(gone);
    await writeSetting(db, settingKey, last.seq);
    erased += gone.length;
  }
}

/** Withdrawals and departures in the order of the log, up to the first withdrawal that may still be taken back. */
async function listDue(db: Database, from: number, before: Date) {
  const { change } = memberEvent;
  const rows = await db
    .select({
      seq: memberEvent.seq,
      member: memberEvent.member,
      at: memberEvent.at,
      type: sql<string>`${change} ->> 'type'`,
    })
    .from(memberEvent)
    .where(
      and(
        gt(memberEvent.seq, from),
        sql`(${change} ->> 'type' = 'left' or (${change} ->> 'type' = 'consent' and ${change} ->> 'given' = 'false'))`,
      ),
    )
    .orderBy(asc(memberEvent.seq))
    .limit(atOnce);
  const waiting = rows.findIndex(({ type, at }) => type !== "left" && at > before);
  return waiting < 0 ? rows : rows.slice(0, waiting);
}

/** Whether the member is gone from ads. Decided inside the transaction: they may have said yes again. */
function eraseSignalsOf({ engine, facts, now }: ErasingParts, member: number): Promise<boolean> {
  return engine.decide(async (tx) => {
    const person = (await peopleByNumber(tx, facts, [member])).get(member);
    const nothing = { changes: [], at: now() };
    if (!person?.now) return { ...nothing, value: true };
    const lists = saysYesToLists(person.now) ? [] : await takeOffLists(tx, member, null);
    if (recipients.some((one) => person.now && mayUse(person.now, "relevant_ads", one))) {
      return { ...nothing, changes: lists, value: false };
    }
    if (!(await hasTraces(tx, person.now))) return { ...nothing, changes: lists, value: true };
    await forgetSignals(tx, member);
    const changes = [...lists, { type: "signals_cleared", member } as const];
    return { changes, at: now(), value: true };
  });
}

async function hasTraces(tx: Database, { number, signals }: Member): Promise<boolean> {
  if (signals.length > 0) return true;
  const [tally] = await tx
    .select({ one: sql`1` })
    .from(signalTally)
    .where(eq(signalTally.member, number))
    .limit(1);
  const type = sql<string>`${memberEvent.change} ->> 'type'`;
  const [told] = await tx
    .select({ one: sql`1` })
    .from(memberEvent)
    .where(and(eq(memberEvent.member, number), inArray(type, ["signal", "signal_removed"])))
    .limit(1);
  return tally !== undefined || told !== undefined;
}
