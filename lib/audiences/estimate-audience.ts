import { z } from "zod/mini";
import type { CallOptions } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { Panel } from "@/lib/ad-api/panel";
import { type Result, refuse } from "@/lib/result";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { AskingCtx } from "./ctx";
import { effectiveRules } from "./effective-rules";
import { hasForeignCompany, isForeign } from "./foreign-company";
import { rules } from "./rules";
import { toTargeting } from "./to-targeting";

export const estimateInput = z.object({
  clientId: z.string(),
  rules,
  /** sharp: one step more exact, for a small audience, and dearer. */
  precision: z._default(z.enum(["live", "sharp"]), "live"),
});

export type EstimateRefusal =
  | AuthoriseRefusal
  | AdApiRefusal
  | { code: "unreadable" | "foreign_company"; message: string };

/** How many people fit the rules, as the network releases it to the client's account. What is half chosen asks nothing. */
export async function estimateAudience(
  ctx: Omit<AskingCtx, "audiences">,
  input: z.input<typeof estimateInput>,
  options: CallOptions = {},
): Promise<Result<Panel, EstimateRefusal>> {
  const parsed = estimateInput.safeParse(input);
  if (!parsed.success) return refuse("unreadable", "These rules cannot be read.");
  const client = await authoriseClient(ctx, "estimate", parsed.data.clientId);
  if (!client.ok) return client;
  if (hasForeignCompany(parsed.data.rules, client.value)) return isForeign(client.value);
  const targeting = toTargeting(effectiveRules(parsed.data.rules));
  const { precision } = parsed.data;
  return ctx.adApi.reachPanel(client.value.accountId, targeting, { ...options, precision });
}
