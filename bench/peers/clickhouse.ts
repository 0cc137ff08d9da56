import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createClickhouseEngine } from "@/lib/server/engines/clickhouse/create-clickhouse-engine";
import { askPanel } from "../panel";
import { madeOn, population } from "../people";
import type { OpenPeer } from "./peer";

const folder = path.resolve("scripts/clickhouse");

interface Cluster {
  readonly clusterName: string;
  readonly urls: readonly string[];
  stop(): Promise<void>;
}

/** Its packages are its own (546 MB): the bench takes them when they stand there and never installs them. */
export const clickhouseStands = (): boolean => existsSync(path.join(folder, "node_modules"));

/** Nod's other engine, on a cluster of two servers on this machine. */
export const openClickhouse: OpenPeer = async (members) => {
  const module = pathToFileURL(path.join(folder, "cluster.mjs")).href;
  const { startCluster } = (await import(module)) as {
    startCluster(options: { nodes: number }): Promise<Cluster>;
  };
  const cluster = await startCluster({ nodes: 2 });
  try {
    const engine = await createClickhouseEngine({
      address: {
        nodes: cluster.urls.map((url) => ({ url, user: "default", password: "" })),
        database: "bench",
        cluster: cluster.clusterName,
      },
      population: population(members),
      today: () => madeOn,
      askMs: 120_000,
    });
    const { bytes } = await engine.size();
    return {
      name: "ClickHouse",
      bytes,
      answer: (question) => askPanel(engine, question),
      async close() {
        await engine.close();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};
