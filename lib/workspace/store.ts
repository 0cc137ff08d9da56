import type { Client } from "./actor";

/** Clients of an agency. Every read takes the agency: another agency's client is not found. */
export interface WorkspaceStore {
  listClients(agencyId: string): Promise<readonly Client[]>;
  getClient(agencyId: string, clientId: string): Promise<Client | null>;
}
