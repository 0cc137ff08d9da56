import { afterAll, beforeAll } from "vitest";
import { engineContract } from "@/lib/network/reach/engine-contract";
import { type Cluster, engineOver, ownDatabase, startNodes } from "./testing";

let node: Cluster;
beforeAll(async () => {
  node = await startNodes(1);
});
afterAll(() => node.stop());

engineContract(
  "clickhouse (one node)",
  (batches, today) => engineOver(ownDatabase(node, null), batches, today),
  { populations: 2, questions: 6, members: 300 },
);
