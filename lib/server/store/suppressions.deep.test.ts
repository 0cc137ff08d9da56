import { suppressionContract } from "@/lib/network/consent/suppressions.contract";
import { suppressionStore } from "./suppressions";
import { storesUnderTest } from "./testing";

for (const under of storesUnderTest()) {
  suppressionContract(under.name, async () => suppressionStore(await under.empty()));
}
