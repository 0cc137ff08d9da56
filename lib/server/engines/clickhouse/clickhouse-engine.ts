import type { DeliveryDay, MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { exactCount } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { OverviewSource } from "@/lib/network/reach/overview";
import { joinSets } from "../embedded/join-sets";
import type { Reading } from "./audience";
import { changeQueue, writeChanges } from "./changes";
import { clausesOf, present } from "./clauses";
import { countSets, exactCells } from "./count-sets";
import { foldOnce } from "./fold";
import { addUp, type Counted, gather, sum } from "./gather";
import { whyNotHeld } from "./holdable";
import type { Nodes } from "./nodes";
import { overviewSql, readOverview } from "./overview";
import { cellsSql, countSql, deliverSql, overlapSql, panelSql, standingName } from "./questions";
import { type Standing, withProof, writeStanding } from "./standing";
import type { Place } from "./tables";

/** The engine over ClickHouse, with what its owner needs beyond the port. */
export interface ClickhouseEngine extends ReachEngine, OverviewSource {
  readonly name: "clickhouse";
  /** The position in the change log up to which the shards stood when it opened; the caller applies what came later. */
  readonly position: number;
  /**
   * Changes in order, quicker than one by one. What a silent shard keeps back counts as applied: no question is answered before
   * it is in effect. Throws RangeError when one of them cannot be held, the others are.
   */
  applyAll(changes: readonly MemberChange[]): Promise<void>;
  /** As `applyAll`, but it rejects while a shard does not answer. */
  replay(changes: readonly MemberChange[]): Promise<void>;
  /** The position that the next start replays from. */
  readonly saved: number;
  /** Everything up to `position` has been applied: the next start replays only what came later. */
  checkpoint(position: number): Promise<void>;
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

const mostAnswers = 64;

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
  /** Replaced by a new one as soon as anything changes, so that no answer of before is kept for after. */
  let answers = new Map<string, Promise<readonly Counted[]>>();

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
  async function ask(sqlOf: (reading: Reading) => string, mayTakeLong = false): Promise<Counted[]> {
    await queue.settle();
    const [{ load = "" } = {}] = standings;
    const rows = nodes.askAll(withProof(database, load, sqlOf({ place, epoch })), mayTakeLong);
    asked.add(rows);
    try {
      return gather(await rows, place.shards);
    } finally {
      asked.delete(rows);
    }
  }

  /** As `ask`, but the same words are asked once until something changes: a panel asks several breakdowns of one audience. */
  async function known(sqlOf: (reading: Reading) => string): Promise<readonly Counted[]> {
    const words = sqlOf({ place, epoch });
    const before = answers.get(words);
    if (before) return before;
    const answer = ask(sqlOf);
    answers.set(words, answer);
    const kept = answers;
    answer.catch(() => kept.delete(words));
    for (const oldest of answers.keys()) {
      if (answers.size <= mostAnswers) break;
      answers.delete(oldest);
    }
    return answer;
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

  async function replay(changes: readonly MemberChange[]): Promise<void> {
    const [refused] = changes.flatMap((change) => whyNotHeld(change) ?? []);
    answers = new Map();
    try {
      await queue.add(refused ? changes.filter((change) => !whyNotHeld(change)) : changes);
    } finally {
      answers = new Map();
    }
    if (refused) throw refused;
  }

  /** A shard that is silent keeps changes waiting, and every question with them: they are in effect before the next answer. */
  const applyAll = (changes: readonly MemberChange[]) =>
    replay(changes).catch((error: unknown) => {
      if (!(error instanceof EngineUnavailable)) throw error;
      parts.warn(error, "A change to a member waits for a shard that does not answer.");
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

  const savedPosition = () => Math.min(...standings.map(({ position }) => position));

  const clauses = (expression: Expression) => clausesOf(expression, today());

  return {
    name: "clickhouse",
    position: savedPosition(),
    get saved() {
      return savedPosition();
    },
    async count(expression) {
      const audience = clauses(expression);
      return exactCount(sum(await known((reading) => countSql(reading, audience))));
    },
    async cells(expression, by) {
      const audience = clauses(expression);
      const name = standingName(by);
      const counted =
        name === null
          ? await known((reading) => cellsSql(reading, audience, by))
          : (await known((reading) => panelSql(reading, audience)))
              .filter(({ values: [breakdown] }) => breakdown === name)
              .map(({ values: [, value = ""], people }) => ({ values: value.split("|"), people }));
      return exactCells(counted);
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
    async overview(wanted) {
      const day = today();
      const counted = await ask((reading) => overviewSql(reading, wanted, day), true);
      return readOverview(counted, wanted);
    },
    async union(sets) {
      return sets.length === 0 ? [] : (await parts.uniteSets(sets)).map(exactCount);
    },
    cellsOfSets: (sets, by) => countSets((sqlOf) => ask(sqlOf), sets, by),
    apply: (change) => applyAll([change]),
    applyAll,
    replay,
    async checkpoint(position) {
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
