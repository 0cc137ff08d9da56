import type { DeliveryDay, MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { exactCount } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import { joinSets } from "../embedded/join-sets";
import type { Reading } from "./audience";
import { changeQueue, writeChanges } from "./changes";
import { clausesOf, present } from "./clauses";
import { foldOnce } from "./fold";
import { type Counted, gather } from "./gather";
import type { Nodes } from "./nodes";
import { cellsSql, countSql, deliverSql, overlapSql } from "./questions";
import { type Standing, withProof, writeStanding } from "./standing";
import type { Place } from "./tables";

/** The engine over ClickHouse, with what its owner needs beyond the port. */
export interface ClickhouseEngine extends ReachEngine {
  readonly name: "clickhouse";
  /** The position in the change log up to which the shards stood when it opened; the caller applies what came later. */
  readonly position: number;
  /** Changes in order, quicker than one by one. Rejects while a shard does not answer. */
  applyAll(changes: readonly MemberChange[]): Promise<void>;
  /** Everything up to `position` has been applied: the next start replays only what came later. */
  save(position: number): Promise<void>;
  /** Folds the members who changed into the bitmaps; questions and changes go on meanwhile. */
  fold(): Promise<void>;
}

export interface EngineParts {
  readonly nodes: Nodes;
  readonly place: Place;
  readonly standings: readonly Standing[];
  /** Highest version and epoch of any row so far, and how many members changed since the bitmaps were made. */
  readonly latest: { readonly version: number; readonly epoch: number; readonly fresh: number };
  readonly today: () => number;
  readonly foldAt: number;
  readonly uniteSets: (sets: readonly MemberSet[]) => Promise<readonly number[]>;
  readonly warn: (error: unknown, message: string) => void;
  readonly onClose: () => Promise<void>;
}

export function clickhouseEngine(parts: EngineParts): ClickhouseEngine {
  const { nodes, place, today } = parts;
  const { database } = place;
  let standings = parts.standings;
  let epoch = Math.max(...standings.map((standing) => standing.epoch));
  let writeEpoch = Math.max(epoch, parts.latest.epoch);
  let version = parts.latest.version;
  let fresh = parts.latest.fresh;
  let folding: Promise<void> | null = null;
  const asked = new Set<Promise<unknown>>();

  const nextVersion = () => {
    version += 1;
    return version;
  };
  const queue = changeQueue(async (changes) => {
    fresh += await writeChanges({ nodes, place, epoch: () => writeEpoch, nextVersion }, changes);
    if (fresh >= parts.foldAt) {
      fold().catch((error) => parts.warn(error, "Changed members could not be folded in."));
    }
  });

  /** Asks every shard once; what was changed before is written first. */
  async function ask(sqlOf: (reading: Reading) => string): Promise<Counted[]> {
    await queue.settle();
    const [{ load = "" } = {}] = standings;
    const rows = nodes.askAll(withProof(database, load, sqlOf({ place, epoch })));
    asked.add(rows);
    try {
      return gather(await rows, place.shards);
    } finally {
      asked.delete(rows);
    }
  }

  const update = (change: Partial<Standing>) =>
    queue.between(async () => {
      standings = await Promise.all(
        standings.map(async (before) => {
          const after = { ...before, ...change, version: before.version + 1 };
          await writeStanding(nodes, database, after);
          return after;
        }),
      );
    });

  function fold(): Promise<void> {
    folding ??= (async () => {
      const to = await queue.between(async () => {
        writeEpoch += 1;
        fresh = 0;
        return writeEpoch;
      });
      await foldOnce({
        nodes,
        place,
        from: epoch,
        to,
        today: today(),
        async settle() {
          await update({ epoch: to });
          epoch = to;
          await Promise.allSettled([...asked]);
        },
      });
    })().finally(() => {
      folding = null;
    });
    return folding;
  }

  const clauses = (expression: Expression) => clausesOf(expression, today());

  return {
    name: "clickhouse",
    position: Math.min(...standings.map((standing) => standing.position)),
    async count(expression) {
      const audience = clauses(expression);
      return exactCount(sum(await ask((reading) => countSql(reading, audience))));
    },
    async cells(expression, by) {
      const audience = clauses(expression);
      const counted = await ask((reading) => cellsSql(reading, audience, by));
      return [...addUp(counted).values()].map(({ values, people }) => ({
        values,
        count: exactCount(people),
      }));
    },
    async overlap(expressions) {
      if (expressions.length < 2 || expressions.length > 6) {
        throw new RangeError("An overlap is asked of 2 to 6 audiences.");
      }
      const audiences = expressions.map(clauses);
      const counted = addUp(await ask((reading) => overlapSql(reading, audiences)));
      return Array.from({ length: 2 ** expressions.length }, (_, mix) =>
        exactCount(counted.get(String(mix))?.people ?? 0),
      );
    },
    async deliver(expression: Expression, adSetId: string, days: readonly DeliveryDay[]) {
      if (days.length === 0) return [];
      const audience = clauses(expression);
      const counted = await ask((reading) => deliverSql(reading, audience, adSetId, days));
      const reached = counted.map(({ values: [day = "", from = "", last = "", set = ""] }) => ({
        day: Number(day),
        from: Number(from),
        last: Number(last),
        bytes: new Uint8Array(Buffer.from(set, "base64")),
      }));
      return days.map(({ day }, i) => ({
        day,
        reached: joinSets(reached.filter((part) => part.day === i)),
      }));
    },
    async union(sets) {
      return sets.length === 0 ? [] : (await parts.uniteSets(sets)).map(exactCount);
    },
    async apply(change) {
      // A shard that is silent keeps the change waiting, and every question with it: it is in effect before the next answer.
      await queue.add([change]).catch((error: unknown) => {
        if (!(error instanceof EngineUnavailable)) throw error;
        parts.warn(error, "A change to a member waits for a shard that does not answer.");
      });
    },
    applyAll: (changes) => queue.add(changes),
    async save(position) {
      await queue.settle();
      await update({ position });
    },
    fold,
    async size() {
      const members = sum(await ask((reading) => countSql(reading, present)));
      const bytes = await Promise.all(
        standings.map(({ shard }) =>
          nodes.ask(
            shard,
            `SELECT sum(bytes_on_disk) FROM system.parts WHERE database = '${database}' AND active`,
          ),
        ),
      );
      return { members, bytes: bytes.reduce((all, [row]) => all + Number(row?.[0] ?? 0), 0) };
    },
    async close() {
      await folding?.catch(() => {});
      await queue.between(async () => {});
      await nodes.close();
      await parts.onClose();
    },
  };
}

const sum = (counted: readonly Counted[]): number =>
  counted.reduce((all, { people }) => all + people, 0);

function addUp(counted: readonly Counted[]): ReadonlyMap<string, Counted> {
  const cells = new Map<string, Counted>();
  for (const { values, people } of counted) {
    const key = values.join("|");
    cells.set(key, { values, people: people + (cells.get(key)?.people ?? 0) });
  }
  return cells;
}
