import { z } from "zod/mini";
import type { CallOptions } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import { hasForeignCompany, isForeign } from "@/lib/audiences/foreign-company";
import { ok, type Result, refuse } from "@/lib/result";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { CampaignCtx } from "./ctx";
import { estimatePlan } from "./estimate-plan";
import { rulesToSend } from "./narrow";
import type { PlanPreview } from "./preview-view";

export const previewInput = z.object({
  clientId: z.string(),
  audienceId: z.string(),
  companyId: z.string(),
  onlyCompanyPeople: z.boolean(),
});

export type PreviewRefusal =
  | AuthoriseRefusal
  | AdApiRefusal
  | { code: "no_audience" | "no_company" | "foreign_company" | "unreadable"; message: string };

/** Whom a plan would go to, by the very rules and the same estimator that launching uses. */
export async function previewPlan(
  ctx: Pick<CampaignCtx, "actor" | "workspace" | "audiences" | "adApi">,
  input: z.infer<typeof previewInput>,
  options?: CallOptions,
): Promise<Result<PlanPreview, PreviewRefusal>> {
  const parsed = previewInput.safeParse(input);
  if (!parsed.success) return refuse("unreadable", "This plan cannot be read.");
  const { clientId, audienceId, companyId } = parsed.data;
  const client = await authoriseClient(ctx, "estimate", clientId);
  if (!client.ok) return client;
  const audience = await ctx.audiences.get(ctx.actor.agencyId, audienceId);
  if (audience?.clientId !== clientId || audience.state === "archived") {
    return refuse("no_audience", "Choose one of this client's audiences.");
  }
  if (!client.value.companies.some(({ id }) => id === companyId)) {
    return refuse("no_company", "Choose a company that this client owns or may use.");
  }
  // A draft may name any company, and one that was allowed once may not be any more.
  if (hasForeignCompany(audience.rules, client.value)) return isForeign(client.value);
  const estimate = await estimatePlan(
    ctx.adApi,
    client.value,
    rulesToSend(audience.rules, parsed.data),
    options,
  );
  if (!estimate.ok) return estimate;
  const { panel, curve } = estimate.value;
  return ok({
    people: panel.nod_range,
    curve: [...curve],
    verdict: panel.nod_verdict,
    asOf: panel.nod_as_of,
    notices: [...panel.nod_notices],
  });
}
