import type { AdApi, CallOptions } from "@/lib/ad-api/ad-api";
import type { Range } from "@/lib/ad-api/panel";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor, Client, ClientCompany } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import type { WorkspaceStore } from "@/lib/workspace/store";

export interface CompaniesCtx {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "listClients">;
  readonly adApi: Pick<AdApi, "reachPanel">;
}

/** How many consenting people already work with a company: as released, or why it is not said. */
export type CompanyPeople =
  | { readonly kind: "known"; readonly range: Range; readonly asOf: string }
  | { readonly kind: "not_allowed" }
  | { readonly kind: "silent"; readonly message: string };

export interface ListedCompany {
  readonly client: Pick<Client, "id" | "name">;
  readonly company: ClientCompany;
  /** All of them, those on its customer list, and those in conversation with it; a person can be both. */
  readonly people: CompanyPeople;
  readonly onList: CompanyPeople;
  readonly inConversation: CompanyPeople;
}

/**
 * The companies a client (or, with null, every client the actor may view) owns or may use, each with the people who
 * work with it. Asks the network for estimates only when the actor may estimate.
 */
export async function listCompanies(
  ctx: CompaniesCtx,
  clientId: string | null,
  options?: CallOptions,
): Promise<Result<readonly ListedCompany[], { code: "not_found"; message: string }>> {
  const all = await ctx.workspace.listClients(ctx.actor.agencyId);
  const clients = all.filter(
    ({ id }) => may(ctx.actor, "view", id) && (clientId === null || id === clientId),
  );
  if (clientId !== null && clients.length === 0) {
    return refuse("not_found", "There is no such client in your agency.");
  }
  const pairs = clients.flatMap((client) =>
    client.companies.map((company) => ({ client, company })),
  );
  return ok(
    await Promise.all(
      pairs.map(async ({ client, company }) => {
        const [people, onList, inConversation] = await Promise.all([
          count(ctx, client, { id: company.id }, options),
          count(ctx, client, { id: company.id, nod_kind: "customer_list" }, options),
          count(ctx, client, { id: company.id, nod_kind: "conversation" }, options),
        ]);
        const { id, name } = client;
        return { client: { id, name }, company, people, onList, inConversation };
      }),
    ),
  );
}

async function count(
  ctx: CompaniesCtx,
  client: Client,
  connection: { id: string; nod_kind?: "customer_list" | "conversation" },
  options: CallOptions | undefined,
): Promise<CompanyPeople> {
  if (!may(ctx.actor, "estimate", client.id)) return { kind: "not_allowed" };
  const panel = await ctx.adApi.reachPanel(
    client.accountId,
    { connections: [connection], targeting_automation: { advantage_audience: 0 } },
    options,
  );
  if (!panel.ok) return { kind: "silent", message: panel.error.message };
  return { kind: "known", range: panel.value.nod_range, asOf: panel.value.nod_as_of };
}
