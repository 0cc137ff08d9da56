import { memoryActivities, memoryObjects } from "./memory-stores";
import type { LoggedActivity } from "./store";
import { adObjectStoreContract } from "./store.contract";

adObjectStoreContract("memory", async () => {
  const log: LoggedActivity[] = [];
  return { objects: memoryObjects(log), activities: memoryActivities(log) };
});
