import "server-only";
import type { AdApiClient } from "@/lib/ad-api/client";
import type { AudienceStore } from "@/lib/audiences/store";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { ReportShareStore } from "@/lib/reports/store";
import type { Actor } from "@/lib/workspace/actor";
import type { AdAccounts } from "@/lib/workspace/ad-accounts";
import type { CredentialStore, Passwords, Tokens } from "@/lib/workspace/credential-store";
import type { PeopleStore } from "@/lib/workspace/people-store";
import type { ClientStore, WorkspaceStore } from "@/lib/workspace/store";

/** What every domain verb receives. Verbs name the part of it they need (`Pick<Ctx, ...>`). */
export interface Ctx {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly clients: ClientStore;
  readonly people: PeopleStore;
  readonly credentials: CredentialStore;
  readonly adAccounts: AdAccounts;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  readonly reportShares: ReportShareStore;
  readonly adApi: AdApiClient;
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly newId: () => string;
  readonly now: () => Date;
}
