import type { CallOptions } from "@/lib/ad-api/ad-api";
import type { CustomerListApi } from "@/lib/ad-api/customer-lists";
import type { Actor, Client } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";

/** A customer list as its page shows it. */
export interface ListedCustomerList {
  readonly id: string;
  readonly name: string;
  /** null: the account's own advertiser, or a company the client has no longer. */
  readonly company: string | null;
  readonly rows: number;
  readonly status: "ready" | "empty" | "uploading" | "too_few";
  /** The network's sentence, where it is not ready. */
  readonly why: string | null;
  /** "40-45 %", in words where too few match; null: nothing can be said now, or not for this role. */
  readonly matchRate: string | null;
}

export type ClientLists =
  | { readonly kind: "known"; readonly lists: readonly ListedCustomerList[] }
  | { readonly kind: "silent"; readonly message: string };

const statuses: Readonly<Record<number, ListedCustomerList["status"]>> = {
  200: "ready",
  410: "empty",
  441: "uploading",
};

/** A client's customer lists. Match rates are asked for only when the actor may estimate for the client: they are charged. */
export async function listCustomerLists(
  ctx: { readonly actor: Actor; readonly adApi: Pick<CustomerListApi, "listCustomerLists"> },
  client: Client,
  options?: CallOptions,
): Promise<ClientLists> {
  if (!may(ctx.actor, "view", client.id)) return { kind: "known", lists: [] };
  const matchRates = may(ctx.actor, "estimate", client.id);
  const answer = await ctx.adApi.listCustomerLists(client.accountId, { ...options, matchRates });
  if (!answer.ok) return { kind: "silent", message: answer.error.message };
  const lists = answer.value
    .filter(({ subtype }) => subtype === "CUSTOM")
    .map((list) => {
      const status = statuses[list.operation_status.code] ?? "too_few";
      return {
        id: list.id,
        name: list.name,
        company: client.companies.find(({ id }) => id === list.nod_company)?.name ?? null,
        rows: list.nod_rows ?? 0,
        status,
        why: status === "ready" ? null : list.operation_status.description,
        matchRate: list.nod_match_rate?.replace("-", "–") ?? null,
      };
    });
  return { kind: "known", lists };
}
