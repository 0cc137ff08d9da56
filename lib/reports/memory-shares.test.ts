import { memoryReportShareStore } from "./memory-shares";
import { reportShareStoreContract } from "./share-store.contract";

reportShareStoreContract("Share links in memory", async () => ({
  store: memoryReportShareStore(),
  agencyId: "a1",
  clientId: "c1",
  secondClientId: "c2",
  otherAgencyId: "a2",
}));
