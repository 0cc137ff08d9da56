import { memoryAudienceStore } from "./memory-store";
import { audienceStoreContract } from "./store.contract";

audienceStoreContract("audiences in memory", async () => ({
  store: memoryAudienceStore(),
  agencyId: "a1",
  clientId: "c1",
  secondClientId: "c2",
  otherAgencyId: "a2",
}));
