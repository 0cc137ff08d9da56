import { companies } from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { createEmbeddedEngine, type EmbeddedEngineOptions } from "./create-embedded-engine";
import type { EmbeddedEngine } from "./embedded-engine";
import type { GivenMembers } from "./population";
import type { PlaneLimits, ShardReply } from "./protocol";
import { type AskPort, shardOver } from "./shard";
import { openHost } from "./worker/host";

/** A shard in this thread: the same code and the same copies of messages, without starting a worker for each test. */
export const openInThread: EmbeddedEngineOptions["open"] = (_, data, onProgress) => {
  const listeners: ((reply: ShardReply) => void)[] = [];
  const answer = openHost(data, (reply) => {
    const copy = structuredClone(reply);
    for (const listener of listeners) listener(copy);
  });
  const port: AskPort = {
    post: (message, transfer) => void answer(structuredClone(message, { transfer: [...transfer] })),
    onReply: (listener) => listeners.push(listener),
    onEnd: () => {},
    end: async () => {},
  };
  return shardOver(port, data, onProgress);
};

export const givenMembers = (batches: readonly MemberBatch[], key = "test"): GivenMembers => ({
  kind: "given",
  companies: companies.map(({ id }) => id),
  key,
  members: Math.max(0, ...batches.map(({ first, count }) => first + count)),
  batches: () => batches,
});

/** Few enough members never fill a list: this keeps every rule's bitmap, and pushes some out. */
export const eagerPlanes: PlaneLimits = { worthKeeping: 0, most: 6, standing: 20 };

/** An engine over these members in this thread, without a snapshot. */
export const engineOver = (
  batches: readonly MemberBatch[],
  today: () => number,
  options: Partial<EmbeddedEngineOptions> = {},
): Promise<EmbeddedEngine> =>
  createEmbeddedEngine({
    population: givenMembers(batches),
    today,
    snapshotFolder: null,
    warmUpMs: 0,
    open: openInThread,
    planes: eagerPlanes,
    ...options,
  });
