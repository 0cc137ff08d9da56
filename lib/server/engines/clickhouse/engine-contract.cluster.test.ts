import { afterAll, beforeAll } from "vitest";
import { engineContract } from "@/lib/network/reach/engine-contract";
import { type Cluster, engineOver, ownDatabase, startNodes } from "./testing";

let cluster: Cluster;

beforeAll(async () => {
  cluster = await startNodes(2);
});
afterAll(() => cluster.stop());

engineContract("clickhouse (two nodes)", (batches, today) =>
  engineOver(ownDatabase(cluster), batches, today, { foldAt: 25 }),
);
