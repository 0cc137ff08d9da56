import type { DeliveryDay, MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { OverviewSource } from "@/lib/network/reach/overview";
import {
  addCounts,
  crossTab,
  isByRegion,
  type PeopleByCell,
  regionTab,
  sumShards,
} from "./cross-tab";
import { joinSets } from "./join-sets";
import { packSets } from "./pack-sets";
import { readOverview } from "./read-overview";
import type { Shard } from "./shard";
import { removeReplaced, type SnapshotPlace, saveShards } from "./snapshots";
import { applyTo } from "./stand-up";

/** The embedded engine, with what its owner needs beyond the port. */
export interface EmbeddedEngine extends ReachEngine, OverviewSource {
  readonly name: "embedded";
  /** The position in the change log up to which the engine stood when it opened; see ChangeLog. */
  readonly position: number;
  /** The position of the last snapshot. */
  readonly saved: number;
  /** Changes in order, quicker than one by one. Throws RangeError when one of them cannot be held; the others are. */
  applyAll(changes: readonly MemberChange[]): Promise<void>;
  /** Saves a snapshot; everything up to `position` must have been applied, and nothing after it. Changes may follow at once. */
  save(position: number): Promise<void>;
  /**
   * Saves a snapshot beside the serving workers, from the last one and the log, while they go on answering; without one of the
   * two it is a `save`, which stops each worker for as long as it writes.
   */
  checkpoint(position: number): Promise<void>;
}

export interface EngineParts {
  readonly shards: readonly Shard[];
  /** null keeps no snapshots. */
  readonly place: SnapshotPlace | null;
  readonly position: number;
  /** The position of the last snapshot. */
  readonly saved: number;
  /** The first snapshot, while it is being written. */
  readonly first: Promise<void> | null;
  readonly today: () => number;
  /** Writes a snapshot at a position without the serving workers; false when it cannot. */
  readonly checkpoint?: (position: number) => Promise<boolean>;
}

/** A cross-tab is 54 KB; the last few are kept, because a panel asks several breakdowns of one question. */
const mostAnswers = 32;

export function embeddedEngine(parts: EngineParts): EmbeddedEngine {
  const { shards, place } = parts;
  const answers = new Map<string, Promise<PeopleByCell>>();
  let day = parts.today();
  let nextUnion = 0;
  /** Saves that are still writing, by position. */
  const saves = new Map<number, Promise<void>>();
  let saved = parts.saved;
  const { first } = parts;
  if (first)
    saves.set(
      0,
      first.finally(() => saves.delete(0)),
    );

  /** Asks of a worker are handled in order, so telling the day before a question is enough. */
  function settleDay(): void {
    const today = parts.today();
    if (today <= day) return;
    day = today;
    answers.clear();
    for (const shard of shards) shard.ask("advance", { today }).catch(() => {});
  }

  function people(expression: Expression): Promise<PeopleByCell> {
    settleDay();
    const key = JSON.stringify(expression);
    const known = answers.get(key);
    if (known) return known;
    const answer = Promise.all(shards.map((shard) => shard.ask("cells", { expression }))).then(
      sumShards,
    );
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    for (const oldest of answers.keys()) {
      if (answers.size <= mostAnswers) break;
      answers.delete(oldest);
    }
    return answer;
  }

  async function applyAll(changes: readonly MemberChange[]): Promise<void> {
    settleDay();
    // Before, for who asks from now on, and after, for what was asked while the workers were at it.
    answers.clear();
    await applyTo(shards, changes).finally(() => answers.clear());
  }

  /** The copy is taken at once; replaced snapshots go only when no earlier save is still writing one. */
  async function saveAll(position: number, earlier: Promise<unknown>): Promise<void> {
    if (place === null) return;
    await saveShards(shards, place, position);
    await earlier;
    await removeReplaced(place, position);
    saved = position;
  }

  function saving(
    position: number,
    write: (earlier: Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    const running = saves.get(position);
    if (running) return running;
    const earlier = Promise.allSettled([...saves.values()]);
    const written = write(earlier).finally(() => saves.delete(position));
    saves.set(position, written);
    return written;
  }

  return {
    name: "embedded",
    position: parts.position,
    get saved() {
      return saved;
    },
    async count(expression) {
      return exactCount((await people(expression)).total);
    },
    async cells(expression, by) {
      return crossTab(await people(expression), by);
    },
    async overlap(expressions) {
      if (expressions.length < 2 || expressions.length > 6) {
        throw new RangeError("An overlap is asked of 2 to 6 audiences.");
      }
      settleDay();
      const cells = await Promise.all(shards.map((shard) => shard.ask("overlap", { expressions })));
      return Array.from(addCounts(cells), exactCount);
    },
    async overview(ask) {
      settleDay();
      const counted = await Promise.all(shards.map((shard) => shard.ask("overview", ask)));
      return readOverview(counted);
    },
    async deliver(expression: Expression, adSetId: string, days: readonly DeliveryDay[]) {
      settleDay();
      const asked = shards.map((shard) => shard.ask("deliver", { expression, adSetId, days }));
      const delivered = await Promise.all(asked);
      return days.map(({ day: one }, i) => ({
        day: one,
        reached: joinSets(delivered.flatMap((shard) => shard[i] ?? [])),
      }));
    },
    async union(sets: readonly MemberSet[]) {
      const shard = shards[nextUnion % shards.length];
      nextUnion += 1;
      if (!shard || sets.length === 0) return [];
      const packed = packSets(sets);
      return (await shard.ask("union", packed, [packed.bytes.buffer])).map(exactCount);
    },
    async cellsOfSets(sets, by) {
      if (sets.length === 0) return [];
      const counted = await Promise.all(
        shards.map((shard) => {
          const packed = packSets(sets);
          const ask = { ...packed, byRegion: isByRegion(by) };
          return shard.ask("tally", ask, [packed.bytes.buffer]);
        }),
      );
      return isByRegion(by) ? regionTab(addCounts(counted)) : crossTab(sumShards(counted), by);
    },
    apply: (change) => applyAll([change]),
    applyAll,
    save: (position) => saving(position, (earlier) => saveAll(position, earlier)),
    checkpoint: (position) =>
      saving(position, async (earlier) => {
        await earlier;
        if (await parts.checkpoint?.(position)) {
          saved = position;
          return;
        }
        await saveAll(position, Promise.resolve());
      }),
    async size() {
      const sizes = await Promise.all(shards.map((shard) => shard.ask("size", {})));
      return {
        members: sizes.reduce((sum, size) => sum + size.members, 0),
        bytes: sizes.reduce((sum, size) => sum + size.bytes, 0),
      };
    },
    async close() {
      await Promise.allSettled([...saves.values()]);
      await Promise.all(shards.map((shard) => shard.close()));
    },
  };
}
