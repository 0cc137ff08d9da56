import type { ReachEngine } from "@/lib/network/reach/engine";
import { madeOn } from "./people";
import { timed } from "./timing";
import { dice, eightQuestions } from "./workload";

/** Milliseconds for what goes over several audiences or days at once. */
export interface JoinTimes {
  readonly overlapOfSix: number;
  readonly delivery: { readonly days: number; readonly people: number; readonly ms: number };
  readonly union: number;
}

const days = 56;

export async function measureJoins(engine: ReachEngine): Promise<JoinTimes> {
  const audiences = eightQuestions(dice(3)).slice(2);
  const [, first] = audiences;
  if (!first) throw new Error("The workload has eight questions.");
  await engine.overlap(audiences);
  const overlap = await timed(() => engine.overlap(audiences));
  const schedule = Array.from({ length: days }, (_, i) => ({
    day: madeOn - i,
    meanPerPerson: 0.05,
  }));
  const people = Number(await engine.count(first));
  await engine.deliver(first, "first", schedule.slice(0, 2));
  const delivery = await timed(() => engine.deliver(first, "bench", schedule));
  const sets = delivery.value.map(({ reached }) => reached);
  await engine.union(sets.slice(0, 2));
  const union = await timed(() => engine.union(sets));
  return {
    overlapOfSix: overlap.ms,
    delivery: { days, people, ms: delivery.ms },
    union: union.ms,
  };
}
