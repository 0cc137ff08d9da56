import { companyBehind } from "@/lib/network/population/list-part";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { MemberEraser } from "./delete-everything";
import { loadMember, type MyContext, type NoMember } from "./load-member";

/**
 * Ends what the signed-in member has with one company, effective when it resolves: it no longer counts them as somebody it knows, and
 * no list that it uploads later matches them. Refuses when there is nothing with that company.
 */
export async function stopCompany(
  ctx: MyContext & { readonly eraser: Pick<MemberEraser, "forgetCompany"> },
  input: { readonly company: string },
): Promise<Result<null, NoMember | (Refusal & { readonly code: "no_company" })>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const known = loaded.value.now.companies.some(
    ({ company }) => companyBehind(company) === input.company,
  );
  if (!known) return refuse("no_company", "This company is gone already.");
  await ctx.eraser.forgetCompany(ctx.member, input.company, ctx.now());
  return ok(null);
}
