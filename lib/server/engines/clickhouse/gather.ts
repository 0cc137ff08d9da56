import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import type { Row } from "./nodes";
import { proof } from "./standing";

export interface Counted {
  readonly values: readonly string[];
  readonly people: number;
}

/**
 * The rows of a complete answer: every shard of this load answered, and answered once.
 * @throws EngineUnavailable when one is missing, or holds other members.
 */
export function gather(rows: readonly Row[], shards: number): Counted[] {
  const proofs: number[] = [];
  const counted: Counted[] = [];
  for (const [shard, values, n] of rows) {
    const list = Array.isArray(values) ? values.map(String) : [];
    const people = Number(n);
    if (people > 0) counted.push({ values: list, people });
    else if (list[0] === proof) proofs.push(Number(shard));
  }
  const wanted = Array.from({ length: shards }, (_, shard) => shard);
  if (wanted.join() !== proofs.sort((a, b) => a - b).join()) {
    throw new EngineUnavailable(
      new Error(`Shards ${wanted.join()} were asked, and [${proofs.join()}] have these members.`),
    );
  }
  return counted;
}

/** All people of an answer. */
export const sum = (counted: readonly Counted[]): number =>
  counted.reduce((all, { people }) => all + people, 0);

/** People by values, over all shards and parts; the keys are the values joined by "|". */
export function addUp(counted: readonly Counted[]): ReadonlyMap<string, Counted> {
  const cells = new Map<string, Counted>();
  for (const { values, people } of counted) {
    const key = values.join("|");
    cells.set(key, { values, people: people + (cells.get(key)?.people ?? 0) });
  }
  return cells;
}
