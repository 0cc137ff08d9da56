import { engineContract } from "@/lib/network/reach/engine-contract";
import { engineOver } from "./testing";

engineContract("embedded (three shards)", (batches, today) =>
  engineOver(batches, today, { workers: 3 }),
);
