import { afterAll, beforeAll } from "vitest";
import { engineContract } from "@/lib/network/reach/engine-contract";
import { overviewContract } from "@/lib/network/reach/overview-contract";
import { type Cluster, engineOver, ownDatabase, startNodes } from "./testing";

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startNodes(2);
});
afterAll(() => cluster.stop());

const open: Parameters<typeof engineContract>[1] = (batches, today) =>
  // Folded every few changes, so that changes meet bitmaps of every age.
  engineOver(ownDatabase(cluster), batches, today, { foldAt: 25 });

engineContract("clickhouse (two nodes)", open, { populations: 3, questions: 8, members: 400 });
overviewContract((batches, today) => engineOver(ownDatabase(cluster, null), batches, today));
