import { createMutex } from "@/lib/network/delivery/mutex";
import { companyOfList, listPartId } from "@/lib/network/population/list-part";
import { createFinishSessions } from "./finish-sessions";
import { type ListRow, rowKey, sessionDigest } from "./list-digest";
import { emptyList, type ListOperation, listAfter } from "./list-state";
import {
  type KeptList,
  type ListRef,
  type ListSession,
  type ListStore,
  type MemberIdentities,
  stepsFor,
} from "./list-store";

/** Fewer rows are no audience. The uploader knows how many there are, so saying so tells nothing. */
export const leastRows = 1_000;

export interface Upload {
  readonly sessionId: string;
  readonly operation: ListOperation;
  readonly seq: number;
  /** Nothing follows: the session is completed. */
  readonly last: boolean;
  readonly estimated: number | null;
  readonly received: number;
  readonly invalid: number;
  readonly rows: readonly ListRow[];
  /** Network time. */
  readonly at: Date;
}

/** What is known of a list, by its sessions alone. */
export interface ListFacts {
  /** Ids that stand for it in a question (Expression.onLists); one that nobody stands on while it is empty. */
  readonly parts: readonly string[];
  readonly rows: number;
  readonly open: boolean;
  /** All rows came, and its people are being found. */
  readonly finding: boolean;
  readonly updatedAt: Date | null;
}

/** Customer lists of every company: uploaded in sessions, matched inside the network, and kept as who was matched. */
export interface CustomerLists {
  /**
   * Takes one call of a session, and completes it with the last one: at once, or of many rows in the background. A call that came before
   * changes nothing.
   */
  receive(ref: ListRef, upload: Upload): Promise<ListSession>;
  factsOf(refs: readonly ListRef[]): Promise<ReadonlyMap<number, ListFacts>>;
  listSessions(audienceId: number): Promise<readonly ListSession[]>;
  /** Forgets a list and who stood on it. */
  remove(ref: ListRef): Promise<void>;
  /** Once nothing goes on in the background; for tests. */
  settled(): Promise<void>;
}

export interface CustomerListParts {
  readonly store: ListStore;
  readonly identities: MemberIdentities;
  readonly pepper: string;
  /** Wall time. */
  readonly now: () => Date;
  /** What goes wrong in the background. */
  readonly onBug?: (error: unknown) => void;
  /** With more rows than this nobody waits for the last call. */
  readonly mostAtOnce?: number;
}

/** About a second's work. */
const usualAtOnce = 20_000;

/** Rows of a session that stopped are kept for so long. */
export const sessionMs = 24 * 3_600_000;

export function createCustomerLists({
  store,
  identities,
  pepper,
  now,
  onBug = () => undefined,
  mostAtOnce = usualAtOnce,
}: CustomerListParts): CustomerLists {
  // A list's sessions are completed one after the other; so are those of lists that share a part.
  const mutex = createMutex();
  const sessions = createFinishSessions({ mutex, complete, now, onBug });
  const partsOf = ({ company }: ListRef, digests: readonly string[]) =>
    digests.map((digest) => listPartId(company, digest));

  async function complete(ref: ListRef, sessionId: string): Promise<void> {
    const { audienceId } = ref;
    const known = await store.listSessions(audienceId);
    const session = known.find((one) => one.sessionId === sessionId);
    if (!session || session.completedAt) return;
    const at = session.closedAt ?? session.startedAt;
    const rows = await store.staged(audienceId, session.sessionId);
    const before = (await store.getMany([audienceId])).get(audienceId)?.state ?? emptyList;
    const digest = sessionDigest(
      pepper,
      rows.map(({ key }) => key),
    );
    if (rows.length === 0 && session.operation !== "replace") {
      return store.settle(ref, session.sessionId, before, at);
    }
    const { state, fill } = listAfter(pepper, before, session.operation, {
      digest,
      rows: rows.length,
    });
    const found = new Set(rows.flatMap(({ member }) => member ?? []));
    const standing = await store.membersOn(partsOf(ref, fill.from));
    const members =
      fill.found === "added"
        ? [...new Set([...standing, ...found])]
        : standing.filter((member) => !found.has(member));
    // How long an upload takes must not tell how many of its rows were found.
    const work = { at: now(), steps: stepsFor(before.rows + rows.length) };
    await store.admit(listPartId(ref.company, fill.part), members, work);
    await store.settle(ref, session.sessionId, state, at);
    const left = before.parts.filter((part) => !state.parts.includes(part));
    await store.release(partsOf(ref, left), work);
  }

  return {
    async receive(ref, upload) {
      const { rows, last, ...batch } = upload;
      await store.expire(new Date(now().getTime() - sessionMs));
      const members = await membersOf(rows);
      const staged = rows.map((row, i) => ({
        key: rowKey(pepper, row),
        member: members[i] ?? null,
      }));
      const session = await store.stage(ref, { ...batch, last, rows: staged });
      if (!session.closedAt || session.completedAt) return session;
      const before = (await store.getMany([ref.audienceId])).get(ref.audienceId)?.state.rows ?? 0;
      const isLong = before + session.received > mostAtOnce;
      const isThrough = await sessions.finish(ref, session.sessionId, isLong);
      return isThrough ? { ...session, completedAt: session.closedAt } : session;
    },

    async factsOf(refs) {
      const kept = await store.getMany(refs.map(({ audienceId }) => audienceId));
      for (const ref of refs) {
        for (const id of kept.get(ref.audienceId)?.closing ?? []) sessions.resume(ref, id);
      }
      return new Map(refs.map((ref) => [ref.audienceId, factsOf(ref, kept.get(ref.audienceId))]));
    },

    listSessions: (audienceId) => store.listSessions(audienceId),

    remove: (ref) =>
      mutex.run(ref.company, async () => {
        const kept = (await store.getMany([ref.audienceId])).get(ref.audienceId);
        await store.forget(ref.audienceId);
        if (!kept) return;
        const work = { at: now(), steps: stepsFor(kept.state.rows) };
        await store.release(partsOf(ref, kept.state.parts), work);
      }),

    settled: () => sessions.settled(),
  };

  function factsOf(ref: ListRef, kept: KeptList | undefined): ListFacts {
    const { state, open = false, closing = [], updatedAt = null } = kept ?? { state: emptyList };
    const parts = partsOf(ref, state.parts);
    return {
      parts: parts.length > 0 ? parts : [nobodysPart(ref.company)],
      rows: state.rows,
      open,
      finding: closing.length > 0,
      updatedAt,
    };
  }

  /** By the address, and where nobody has it by the number. */
  async function membersOf(rows: readonly ListRow[]): Promise<readonly (number | null)[]> {
    const digests = (kind: "email" | "phone") =>
      rows.flatMap((row, place) => {
        const sha256 = row[kind];
        return sha256 === null ? [] : [{ place, sha256 }];
      });
    const found: (number | null)[] = rows.map(() => null);
    for (const kind of ["phone", "email"] as const) {
      const asked = digests(kind);
      const members = await identities.find(
        kind,
        asked.map(({ sha256 }) => sha256),
      );
      asked.forEach(({ place }, i) => {
        found[place] = members[i] ?? found[place] ?? null;
      });
    }
    return found;
  }
}

/** An empty list is a part that nobody ever stands on: asking for it must not widen a question. */
const nobodysPart = (company: string): string => listPartId(company, "-".repeat(27));

/** Whose list a part is; parts are always somebody's. */
export function companyOfPart(part: string): string {
  const company = companyOfList(part);
  if (company === null) throw new TypeError(`${part} is no part of a list.`);
  return company;
}
