import type { DeliveryDay, MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { OverviewSource } from "@/lib/network/reach/overview";
import { addCounts, crossTab, type PeopleByCell, sumShards } from "./cross-tab";
import { joinSets } from "./join-sets";
import { readOverview } from "./read-overview";
import type { Shard } from "./shard";
import { removeReplaced, type SnapshotPlace, snapshotSet } from "./snapshots";

/** The embedded engine, with what its owner needs beyond the port. */
export interface EmbeddedEngine extends ReachEngine, OverviewSource {
  readonly name: "embedded";
  /** The position in the change log up to which the engine stood when it opened; the caller applies what came later. */
  readonly position: number;
  /** Changes in order, quicker than one by one: for replaying the log. */
  applyAll(changes: readonly MemberChange[]): Promise<void>;
  /** Saves a snapshot; everything up to `position` must have been applied, and nothing after it. Changes may follow at once. */
  save(position: number): Promise<void>;
}

export interface EngineParts {
  readonly shards: readonly Shard[];
  /** null keeps no snapshots. */
  readonly place: SnapshotPlace | null;
  readonly position: number;
  readonly today: () => number;
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
    answers.clear();
    await Promise.all(
      shards.map((shard) => {
        const own = changes.filter(({ member }) => shard.holds(member));
        return own.length > 0 ? shard.ask("apply", { changes: own }) : null;
      }),
    );
  }

  /** The copy is taken at once; replaced snapshots go only when no earlier save is still writing one. */
  async function saveAll(position: number, earlier: Promise<unknown>): Promise<void> {
    if (place === null) return;
    const { paths } = snapshotSet(place, position);
    const tag = { identity: place.identity, position };
    const saved = await Promise.allSettled(
      shards.map((shard, i) => shard.ask("save", { path: paths[i] ?? "", tag })),
    );
    const failed = saved.find((part) => part.status === "rejected");
    if (failed) throw failed.reason;
    await earlier;
    await removeReplaced(place, position);
  }

  return {
    name: "embedded",
    position: parts.position,
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
      const lengths = sets.map((set) => set.length);
      const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
      let at = 0;
      for (const set of sets) {
        bytes.set(set, at);
        at += set.length;
      }
      return (await shard.ask("union", { bytes, lengths }, [bytes.buffer])).map(exactCount);
    },
    apply: (change) => applyAll([change]),
    applyAll,
    save(position) {
      const running = saves.get(position);
      if (running) return running;
      const earlier = Promise.allSettled([...saves.values()]);
      const saved = saveAll(position, earlier).finally(() => saves.delete(position));
      saves.set(position, saved);
      return saved;
    },
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
