import { z } from "zod/mini";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import { type Refusal, type Result, refuse } from "@/lib/result";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { CustomerListsCtx } from "./customer-lists-ctx";

export const createListInput = z.object({
  clientId: z.string(),
  companyId: z.string().check(z.minLength(1), z.maxLength(60)),
  name: z.string().check(z.trim(), z.minLength(1, "Give the list a name."), z.maxLength(200)),
  /** Made by the browser: asked twice, the first list is answered. */
  operationId: z.uuid(),
});
export type CreateListInput = z.infer<typeof createListInput>;

/** Makes an empty customer list for one of the client's companies. A name that suggests what nobody may be chosen by is refused beside `name`. */
export async function createCustomerList(
  ctx: CustomerListsCtx,
  { clientId, companyId, name, operationId }: CreateListInput,
): Promise<Result<{ readonly id: string }, AuthoriseRefusal | AdApiRefusal | Refusal>> {
  const client = await authoriseClient(ctx, "save", clientId);
  if (!client.ok) return client;
  if (!client.value.companies.some(({ id }) => id === companyId)) {
    const message = "This client neither owns the company nor may use it.";
    return refuse("invalid", message, { company: message });
  }
  return ctx.adApi.createCustomerList(client.value.accountId, {
    clientOperationId: operationId,
    name,
    company: companyId,
  });
}
