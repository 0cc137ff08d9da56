import { z } from "zod/mini";
import type { AdApi, AudienceOverlap, CallOptions } from "@/lib/ad-api/ad-api";
import { type Result, refuse } from "@/lib/result";
import { authoriseClient } from "@/lib/workspace/authorise";
import type { AudienceCtx } from "./ctx";
import { effectiveRules } from "./effective-rules";
import type { EstimateRefusal } from "./estimate-audience";
import { hasForeignCompany, isForeign } from "./foreign-company";
import { mostCompared } from "./most-compared";
import { toTargeting } from "./to-targeting";

export const overlapInput = z.object({
  clientId: z.string(),
  /** In the order in which they are drawn. */
  audienceIds: z.array(z.string()).check(z.minLength(2), z.maxLength(mostCompared)),
});

export type OverlapRefusal = EstimateRefusal | { code: "no_audience"; message: string };

export interface OverlapCtx extends AudienceCtx {
  readonly adApi: Pick<AdApi, "audienceOverlap">;
}

/** How audiences of one client overlap, by the rules they have now; places are those of `audienceIds`. */
export async function overlapAudiences(
  ctx: OverlapCtx,
  input: z.input<typeof overlapInput>,
  options: CallOptions = {},
): Promise<Result<AudienceOverlap, OverlapRefusal>> {
  const parsed = overlapInput.safeParse(input);
  if (!parsed.success) return refuse("unreadable", "Choose 2 to 6 audiences.");
  const { clientId, audienceIds } = parsed.data;
  const client = await authoriseClient(ctx, "estimate", clientId);
  if (!client.ok) return client;
  const found = await Promise.all(
    [...new Set(audienceIds)].map((id) => ctx.audiences.get(ctx.actor.agencyId, id)),
  );
  const own = found.flatMap((audience) => (audience?.clientId === clientId ? [audience] : []));
  if (own.length !== audienceIds.length) {
    return refuse("no_audience", "Choose different audiences of the same client.");
  }
  if (own.some(({ rules }) => hasForeignCompany(rules, client.value))) {
    return isForeign(client.value);
  }
  const targetings = own.map(({ rules }) => toTargeting(effectiveRules(rules)));
  return ctx.adApi.audienceOverlap(client.value.accountId, targetings, options);
}
