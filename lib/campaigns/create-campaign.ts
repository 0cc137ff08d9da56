import { z } from "zod/mini";
import { type Result, refuse } from "@/lib/result";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { addDays } from "./days";
import { networkTime } from "./network-time";

export const createInput = z.object({
  clientId: z.string(),
  audienceId: z._default(z.nullable(z.string()), null),
  companyId: z._default(z.nullable(z.string()), null),
});

export type CreateRefusal = AuthoriseRefusal | { code: "invalid" | "conflict"; message: string };

/**
 * A new draft: from the client's first own company unless one is named, tomorrow for four weeks, only to people
 * who already work with the company. An audience or a company of another client is left out, not refused. A draft
 * that the same person opened and never typed into is used again.
 */
export async function createCampaign(
  ctx: CampaignCtx,
  input: z.input<typeof createInput>,
): Promise<Result<Campaign, CreateRefusal>> {
  const parsed = createInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "Choose a client for the campaign.");
  const client = await authoriseClient(ctx, "save", parsed.data.clientId);
  if (!client.ok) return client;
  const { companies, timeZone, id: clientId } = client.value;

  const wanted = parsed.data.audienceId;
  const audience = wanted && (await ctx.audiences.get(ctx.actor.agencyId, wanted));
  const company =
    companies.find(({ id }) => id === parsed.data.companyId) ??
    companies.find(({ relation }) => relation === "owns") ??
    companies[0];
  const time = await networkTime(ctx.adApi, timeZone);
  const start = time.ok ? addDays(time.value.today, 1) : undefined;
  const at = ctx.now();
  const untouched = (await ctx.campaigns.list(ctx.actor.agencyId, clientId)).find(
    (one) => one.state === "draft" && isUntouched(one, ctx.actor.name),
  );
  const saved = await ctx.campaigns.save({
    id: untouched?.id ?? crypto.randomUUID(),
    agencyId: ctx.actor.agencyId,
    clientId,
    name: "",
    state: "draft",
    plan: {
      objective: "OUTCOME_AWARENESS",
      onlyCompanyPeople: true,
      callToAction: "LEARN_MORE",
      budget: { kind: "daily", minor: null },
      ...(start && { startDay: start, endDay: addDays(start, 27) }),
      ...(company && { companyId: company.id }),
      ...(audience && audience.clientId === clientId && { audienceId: audience.id }),
    },
    launchedRules: null,
    remote: {},
    version: untouched?.version ?? 0,
    createdAt: at,
    updatedAt: at,
    updatedBy: ctx.actor.name,
    launchedAt: null,
  });
  return saved.ok
    ? saved
    : refuse("conflict", "Two new campaigns were asked for at once: try again.");
}

/** Opened by the same person and never typed into: opening "new" again leaves no trail of empty drafts. */
const isUntouched = (campaign: Campaign, by: string): boolean =>
  campaign.updatedBy === by &&
  campaign.name === "" &&
  campaign.updatedAt.getTime() === campaign.createdAt.getTime();
