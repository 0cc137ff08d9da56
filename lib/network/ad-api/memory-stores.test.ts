import { memoryObjects } from "./memory-stores";
import { adObjectStoreContract } from "./store.contract";

adObjectStoreContract("memory", async () => memoryObjects());
