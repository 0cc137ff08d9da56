import type { MemberChange } from "@/lib/network/reach/engine";
import { companyOfPart } from "./customer-lists";
import { emptyList } from "./list-state";
import type { KeptList, ListSession, ListStore, StagedRow } from "./list-store";
import { type Standing, whoMayBeListed } from "./who-may-be-listed";

interface Parts extends Omit<Standing, "people"> {
  readonly people: (numbers: readonly number[]) => Standing["people"];
  readonly record: (changes: readonly MemberChange[]) => Promise<void>;
  /** Wall time. */
  readonly now: () => Date;
}

interface Held {
  readonly rows: Map<string, StagedRow>;
  readonly seqs: Set<number>;
  session: ListSession;
  touchedAt: Date;
}

/** Lists in memory, for tests. */
export function memoryListStore(parts: Parts): ListStore {
  const lists = new Map<number, KeptList & { readonly company: string }>();
  const sessions = new Map<number, Map<string, Held>>();
  const standing = new Map<string, Set<number>>();
  const sessionsOf = (audienceId: number) => sessions.get(audienceId) ?? new Map<string, Held>();
  const openOf = (audienceId: number) => {
    const open = [...sessionsOf(audienceId).values()].filter(
      ({ session }) => session.completedAt === null,
    );
    const closing = open.flatMap(({ session }) => (session.closedAt ? session.sessionId : []));
    return { open: open.length > 0, closing };
  };

  return {
    async getMany(ids) {
      return new Map(
        ids.flatMap((id) => {
          const kept = lists.get(id);
          if (!kept && !sessions.has(id)) return [];
          const known = kept ?? { state: emptyList, updatedAt: null };
          return [[id, { ...known, ...openOf(id) }] as const];
        }),
      );
    },
    listSessions: async (id) =>
      [...sessionsOf(id).values()].map(({ session }) => session).reverse(),
    async stage({ audienceId }, { rows, seq, at, received, invalid, last, ...batch }) {
      const own = sessionsOf(audienceId);
      sessions.set(audienceId, own);
      const held = own.get(batch.sessionId) ?? {
        rows: new Map<string, StagedRow>(),
        seqs: new Set<number>(),
        session: {
          ...batch,
          startedAt: at,
          closedAt: null,
          completedAt: null,
          received: 0,
          invalid: 0,
        },
        touchedAt: parts.now(),
      };
      held.touchedAt = parts.now();
      own.set(batch.sessionId, held);
      if (held.session.closedAt) return held.session;
      if (last) held.session = { ...held.session, closedAt: at };
      if (held.seqs.has(seq)) return held.session;
      held.seqs.add(seq);
      for (const row of rows) held.rows.set(row.key, row);
      held.session = {
        ...held.session,
        received: held.session.received + received,
        invalid: held.session.invalid + invalid,
      };
      return held.session;
    },
    staged: async (audienceId, sessionId) => [
      ...(sessionsOf(audienceId).get(sessionId)?.rows.values() ?? []),
    ],
    membersOn: async (ids) =>
      [...new Set(ids.flatMap((part) => [...(standing.get(part) ?? [])]))].sort((a, b) => a - b),
    async admit(part, members, { at }) {
      const company = companyOfPart(part);
      const people = parts.people(members);
      const admitted = await whoMayBeListed({ ...parts, people }, company, members);
      const on = standing.get(part) ?? new Set();
      standing.set(part, on);
      for (const member of admitted) on.add(member);
      const day = Math.floor(at.getTime() / 86_400_000);
      await parts.record(
        admitted.map((member) => ({
          type: "company",
          ...{ member, company: part, kind: "customer_list" as const, day },
        })),
      );
    },
    async settle({ audienceId, company }, sessionId, state, at) {
      const held = sessionsOf(audienceId).get(sessionId);
      if (held) {
        held.rows.clear();
        held.session = { ...held.session, completedAt: at };
      }
      lists.set(audienceId, { company, state, updatedAt: at, open: false, closing: [] });
    },
    async forget(audienceId) {
      lists.delete(audienceId);
      sessions.delete(audienceId);
    },
    async release(ids) {
      const named = new Set(
        [...lists.values()].flatMap(({ company, state }) =>
          state.parts.map((digest) => `list:${company}:${digest}`),
        ),
      );
      for (const part of ids.filter((id) => !named.has(id))) {
        const on = [...(standing.get(part) ?? [])];
        standing.delete(part);
        await parts.record(
          on.map((member) => ({ type: "company_removed", member, company: part })),
        );
      }
    },
    async expire(before) {
      for (const own of sessions.values()) {
        for (const [id, { session, touchedAt }] of own) {
          if (!session.completedAt && touchedAt < before) own.delete(id);
        }
      }
    },
  };
}
