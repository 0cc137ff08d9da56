import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor, ClientCompany } from "./actor";
import type { AdAccounts } from "./ad-accounts";
import { authorise } from "./authorise";
import type { ClientStore } from "./store";

const saveCompaniesInput = z.object({
  clientId: z.string().check(z.minLength(1)),
  companies: z
    .array(z.object({ id: z.string(), relation: z.enum(["owns", "may_use"]) }))
    .check(z.maxLength(100, "A client has at most 100 companies.")),
});
export type SaveCompaniesInput = z.input<typeof saveCompaniesInput>;

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<ClientStore, "getClient">;
  readonly clients: Pick<ClientStore, "saveCompanies">;
  readonly adAccounts: Pick<AdAccounts, "findCompanies">;
}

/** Which companies the client owns or may use for its ads. The names are the network's. */
export async function saveCompanies(
  ctx: Needs,
  input: SaveCompaniesInput,
): Promise<Result<readonly ClientCompany[], Refusal>> {
  const parsed = saveCompaniesInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The companies were not saved.", fieldErrors(parsed.error));
  }
  const { clientId, companies } = parsed.data;
  const allowed = await authorise(ctx, "people", clientId);
  if (!allowed.ok) return allowed;
  const found = await ctx.adAccounts.findCompanies(companies.map(({ id }) => id));
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const chosen = new Map<string, ClientCompany>();
  for (const { id, relation } of companies) {
    const name = names.get(id);
    if (name === undefined) {
      const sentence = "The network does not know one of these companies.";
      return refuse("unknown_company", sentence, { companies: sentence });
    }
    chosen.set(id, { id, name, relation });
  }
  const saved = [...chosen.values()];
  await ctx.clients.saveCompanies(ctx.actor.agencyId, clientId, saved);
  return ok(saved);
}
