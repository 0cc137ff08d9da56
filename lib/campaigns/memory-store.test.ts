import { memoryCampaignStore } from "./memory-store";
import { campaignStoreContract } from "./store.contract";

campaignStoreContract("campaigns in memory", async () => ({
  store: memoryCampaignStore(),
  agencyId: "a1",
  clientId: "c1",
  secondClientId: "c2",
  otherAgencyId: "a2",
}));
