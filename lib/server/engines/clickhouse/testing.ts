import { randomBytes } from "node:crypto";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { startCluster } from "@/scripts/clickhouse/cluster.mjs";
import { givenMembers, openInThread } from "../embedded/testing";
import type { ClickhouseAddress } from "./address";
import type { ClickhouseEngine } from "./clickhouse-engine";
import { type ClickhouseEngineOptions, createClickhouseEngine } from "./create-clickhouse-engine";
import { openNodes } from "./nodes";
import { openUniter } from "./unite";

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

export const startNodes = (nodes: number): Promise<Cluster> => startCluster({ nodes });

/** A database of its own on every node of the cluster; asked through the cluster unless told otherwise. */
export const ownDatabase = (
  { urls, clusterName }: Cluster,
  cluster: string | null = clusterName,
): ClickhouseAddress => ({
  nodes: urls.map((url) => ({ url, user: "default", password: "" })),
  database: `t_${randomBytes(6).toString("hex")}`,
  cluster,
});

export async function dropDatabase(address: ClickhouseAddress): Promise<void> {
  const nodes = openNodes(address, 15_000);
  try {
    for (let shard = 0; shard < nodes.count; shard += 1) {
      await nodes.run(shard, `DROP DATABASE IF EXISTS ${address.database}`);
    }
  } finally {
    await nodes.close();
  }
}

/** Stripes of 32 numbers, so that a few hundred members lie on both shards and in several chunks. */
export const openOver = (
  address: ClickhouseAddress,
  batches: readonly MemberBatch[],
  today: () => number,
  options: Partial<ClickhouseEngineOptions> = {},
): Promise<ClickhouseEngine> =>
  createClickhouseEngine({
    address,
    population: givenMembers(batches),
    today,
    stripe: 32,
    openUniter: () => openUniter(openInThread),
    ...options,
  });

/** An engine in a database of its own, dropped when the engine is closed. */
export async function engineOver(
  address: ClickhouseAddress,
  batches: readonly MemberBatch[],
  today: () => number,
  options: Partial<ClickhouseEngineOptions> = {},
): Promise<ClickhouseEngine> {
  const warned: object[] = [];
  const logger = { info: () => {}, warn: (facts: object) => warned.push(facts) };
  const engine = await openOver(address, batches, today, { logger, ...options });
  return {
    ...engine,
    async close() {
      await engine.close();
      await dropDatabase(address);
      // Work in the background fails here, or nowhere.
      const [first] = warned;
      if (first) throw new Error("The engine warned.", { cause: first });
    },
  };
}
