import { memoryReleaseTable } from "./memory-release-table";
import { releaseTableContract } from "./release-table.contract";

releaseTableContract("memory", async () => memoryReleaseTable());
