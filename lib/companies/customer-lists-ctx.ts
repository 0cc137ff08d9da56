import type { CustomerList, CustomerListApi } from "@/lib/ad-api/customer-lists";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor, Client } from "@/lib/workspace/actor";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { WorkspaceStore } from "@/lib/workspace/store";

export interface CustomerListsCtx {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly adApi: CustomerListApi;
}

interface OneList {
  readonly client: Client;
  readonly list: CustomerList;
}

/** A client's customer list, for who may save for the client. A list of another account is not found, also one of the same agency. */
export async function loadCustomerList(
  ctx: CustomerListsCtx,
  { clientId, listId }: { readonly clientId: string; readonly listId: string },
): Promise<Result<OneList, AuthoriseRefusal | AdApiRefusal>> {
  const client = await authoriseClient(ctx, "save", clientId);
  if (!client.ok) return client;
  const list = await ctx.adApi.getCustomerList(listId);
  if (!list.ok) return list.error.code === "not_found" ? noSuchList : list;
  const ours = `act_${list.value.account_id}` === client.value.accountId;
  if (!ours || list.value.subtype !== "CUSTOM") return noSuchList;
  return ok({ client: client.value, list: list.value });
}

const noSuchList = refuse("not_found", "There is no such customer list. It may have been deleted.");
