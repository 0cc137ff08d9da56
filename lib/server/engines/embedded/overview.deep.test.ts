import { describe } from "vitest";
import { overviewContract } from "@/lib/network/reach/overview-contract";
import { engineOver } from "./testing";

describe.each([1, 3])("The overview of the embedded engine with %i workers", (workers) => {
  overviewContract((batches, today) => engineOver(batches, today, { workers }));
});
