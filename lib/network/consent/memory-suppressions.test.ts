import { memorySuppressions } from "./memory-suppressions";
import { suppressionContract } from "./suppressions.contract";

suppressionContract("memory", async () => memorySuppressions());
