import type { AdApi, CallOptions } from "@/lib/ad-api/ad-api";
import type { Range } from "@/lib/ad-api/panel";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor, Client, ClientCompany } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import type { WorkspaceStore } from "@/lib/workspace/store";
import { ownedFirst } from "./owned-first";

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
  readonly client: Client;
  readonly company: ClientCompany;
}

/** The companies a client (or, with null, every client the actor may view) owns or may use, client by client, owned ones first. */
export async function listCompanies(
  ctx: Pick<CompaniesCtx, "actor" | "workspace">,
  clientId: string | null,
): Promise<Result<readonly ListedCompany[], { code: "not_found"; message: string }>> {
  const all = await ctx.workspace.listClients(ctx.actor.agencyId);
  const clients = all.filter(
    ({ id }) => may(ctx.actor, "view", id) && (clientId === null || id === clientId),
  );
  if (clientId !== null && clients.length === 0) {
    return refuse("not_found", "There is no such client in your agency.");
  }
  return ok(
    clients.flatMap((client) =>
      ownedFirst(client.companies).map((company) => ({ client, company })),
    ),
  );
}

/**
 * People who already work with a company, by any relation or by one of them; somebody can be on its list and in
 * conversation with it. The network is asked only when the actor may estimate for the client.
 */
export async function countCompanyPeople(
  ctx: Pick<CompaniesCtx, "actor" | "adApi">,
  { client, company }: ListedCompany,
  kind?: "customer_list" | "conversation",
  options?: CallOptions,
): Promise<CompanyPeople> {
  if (!may(ctx.actor, "estimate", client.id)) return { kind: "not_allowed" };
  const panel = await ctx.adApi.reachPanel(
    client.accountId,
    {
      connections: [{ id: company.id, ...(kind && { nod_kind: kind }) }],
      targeting_automation: { advantage_audience: 0 },
    },
    options,
  );
  if (!panel.ok) return { kind: "silent", message: panel.error.message };
  return { kind: "known", range: panel.value.nod_range, asOf: panel.value.nod_as_of };
}
