import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor, Client } from "./actor";
import type { AdAccounts } from "./ad-accounts";
import { authorise } from "./authorise";
import { type ClientInput, clientInput, minorUnitsOf } from "./client-input";
import type { ClientStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<ClientStore, "getClient" | "listClients">;
  readonly clients: Pick<ClientStore, "insertClient">;
  readonly adAccounts: Pick<AdAccounts, "open">;
  readonly newId: () => string;
}

/** A new client of the agency with an ad account of its own. Its currency and time zone never change. */
export async function createClient(
  ctx: Needs,
  input: ClientInput,
): Promise<Result<Client, Refusal>> {
  const allowed = await authorise(ctx, "people", null);
  if (!allowed.ok) return allowed;
  const parsed = clientInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The client was not added.", fieldErrors(parsed.error));
  }
  const { agencyId } = ctx.actor;
  const { name, currency, timeZone } = parsed.data;
  const same = (client: Client) => client.name.toLowerCase() === name.toLowerCase();
  if ((await ctx.workspace.listClients(agencyId)).some(same)) {
    return refuse("name_taken", "The client was not added.", {
      name: "You have a client with this name.",
    });
  }
  const account = { agencyId, name, currency, timeZone, minorUnits: minorUnitsOf(currency) };
  const accountId = await ctx.adAccounts.open(account);
  const client: Client = { ...account, id: ctx.newId(), accountId, companies: [] };
  await ctx.clients.insertClient(client);
  return ok(client);
}
