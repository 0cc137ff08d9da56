import { eventOf } from "@/lib/network/consent/consent-change";
import { changesFrom, type JournalEntry, journalName } from "@/lib/network/consent/journal-entry";
import { madeEvents } from "@/lib/network/consent/made-events";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberAfter } from "@/lib/network/reach/member-after";
import type { Database } from "../db/database";
import { decideAndAppend } from "../engines/member-log";
import { forgetMember } from "../erasure/forget-member";
import { forgetSignals } from "../erasure/forget-signals";
import { appendEntries } from "../ledger/entries";
import type { PopulationFacts } from "../population-facts";
import { madeMembers, peopleByNumber } from "../signals/load-people";
import { suppressionStore } from "../store/suppressions";
import { replaySuppressions } from "./replay-suppressions";

interface Parts {
  readonly db: Database;
  readonly facts: PopulationFacts;
  readonly pepper: string;
  readonly at: Date;
}

/**
 * Takes from a restored database what people took away since it was kept, before anybody is served from it: withdrawals with their
 * leaves in the ledger, removed signals and companies, people who left, suppressed identifiers. Consents given since are not known
 * and stay as they were: a restore may ask too often, and never use too much. Answers for how many people something changed.
 */
export async function replayJournal(
  { db, facts, pepper, at }: Parts,
  entries: readonly JournalEntry[],
): Promise<number> {
  await replaySuppressions(suppressionStore(db), entries, at);
  let changed = 0;
  for (const [member, own] of byMember(entries, pepper, facts.members)) {
    const did = await decideAndAppend(db, async (tx) => {
      const changes = await changesOf(tx, member, own);
      return { changes, at, value: changes.length > 0 };
    });
    if (did.value) changed += 1;
  }
  return changed;

  async function changesOf(
    tx: Database,
    member: number,
    own: readonly JournalEntry[],
  ): Promise<readonly MemberChange[]> {
    const person = (await peopleByNumber(tx, facts, [member])).get(member);
    if (!person?.now) return [];
    const changes = takenAway(pepper, person.now, own);
    const left = changes.find(({ type }) => type === "left");
    if (left) {
      await forgetMember(tx, pepper, member, at, async () => undefined);
      return [left];
    }
    if (changes.some(({ type }) => type === "signals_cleared")) await forgetSignals(tx, member);
    await tellLedger(tx, member, changes);
    return changes.some(({ type }) => type === "signals_cleared")
      ? changes.filter(({ type }) => type !== "signal_removed")
      : changes;
  }

  async function tellLedger(
    tx: Database,
    member: number,
    changes: readonly MemberChange[],
  ): Promise<void> {
    const events = changes.flatMap((change) =>
      change.type === "consent" ? [eventOf("withdrawn", change, restored)] : [],
    );
    if (events.length === 0) return;
    const made = facts.imported ? undefined : (await madeMembers(tx, facts, [member])).get(member);
    await appendEntries(tx, member, events, at, made ? madeEvents(made) : []);
  }
}

const restored = { actor: "network", method: "restore", language: null, clientAt: null } as const;

/** All that the entries still take from the member, in their order. */
function takenAway(
  pepper: string,
  member: Member,
  own: readonly JournalEntry[],
): readonly MemberChange[] {
  const changes: MemberChange[] = [];
  let now: Member | null = member;
  for (const entry of own) {
    if (!now) break;
    const more = changesFrom(pepper, entry, now);
    changes.push(...more);
    for (const change of more) now = now && memberAfter(now, change);
  }
  return changes;
}

/** Entries by the numbers that their names belong to. Names that nobody has are of people whom the backup does not know. */
function byMember(
  entries: readonly JournalEntry[],
  pepper: string,
  members: number,
): ReadonlyMap<number, readonly JournalEntry[]> {
  const named = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    if (!("who" in entry)) continue;
    named.set(entry.who, [...(named.get(entry.who) ?? []), entry]);
  }
  const found = new Map<number, readonly JournalEntry[]>();
  for (let member = 0; member < members && found.size < named.size; member += 1) {
    const own = named.get(journalName(pepper, member));
    if (own) found.set(member, own);
  }
  return found;
}
