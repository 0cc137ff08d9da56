import { StartRefusal } from "../../start-refusal";
import { freeMemory } from "./free-memory";
import { shortOfMemory, type WorkerPlan } from "./plan-workers";
import { listSnapshots, type SnapshotPlace } from "./snapshots";

/**
 * Refuses to start rather than be killed halfway: making the members takes more memory than reading a snapshot of them.
 * @throws StartRefusal with what is needed, what is free and what to do.
 */
export async function requireMemory(
  members: number,
  plan: WorkerPlan,
  place: SnapshotPlace | null,
  end: number,
): Promise<void> {
  const hasSnapshot = place !== null && (await listSnapshots(place, end)).length > 0;
  const needed = hasSnapshot ? plan.servingBytes : plan.loadingBytes;
  const short = shortOfMemory(members, needed, freeMemory());
  if (short) throw new StartRefusal(short);
}
