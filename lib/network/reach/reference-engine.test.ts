import { membersOf } from "@/lib/network/population/member-at";
import { engineContract } from "./engine-contract";
import { referenceEngine } from "./reference-engine";

engineContract("reference", async (batches, today) =>
  referenceEngine(batches.flatMap(membersOf), today),
);
