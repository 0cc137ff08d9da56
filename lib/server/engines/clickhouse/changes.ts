import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { memberAfter, memberJoined } from "@/lib/network/reach/member-after";
import { type KeptMember, readMember, stone } from "./member-row";
import type { Nodes } from "./nodes";
import { RowWriter } from "./row-writer";
import { type Place, rowColumns, shardOf } from "./tables";

/** Where changes go, as it stands when they are written. */
export interface Writing {
  readonly nodes: Nodes;
  readonly place: Place;
  /** The epoch that new rows of `fresh` belong to. */
  readonly epoch: () => number;
  /** A version above all before it. */
  readonly nextVersion: () => number;
}

/**
 * Writes what members are after these changes, in order: each is read, changed by the same functions as the reference's
 * members, and written as one row. Repeating it after half of it failed ends in the same.
 */
export async function writeChanges(
  writing: Writing,
  changes: readonly MemberChange[],
): Promise<number> {
  const { nodes, place } = writing;
  const written = await Promise.all(
    Array.from({ length: nodes.count }, async (_, shard) => {
      const own = changes.filter(({ member }) => shardOf(place, member) === shard);
      return own.length === 0 ? 0 : writeToShard(writing, shard, own);
    }),
  );
  return written.reduce((sum, rows) => sum + rows, 0);
}

async function writeToShard(
  { nodes, place, epoch, nextVersion }: Writing,
  shard: number,
  changes: readonly MemberChange[],
): Promise<number> {
  const standing = await readMembers(nodes, place, shard, [
    ...new Set(changes.map(({ member }) => member)),
  ]);
  const after = new Map<number, KeptMember>();
  for (const change of changes) {
    const before = after.get(change.member) ?? standing.get(change.member) ?? null;
    const next = afterChange(before, change);
    if (next !== undefined) {
      const version = nextVersion();
      const row = next ? { member: next, version, gone: false } : stone(change.member, version);
      after.set(change.member, row);
    }
  }
  if (after.size === 0) return 0;
  const writer = new RowWriter();
  for (const row of after.values()) {
    writer.member(row);
    writer.epoch(epoch());
  }
  const columns = [...rowColumns, "epoch"];
  await nodes.insert(shard, `${place.database}.fresh`, columns, writer.take());
  return after.size;
}

/** The member afterwards, null when they left; undefined when nothing changes. */
function afterChange(before: KeptMember | null, change: MemberChange): Member | null | undefined {
  if (before === null) return change.type === "joined" ? memberJoined(change) : undefined;
  if (before.gone) return undefined;
  const after = memberAfter(before.member, change);
  return after === before.member ? undefined : after;
}

/** Members as they stand, from whichever table holds the latest row of each. */
async function readMembers(
  nodes: Nodes,
  { database }: Place,
  shard: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, KeptMember>> {
  const columns = rowColumns.join(", ");
  const from = (table: string) =>
    `SELECT ${columns} FROM ${database}.${table} WHERE member IN (${numbers.join(", ")})`;
  const rows = await nodes.ask(
    shard,
    `SELECT * FROM (${from("fresh")} UNION ALL ${from("members")}) ORDER BY version DESC LIMIT 1 BY member`,
  );
  return new Map(rows.map(readMember).map((kept) => [kept.member.number, kept]));
}

/** Changes in the order they came, many of them in one round. */
export interface ChangeQueue {
  /** Resolves when the changes are written; those that a silent shard keeps back stay first in line. */
  add(changes: readonly MemberChange[]): Promise<void>;
  /** Writes what is still waiting. */
  settle(): Promise<void>;
  /** Runs while no changes are being written. */
  between<T>(work: () => Promise<T>): Promise<T>;
}

export function changeQueue(
  write: (changes: readonly MemberChange[]) => Promise<void>,
): ChangeQueue {
  let waiting: MemberChange[] = [];
  let line: Promise<unknown> = Promise.resolve();

  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => {});
    return turn;
  };

  async function round(): Promise<void> {
    const now = waiting;
    if (now.length === 0) return;
    waiting = [];
    try {
      await write(now);
    } catch (error) {
      if (error instanceof EngineUnavailable) waiting = [...now, ...waiting];
      throw error;
    }
  }

  return {
    add(changes) {
      waiting.push(...changes);
      return next(round);
    },
    settle: () => (waiting.length === 0 ? Promise.resolve() : next(round)),
    between: next,
  };
}
