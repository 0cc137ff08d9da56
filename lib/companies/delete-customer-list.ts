import { z } from "zod/mini";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import { ok, type Result } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import { type CustomerListsCtx, loadCustomerList } from "./customer-lists-ctx";

export const deleteListInput = z.object({
  clientId: z.string(),
  listId: z.string().check(z.regex(/^\d{1,20}$/)),
});

/** Takes everybody off the list and forgets it. Asked again, it changes nothing. */
export async function deleteCustomerList(
  ctx: CustomerListsCtx,
  input: z.infer<typeof deleteListInput>,
): Promise<Result<true, AuthoriseRefusal | AdApiRefusal>> {
  const found = await loadCustomerList(ctx, input);
  if (!found.ok) return found;
  const gone = await ctx.adApi.deleteCustomerList(input.listId);
  return gone.ok ? ok(true) : gone;
}
