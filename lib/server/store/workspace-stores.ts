import type { WorkspaceStores } from "@/lib/workspace/stores";
import type { Database } from "../db/database";
import { adAccounts } from "./ad-accounts-store";
import { clientStore } from "./client-store";
import { credentialStore } from "./credential-store";
import { foundingStore } from "./founding-store";
import { peopleStore } from "./people-store";

/** What the workspace keeps, in the database. */
export const workspaceStores = (db: Database): WorkspaceStores => ({
  clients: clientStore(db),
  people: peopleStore(db),
  credentials: credentialStore(db),
  adAccounts: adAccounts(db),
  founding: foundingStore(db),
});
