import { ok, type Result } from "@/lib/result";
import type { Actor } from "./actor";
import type { AdAccounts, NetworkCompany } from "./ad-accounts";
import { may } from "./permissions";
import { type Forbidden, notAllowed } from "./refusals";

interface Needs {
  readonly actor: Actor;
  readonly adAccounts: Pick<AdAccounts, "searchCompanies">;
}

/** Companies that the network knows, for whoever sets up a client: at most 50, by name. */
export async function searchCompanies(
  ctx: Needs,
  text: string,
): Promise<Result<readonly NetworkCompany[], Forbidden>> {
  const { actor, adAccounts } = ctx;
  if (!actor.grants.some(({ clientId }) => may(actor, "people", clientId)))
    return notAllowed(actor);
  return ok(await adAccounts.searchCompanies(text));
}
