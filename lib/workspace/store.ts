import type { Client, ClientCompany } from "./actor";

/** Clients of an agency. Every read takes the agency: another agency's client is not found. */
export interface WorkspaceStore {
  /** By name. */
  listClients(agencyId: string): Promise<readonly Client[]>;
  getClient(agencyId: string, clientId: string): Promise<Client | null>;
}

/** The part of the workspace that only its settings write. */
export interface ClientStore extends WorkspaceStore {
  insertClient(client: Client): Promise<void>;
  /** Replaces the list. False when the agency has no such client. */
  saveCompanies(
    agencyId: string,
    clientId: string,
    companies: readonly ClientCompany[],
  ): Promise<boolean>;
}
