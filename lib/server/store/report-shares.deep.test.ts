import { reportShareStoreContract } from "@/lib/reports/share-store.contract";
import { reportShareStore } from "./report-shares";
import { insertAgency, storesUnderTest } from "./testing";

for (const under of storesUnderTest()) {
  reportShareStoreContract(`Share links in ${under.name}`, async () => {
    const db = await under.empty();
    await insertAgency(db, { id: "a1", clientIds: ["c1", "c2"], account: 1 });
    await insertAgency(db, { id: "a2", clientIds: ["c9"], account: 9 });
    return {
      store: reportShareStore(db),
      agencyId: "a1",
      clientId: "c1",
      secondClientId: "c2",
      otherAgencyId: "a2",
    };
  });
}
