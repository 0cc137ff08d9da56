import type { AdAccounts } from "./ad-accounts";
import type { CredentialStore } from "./credential-store";
import type { Founding } from "./founding";
import type { PeopleStore } from "./people-store";
import type { ClientStore } from "./store";

/** Everything the workspace keeps, over one database. */
export interface WorkspaceStores {
  readonly clients: ClientStore;
  readonly people: PeopleStore;
  readonly credentials: CredentialStore;
  readonly adAccounts: AdAccounts;
  readonly founding: Founding;
}
