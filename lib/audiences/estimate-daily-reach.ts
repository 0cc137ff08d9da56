import type { z } from "zod/mini";
import type { CallOptions, CurvePoint } from "@/lib/ad-api/ad-api";
import { ok, type Result, refuse } from "@/lib/result";
import { authoriseClient } from "@/lib/workspace/authorise";
import type { Currency } from "../format/money";
import type { AskingCtx } from "./ctx";
import { effectiveRules } from "./effective-rules";
import { type EstimateRefusal, estimateInput } from "./estimate-audience";
import { hasForeignCompany, isForeign } from "./foreign-company";
import { toTargeting } from "./to-targeting";

export interface DailyReach {
  /** What a day's budget buys, rising; empty: no forecast. */
  readonly curve: readonly CurvePoint[];
  readonly money: Currency;
}

/** How many people a day's budget would reach, by budget, in the client's currency. */
export async function estimateDailyReach(
  ctx: Omit<AskingCtx, "audiences">,
  input: z.input<typeof estimateInput>,
  options: CallOptions = {},
): Promise<Result<DailyReach, EstimateRefusal>> {
  const parsed = estimateInput.safeParse(input);
  if (!parsed.success) return refuse("unreadable", "These rules cannot be read.");
  const client = await authoriseClient(ctx, "estimate", parsed.data.clientId);
  if (!client.ok) return client;
  if (hasForeignCompany(parsed.data.rules, client.value)) return isForeign(client.value);
  const { accountId, currency, minorUnits } = client.value;
  const targeting = toTargeting(effectiveRules(parsed.data.rules));
  const answer = await ctx.adApi.deliveryEstimate(accountId, targeting, options);
  return answer.ok ? ok({ curve: answer.value.curve, money: { currency, minorUnits } }) : answer;
}
