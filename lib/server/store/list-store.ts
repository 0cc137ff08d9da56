import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { SuppressionStore } from "@/lib/network/consent/suppression";
import { companyOfPart } from "@/lib/network/lists/customer-lists";
import { emptyList } from "@/lib/network/lists/list-state";
import {
  inSteps,
  type ListSession,
  type ListStore,
  type MemberIdentities,
} from "@/lib/network/lists/list-store";
import { whoMayBeListed } from "@/lib/network/lists/who-may-be-listed";
import { listPartId } from "@/lib/network/population/list-part";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { customerList, listMember, listRow, listSession } from "../db/schema/lists";
import type { ChangeRecorder } from "../engines/record-changes";
import { removeStoppedUploads } from "../lists/stopped-uploads";
import { dayNumber, type PopulationFacts } from "../population-facts";
import { peopleByNumber } from "../signals/load-people";
import { standOn } from "./list-members";
import { suppressionStore } from "./suppressions";

interface Parts {
  readonly db: Database;
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly facts: () => Promise<PopulationFacts>;
  readonly identities: (db: Database) => Pick<MemberIdentities, "keysOf">;
  readonly pepper: string;
  /** Wall time. */
  readonly now: () => Date;
}

type SessionRow = typeof listSession.$inferSelect;

const toSession = (row: SessionRow): ListSession => ({
  sessionId: row.sessionId,
  operation: row.operation,
  startedAt: row.startedAt,
  closedAt: row.closedAt,
  completedAt: row.completedAt,
  estimated: row.estimated,
  received: row.received,
  invalid: row.invalid,
});

/** Customer lists in the deployment's database; who stands on them is decided in the transaction of the members' log. */
export function listStore({ db, engine, facts, identities, pepper, now }: Parts): ListStore {
  const oneSession = (audienceId: number, sessionId: string) =>
    and(eq(listSession.audienceId, audienceId), eq(listSession.sessionId, sessionId));
  const rowsOfSession = (audienceId: number, sessionId: string) =>
    and(eq(listRow.audienceId, audienceId), eq(listRow.sessionId, sessionId));

  async function membersOn(parts: readonly string[]): Promise<readonly number[]> {
    if (parts.length === 0) return [];
    const rows = await db
      .selectDistinct({ member: listMember.member })
      .from(listMember)
      .where(inArray(listMember.part, [...parts]))
      .orderBy(listMember.member);
    return rows.map(({ member }) => member);
  }

  return {
    membersOn,

    async getMany(audienceIds) {
      if (audienceIds.length === 0) return new Map();
      const ids = [...new Set(audienceIds)];
      const [kept, open] = await Promise.all([
        db.select().from(customerList).where(inArray(customerList.audienceId, ids)),
        db
          .select({
            audienceId: listSession.audienceId,
            sessionId: listSession.sessionId,
            closedAt: listSession.closedAt,
          })
          .from(listSession)
          .where(and(inArray(listSession.audienceId, ids), isNull(listSession.completedAt))),
      ]);
      const busy = new Set(open.map(({ audienceId }) => audienceId));
      const states = new Map(kept.map((row) => [row.audienceId, row]));
      return new Map(
        ids.flatMap((id) => {
          const row = states.get(id);
          if (!row && !busy.has(id)) return [];
          const state = row?.state ?? emptyList;
          const closing = open.flatMap((one) =>
            one.audienceId === id && one.closedAt ? one.sessionId : [],
          );
          const updatedAt = row?.updatedAt ?? null;
          return [[id, { state, open: busy.has(id), closing, updatedAt }] as const];
        }),
      );
    },

    async listSessions(audienceId) {
      const rows = await db
        .select()
        .from(listSession)
        .where(eq(listSession.audienceId, audienceId))
        .orderBy(desc(listSession.startedAt), desc(listSession.touchedAt));
      return rows.map(toSession);
    },

    stage: ({ audienceId, company }, batch) =>
      db.transaction(async (tx) => {
        const { sessionId, operation, seq, last, estimated, received, invalid, rows, at } = batch;
        await tx
          .insert(listSession)
          .values({
            ...{ audienceId, sessionId, company, operation, estimated },
            ...{ received: 0, invalid: 0, batches: [], startedAt: at, touchedAt: now() },
          })
          .onConflictDoNothing();
        const one = oneSession(audienceId, sessionId);
        const [before] = await tx.select().from(listSession).where(one).for("update");
        if (!before) throw new Error(`The session ${sessionId} was not kept.`);
        const isKnown = before.batches.includes(seq);
        if (before.closedAt || before.completedAt || (isKnown && !last)) return toSession(before);
        if (!isKnown) await stageRows(tx, audienceId, sessionId, rows);
        const [after] = await tx
          .update(listSession)
          .set({
            ...(!isKnown && {
              received: before.received + received,
              invalid: before.invalid + invalid,
              batches: [...before.batches, seq],
            }),
            ...(last && { closedAt: at }),
            touchedAt: now(),
          })
          .where(one)
          .returning();
        return toSession(after ?? before);
      }),

    staged: (audienceId, sessionId) =>
      db
        .select({ key: listRow.key, member: listRow.member })
        .from(listRow)
        .where(rowsOfSession(audienceId, sessionId)),

    async admit(part, members, { at, steps }) {
      const company = companyOfPart(part);
      for (const some of inSteps(members, steps)) {
        await engine.decide(async (tx) => {
          const admitted = await admissible(tx, company, some);
          await standOn(tx, part, admitted);
          const day = dayNumber(at);
          const changes = admitted.map(
            (member): MemberChange => ({
              type: "company",
              ...{ member, company: part, kind: "customer_list", day },
            }),
          );
          return { changes, at, value: null };
        });
      }
    },

    async settle({ audienceId, company }, sessionId, state, at) {
      await db.transaction(async (tx) => {
        await tx
          .insert(customerList)
          .values({ audienceId, company, state, updatedAt: at })
          .onConflictDoUpdate({ target: customerList.audienceId, set: { state, updatedAt: at } });
        await tx
          .update(listSession)
          .set({ completedAt: at })
          .where(oneSession(audienceId, sessionId));
        await tx.delete(listRow).where(rowsOfSession(audienceId, sessionId));
      });
    },

    async forget(audienceId) {
      await db.transaction(async (tx) => {
        for (const table of [customerList, listSession, listRow]) {
          await tx.delete(table).where(eq(table.audienceId, audienceId));
        }
      });
    },

    async release(parts, { at, steps }) {
      if (parts.length === 0) return;
      const lists = await db
        .select({ company: customerList.company, state: customerList.state })
        .from(customerList)
        .where(inArray(customerList.company, [...new Set(parts.map(companyOfPart))]));
      const named = new Set(
        lists.flatMap(({ company, state }) => state.parts.map((one) => listPartId(company, one))),
      );
      for (const part of parts.filter((one) => !named.has(one))) {
        for (const some of inSteps(await membersOn([part]), steps)) {
          await engine.decide(async (tx) => {
            await tx
              .delete(listMember)
              .where(and(eq(listMember.part, part), inArray(listMember.member, [...some])));
            const changes = some.map(
              (member): MemberChange => ({ type: "company_removed", member, company: part }),
            );
            return { changes, at, value: null };
          });
        }
      }
    },

    expire: (before) => removeStoppedUploads(db, before),
  };

  async function admissible(
    tx: Database,
    company: string,
    members: readonly number[],
  ): Promise<readonly number[]> {
    const known = await peopleByNumber(tx, await facts(), members);
    const people = new Map<number, Member>();
    for (const [number, { now: member }] of known) if (member) people.set(number, member);
    const suppressions: SuppressionStore = suppressionStore(tx);
    const standing = { people, identities: identities(tx), suppressions, pepper };
    return whoMayBeListed(standing, company, members);
  }
}

async function stageRows(
  tx: Database,
  audienceId: number,
  sessionId: string,
  rows: readonly { readonly key: string; readonly member: number | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${listRow} (audience_id, session_id, key, member)
    select ${audienceId}::bigint, ${sessionId}, row ->> 'key', (row ->> 'member')::integer
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row
    on conflict do nothing`);
}
